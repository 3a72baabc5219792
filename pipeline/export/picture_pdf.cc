// A new PDF around pictures (ISO 32000-1, 7.5: objects, their table, a trailer).
#include <fmt/format.h>

#include <utility>

#include "pipeline/export/pdf_parts.h"
#include "pipeline/export/searchable_pdf.h"

namespace vanthu::exporting {
namespace {

constexpr double kUnknownDpi = 300;

std::string Hex(std::string_view bytes) {
  std::string hex;
  for (char c : bytes) hex += fmt::format("{:02X}", static_cast<unsigned char>(c));
  return hex;
}

std::string ColourSpace(const PackedPicture& picture) {
  if (!picture.palette.empty())
    return fmt::format("[/Indexed/DeviceRGB {} <{}>]", picture.palette.size() / 3 - 1,
                       Hex(picture.palette));
  return picture.channels == 1   ? "/DeviceGray"
         : picture.channels == 3 ? "/DeviceRGB"
                                 : "/DeviceCMYK";
}

std::string ImageEntries(const PackedPicture& picture) {
  std::string entries = fmt::format(
      "/Type/XObject/Subtype/Image/Width {}/Height {}/ColorSpace{}{}/BitsPerComponent {}",
      picture.width, picture.height, picture.palette.empty() ? "" : " ", ColourSpace(picture),
      picture.bits);
  switch (picture.packing) {
    case PicturePacking::kJpeg:
      entries += "/Filter/DCTDecode";
      if (picture.inverted) entries += "/Decode[1 0 1 0 1 0 1 0]";
      break;
    case PicturePacking::kPngRows:
      entries += fmt::format(
          "/Filter/FlateDecode"
          "/DecodeParms<</Predictor 15/Colors {}/BitsPerComponent {}/Columns {}>>",
          picture.channels, picture.bits, picture.width);
      break;
    case PicturePacking::kFax:
      entries +=
          fmt::format("/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns {}/Rows {}{}>>",
                      picture.width, picture.height, picture.inverted ? "/BlackIs1 true" : "");
  }
  return entries;
}

// From the unit square of the picture as stored to the page, by the way it is to be held.
std::string PlaceOf(int orientation, double width, double height) {
  const std::string w = PdfNumber(width), h = PdfNumber(height);
  switch (orientation) {
    case 2: return fmt::format("-{0} 0 0 {1} {0} 0", w, h);
    case 3: return fmt::format("-{0} 0 0 -{1} {0} {1}", w, h);
    case 4: return fmt::format("{0} 0 0 -{1} 0 {1}", w, h);
    case 5: return fmt::format("0 -{1} -{0} 0 {0} {1}", w, h);
    case 6: return fmt::format("0 -{1} {0} 0 0 {1}", w, h);
    case 7: return fmt::format("0 {1} {0} 0 0 0", w, h);
    case 8: return fmt::format("0 {1} -{0} 0 {0} 0", w, h);
    default: return fmt::format("{0} 0 0 {1} 0 0", w, h);
  }
}

}  // namespace

PicturePdf::PicturePdf(std::u32string glyphs, ByteSink sink)
    : glyphs_(std::move(glyphs)), sink_(std::move(sink)) {
  catalog_ = NewObject();
  page_tree_ = NewObject();
  font_ = NewObject();
}

int PicturePdf::NewObject() {
  offsets_.push_back(0);
  return static_cast<int>(offsets_.size());
}

Status PicturePdf::Put(std::string_view bytes) {
  written_ += bytes.size();
  return sink_(bytes);
}

Status PicturePdf::PutObject(int number, std::string_view content) {
  if (written_ == 0) {
    // Bytes above 127 in the second line tell programs that copy files that this is no text.
    if (Status put = Put("%PDF-1.5\n%\xE2\xE3\xCF\xD3\n"); !put.ok()) return put;
  }
  offsets_[static_cast<size_t>(number - 1)] = written_;
  return Put(fmt::format("{} 0 obj\n{}\nendobj\n", number, content));
}

Status PicturePdf::PutStream(int number, const std::string& entries, std::string_view bytes) {
  std::string content = fmt::format("<<{}/Length {}>>\nstream\n", entries, bytes.size());
  content += bytes;
  content += "\nendstream";
  return PutObject(number, content);
}

Status PicturePdf::Add(const PackedPicture& picture, const PageLayer& layer) {
  double width = layer.width, height = layer.height;
  if (width <= 0 || height <= 0) {
    width = picture.width * 72 / kUnknownDpi;
    height = picture.height * 72 / kUnknownDpi;
    if (picture.orientation >= 5) std::swap(width, height);
  }
  std::string operators =
      fmt::format("q {} cm /Im Do Q\n", PlaceOf(picture.orientation, width, height));
  if (!layer.content.empty()) operators.append("BT\n").append(layer.content).append("ET\n");

  const int image = NewObject(), content = NewObject(), page = NewObject();
  if (Status put = PutStream(image, ImageEntries(picture), picture.bytes); !put.ok()) return put;
  if (Status put = PutStream(content, "/Filter/FlateDecode", Deflated(operators)); !put.ok())
    return put;
  pages_.push_back(page);
  return PutObject(
      page,
      fmt::format("<</Type/Page/Parent {} 0 R/MediaBox[0 0 {} {}]/Contents {} 0 R"
                  "/Resources<</XObject<</Im {} 0 R>>{}>>>>",
                  page_tree_, PdfNumber(width), PdfNumber(height), content, image,
                  glyphs_.empty() ? "" : fmt::format("/Font<</{} {} 0 R>>", kLayerFont, font_)));
}

Status PicturePdf::Finish() {
  std::string kids;
  for (int page : pages_) kids += fmt::format("{} 0 R ", page);
  if (Status put = PutObject(page_tree_,
                             fmt::format("<</Type/Pages/Count {}/Kids[{}]>>", pages_.size(), kids));
      !put.ok())
    return put;
  const std::string catalog = fmt::format("<</Type/Catalog/Pages {} 0 R/Lang(vi)>>", page_tree_);
  if (Status put = PutObject(catalog_, catalog); !put.ok()) return put;
  if (glyphs_.empty()) {
    if (Status put = PutObject(font_, "null"); !put.ok()) return put;
  } else {
    const int descendant = NewObject(), descriptor = NewObject(), file = NewObject(),
              map = NewObject();
    const std::string font = GlyphlessFont(glyphs_.size());
    const Status all[] = {
        PutObject(font_, FontDictionary(descendant, map)),
        PutObject(descendant, DescendantDictionary(descriptor)),
        PutObject(descriptor, DescriptorDictionary(file)),
        PutStream(file, fmt::format("/Filter/FlateDecode/Length1 {}", font.size()), Deflated(font)),
        PutStream(map, "/Filter/FlateDecode", Deflated(ToUnicodeMap(glyphs_)))};
    for (const Status& put : all)
      if (!put.ok()) return put;
  }
  const uint64_t table = written_;
  std::string end = fmt::format("xref\n0 {}\n0000000000 65535 f \n", offsets_.size() + 1);
  for (uint64_t offset : offsets_) end += fmt::format("{:010} 00000 n \n", offset);
  end += fmt::format("trailer\n<</Size {}/Root {} 0 R>>\nstartxref\n{}\n%%EOF\n",
                     offsets_.size() + 1, catalog_, table);
  return Put(end);
}

}  // namespace vanthu::exporting
