// qpdf asks users of version 11 to say that they know of its change to std::shared_ptr.
#define POINTERHOLDER_TRANSITION 4

#include "pipeline/export/searchable_pdf.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <exception>
#include <new>
#include <optional>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <utility>

#include "pipeline/export/hidden_text.h"
#include "pipeline/export/pdf_parts.h"

namespace vanthu::exporting {
namespace {

Error Failure(ErrorCode code, std::string message) { return {code, std::move(message), "", 0}; }

// Hands blocks on to the sink. What the sink refuses ends it: qpdf flushes pipelines in destructors, where
// nothing may be thrown, so the error is kept and asked for in the end.
class SinkPipeline : public Pipeline {
 public:
  explicit SinkPipeline(const ByteSink& sink) : Pipeline("sink", nullptr), sink_(sink) {}

  void write(const unsigned char* data, size_t length) override {
    if (!sent_.ok()) return;
    kept_.append(reinterpret_cast<const char*>(data), length);
    if (kept_.size() >= kBlock) Send();
  }
  void finish() override { Send(); }

  const Status& sent() const { return sent_; }

 private:
  static constexpr size_t kBlock = size_t{1} << 20;

  void Send() {
    if (kept_.empty() || !sent_.ok()) return;
    sent_ = sink_(kept_);
    kept_.clear();
  }

  const ByteSink& sink_;
  std::string kept_;
  Status sent_ = Done{};
};

// A signature is a dictionary of the bytes that it covers (ISO 32000-1, 12.8.1); a field for one that
// nobody has signed has none. All objects are looked at: not every program lists its fields.
bool IsSigned(QPDF& pdf) {
  for (QPDFObjectHandle& object : pdf.getAllObjects()) {
    if (!object.isDictionary()) continue;
    if (object.getKey("/ByteRange").isArray() && object.hasKey("/Contents")) return true;
    if (object.getKey("/FT").isNameAndEquals("/Sig")) {
      QPDFObjectHandle value = object.getKey("/V");
      if (value.isDictionary() && value.hasKey("/Contents")) return true;
    }
  }
  return false;
}

// The page that a reader sees: its box, and how it is turned.
struct Shown {
  QPDFObjectHandle::Rectangle box;
  int quarters = 0;  // clockwise
};

std::optional<QPDFObjectHandle::Rectangle> BoxAt(QPDFPageObjectHelper& page, const char* key) {
  QPDFObjectHandle box = page.getAttribute(key, false);
  if (!box.isRectangle()) return std::nullopt;
  QPDFObjectHandle::Rectangle r = box.getArrayAsRectangle();
  return QPDFObjectHandle::Rectangle(std::min(r.llx, r.urx), std::min(r.lly, r.ury),
                                     std::max(r.llx, r.urx), std::max(r.lly, r.ury));
}

std::optional<Shown> ShownPart(QPDFPageObjectHelper& page) {
  const auto media = BoxAt(page, "/MediaBox");
  if (!media) return std::nullopt;
  Shown shown{*media};
  if (const auto crop = BoxAt(page, "/CropBox")) {
    const QPDFObjectHandle::Rectangle both(
        std::max(crop->llx, media->llx), std::max(crop->lly, media->lly),
        std::min(crop->urx, media->urx), std::min(crop->ury, media->ury));
    if (both.llx < both.urx && both.lly < both.ury) shown.box = both;
  }
  QPDFObjectHandle rotate = page.getAttribute("/Rotate", false);
  if (rotate.isNumber())
    shown.quarters = ((static_cast<int>(rotate.getNumericValue()) / 90) % 4 + 4) % 4;
  if (shown.box.urx - shown.box.llx <= 0 || shown.box.ury - shown.box.lly <= 0) return std::nullopt;
  return shown;
}

// From the layer's places (origin at the lower left of the page as it is shown) to the page's own.
std::string PlaceOf(const Shown& shown, const PageLayer& layer) {
  const auto& box = shown.box;
  double across = box.urx - box.llx, up = box.ury - box.lly;
  if (shown.quarters % 2 == 1) std::swap(across, up);
  const double x = across / layer.width, y = up / layer.height;
  std::array<double, 6> m = {x, 0, 0, y, box.llx, box.lly};
  if (shown.quarters == 1) m = {0, x, -y, 0, box.urx, box.lly};
  if (shown.quarters == 2) m = {-x, 0, 0, -y, box.urx, box.ury};
  if (shown.quarters == 3) m = {0, -x, y, 0, box.llx, box.ury};
  // Scales near 1 need more places than the points of a page.
  return fmt::format("{:.6f} {:.6f} {:.6f} {:.6f} {} {} cm", m[0], m[1], m[2], m[3],
                     PdfNumber(m[4]), PdfNumber(m[5]));
}

class Layering {
 public:
  explicit Layering(QPDF& pdf) : pdf_(pdf) {}

  void MakeFont(const std::u32string& glyphs) {
    const std::string font = GlyphlessFont(glyphs.size());
    QPDFObjectHandle file = Stream(font);
    file.getDict().replaceKey("/Length1",
                              QPDFObjectHandle::newInteger(static_cast<long long>(font.size())));
    const QPDFObjectHandle map = Stream(ToUnicodeMap(glyphs));
    const QPDFObjectHandle descriptor = Object(DescriptorDictionary(file.getObjectID()));
    const QPDFObjectHandle descendant = Object(DescendantDictionary(descriptor.getObjectID()));
    font_ = Object(FontDictionary(descendant.getObjectID(), map.getObjectID()));
  }

  // False where the page has no size.
  bool Lay(QPDFPageObjectHelper& page, const PageLayer& layer) {
    const auto shown = ShownPart(page);
    if (!shown) return false;
    const std::string name = AddFont(page);
    std::string content = layer.content;
    if (name != kLayerFont) {
      const std::string old = fmt::format("/{} ", kLayerFont);
      const std::string mine = fmt::format("/{} ", name);
      for (size_t at = content.find(old); at != std::string::npos;
           at = content.find(old, at + mine.size()))
        content.replace(at, old.size(), mine);
    }
    // What the page leaves behind in its graphics state is not the layer's.
    if (auto rest = WithoutHiddenText(page)) {
      page.getObjectHandle().replaceKey("/Contents", Stream(rest->insert(0, "q\n")));
    } else {
      page.addPageContents(Stream("q\n"), true);
    }
    page.addPageContents(
        Stream(fmt::format("\nQ\nq {} BT\n{}ET Q\n", PlaceOf(*shown, layer), content)), false);
    return true;
  }

 private:
  QPDFObjectHandle Object(const std::string& text) {
    return pdf_.makeIndirectObject(QPDFObjectHandle::parse(&pdf_, text));
  }

  QPDFObjectHandle Stream(const std::string& bytes) {
    QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf_);
    stream.replaceStreamData(Deflated(bytes), QPDFObjectHandle::newName("/FlateDecode"),
                             QPDFObjectHandle::newNull());
    return stream;
  }

  // Adds the font to the page's own resources, not to those that it shares; its name there.
  std::string AddFont(QPDFPageObjectHelper& page) {
    QPDFObjectHandle resources = page.getAttribute("/Resources", true);
    if (!resources.isDictionary()) {
      resources = QPDFObjectHandle::newDictionary();
      page.getObjectHandle().replaceKey("/Resources", resources);
    }
    QPDFObjectHandle fonts = resources.getKey("/Font");
    fonts = fonts.isDictionary() ? fonts.shallowCopy() : QPDFObjectHandle::newDictionary();
    std::string name(kLayerFont);
    while (fonts.hasKey(fmt::format("/{}", name))) name += '1';
    fonts.replaceKey(fmt::format("/{}", name), font_);
    resources.replaceKey("/Font", fonts);
    return name;
  }

  QPDF& pdf_;
  QPDFObjectHandle font_;
};

Result<LayerOutcome> Write(QPDF& pdf, const TextLayer& layer, const ByteSink& sink) {
  const bool complete = std::all_of(layer.pages.begin(), layer.pages.end(),
                                    [](const PageLayer& page) { return page.content.empty(); });
  if (complete) return LayerOutcome::kComplete;
  if (IsSigned(pdf)) return LayerOutcome::kSigned;
  if (pdf.isEncrypted())
    return Failure(ErrorCode::kEncrypted,
                   "the PDF is protected against changes, so no text can be laid over its pages");
  std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(pdf).getAllPages();
  Layering layering(pdf);
  layering.MakeFont(layer.glyphs);
  for (const PageLayer& page : layer.pages) {
    if (page.content.empty()) continue;
    if (page.index < 0 || static_cast<size_t>(page.index) >= pages.size() ||
        !layering.Lay(pages[static_cast<size_t>(page.index)], page))
      return Failure(ErrorCode::kDamaged, "the PDF has not the pages that were read of it");
  }
  SinkPipeline pipeline(sink);
  QPDFWriter writer(pdf);
  writer.setOutputPipeline(&pipeline);
  writer.setStreamDataMode(qpdf_s_preserve);
  writer.setObjectStreamMode(qpdf_o_preserve);
  writer.setDeterministicID(true);
  writer.write();
  pipeline.finish();
  if (!pipeline.sent().ok()) return pipeline.sent().error();
  return LayerOutcome::kWritten;
}

template <typename Open>
Result<LayerOutcome> Guarded(const Open& open, const TextLayer& layer, const ByteSink& sink) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    open(pdf);
    return Write(pdf, layer, sink);
  } catch (const QPDFExc& failed) {
    if (failed.getErrorCode() == qpdf_e_password)
      return Failure(ErrorCode::kEncrypted, "the PDF needs a password");
    return Failure(ErrorCode::kDamaged, "the PDF cannot be followed: " + failed.getMessageDetail());
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& failed) {
    return Failure(ErrorCode::kDamaged,
                   std::string("the PDF cannot be followed: ") + failed.what());
  }
}

}  // namespace

Result<LayerOutcome> AddTextLayer(const std::filesystem::path& pdf, const TextLayer& layer,
                                  const ByteSink& sink) {
  return Guarded([&](QPDF& opened) { opened.processFile(pdf.c_str()); }, layer, sink);
}

Result<LayerOutcome> AddTextLayerToBytes(std::string_view pdf, const TextLayer& layer,
                                         const ByteSink& sink) {
  return Guarded([&](QPDF& opened) { opened.processMemoryFile("memory", pdf.data(), pdf.size()); },
                 layer, sink);
}

}  // namespace vanthu::exporting
