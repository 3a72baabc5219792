#include "pdf_form.h"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <memory>

#include "layout.h"
#include "paint.h"
#include "seal.h"

namespace vanthu::corpus {
namespace {

struct FreeCairo {
  void operator()(cairo_t* handle) const { cairo_destroy(handle); }
  void operator()(cairo_surface_t* handle) const { cairo_surface_destroy(handle); }
};

cairo_status_t Append(void* target, const unsigned char* bytes, unsigned int size) {
  static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(bytes), size);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Result<std::string> SetAsPdf(const Letter& letter) {
  const TypeSetter setter(HandText::kTyped);
  const std::vector<Page> pages = LayOut(letter, setter);
  const SealWords seal = SealWordsOf(letter);
  std::string bytes;
  const std::unique_ptr<cairo_surface_t, FreeCairo> surface(cairo_pdf_surface_create_for_stream(
      Append, &bytes, pages.front().width, pages.front().height));
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                 "2024-01-01T00:00:00Z");
  const std::unique_ptr<cairo_t, FreeCairo> cairo(cairo_create(surface.get()));
  for (const Page& page : pages) {
    cairo_pdf_surface_set_size(surface.get(), page.width, page.height);
    PaintType(cairo.get(), page);
    for (const BoxedWords& words : page.boxed) PaintBoxedWords(cairo.get(), words, kBlack, 0);
    if (page.seal) PaintSeal(cairo.get(), *page.seal, seal, kSealRed, 0);
    cairo_show_page(cairo.get());
  }
  cairo_surface_finish(surface.get());
  const cairo_status_t status = cairo_surface_status(surface.get());
  if (status != CAIRO_STATUS_SUCCESS) {
    return Error{fmt::format("pdf: {}", cairo_status_to_string(status))};
  }
  return bytes;
}

}  // namespace vanthu::corpus
