// What a PDF page paints, by qpdf, without painting it: how much of it is pictures and how fine
// they are, how much text is shown and how much is hidden. Tells a scan from a page that was
// written.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "models/core/result.h"
#include "models/document/raster.h"
#include "pipeline/intake/pdf_render.h"

namespace vanthu::intake {

struct PageMarks {
  double picture_share = 0;  // 0..1: of the page's area, pictures that overlap counted twice
  Resolution resolution;     // of the finest picture that matters, as the page is stored; 0: none
  size_t shown_text = 0;     // bytes of strings painted on top
  size_t hidden_text = 0;    // bytes of strings painted invisibly, or under a picture
  size_t curves = 0;         // drawn: thousands where letters are outlines
  // Long straight strokes and edges of rectangles that are painted, by the way they run on the page
  // as it is stored: what a ruled table has two or more of, either way.
  size_t level_strokes = 0, upright_strokes = 0;
};

// One PDF opened by qpdf; move-only.
class PdfInspector {
 public:
  // kEncrypted where a password is needed, kDamaged where qpdf finds no page.
  static Result<PdfInspector> Open(const std::filesystem::path& file);
  // The same for a PDF in memory, which it keeps.
  static Result<PdfInspector> OpenBytes(std::string bytes);
  PdfInspector(PdfInspector&&) noexcept;
  PdfInspector& operator=(PdfInspector&&) noexcept;
  ~PdfInspector();

  int page_count() const;
  // None where the page's contents cannot be followed, or are endless.
  std::optional<PageMarks> Inspect(int index) const;
  // As pdf_picture.h; none where qpdf cannot follow the page.
  std::optional<Raster> SolePicture(int index, uint64_t max_pixels) const;

 private:
  struct State;
  explicit PdfInspector(std::unique_ptr<State> state);
  static Result<PdfInspector> Load(std::unique_ptr<State> state, const std::filesystem::path& file);
  std::unique_ptr<State> state_;
};

}  // namespace vanthu::intake
