#include "tests/unit/intake/pdf_fixture.h"

#include <fmt/format.h>

// qpdf asks users of version 11 to say that they know of its change to std::shared_ptr.
#define POINTERHOLDER_TRANSITION 4
#include <algorithm>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "models/text/utf8.h"

namespace vanthu::intake {
namespace {

std::string Stream(const std::string& dictionary, const std::string& data) {
  return fmt::format("<<{}/Length {}>>\nstream\n{}\nendstream", dictionary, data.size(), data);
}

}  // namespace

std::string PdfFixture::TextAt(double x, double y, std::string_view text, int mode) {
  std::string codes;
  for (size_t i = 0; i < text.size();) {
    const CodePoint at = DecodeAt(text, i);
    i += at.length;
    if (at.value == ' ') {
      codes += "20";
      continue;
    }
    const auto known = std::find(letters_.begin(), letters_.end(), at.value);
    codes += fmt::format("{:02x}", 33 + (known - letters_.begin()));
    if (known == letters_.end()) letters_.push_back(at.value);
  }
  return fmt::format("BT /F 12 Tf {} Tr 1 0 0 1 {} {} Tm <{}> Tj ET\n", mode, x, y, codes);
}

std::string PdfFixture::Picture(double x, double y, double width, double height) {
  return fmt::format("q {} 0 0 {} {} {} cm /Im Do Q\n", width, height, x, y);
}

std::string PdfFixture::Build(const std::vector<PdfPageSpec>& pages) const {
  std::string map =
      "/CIDInit /ProcSet findresource begin begincmap\n"
      "1 begincodespacerange <00> <ff> endcodespacerange\n1 beginbfchar <20> <0020> endbfchar\n";
  for (size_t i = 0; i < letters_.size(); ++i) {
    map += fmt::format("1 beginbfchar <{:02x}> <{:04x}> endbfchar\n", 33 + i,
                       static_cast<uint32_t>(letters_[i]));
  }
  std::string widths;
  for (int code = 32; code < 256; ++code) widths += code == 32 ? "300 " : "500 ";

  std::vector<std::string> objects = {
      "<</Type/Catalog/Pages 2 0 R>>", "",
      fmt::format("<</Type/Font/Subtype/TrueType/BaseFont/{}/FirstChar 32/LastChar 255/Widths[{}]"
                  "/Encoding/WinAnsiEncoding/ToUnicode 4 0 R>>",
                  font_, widths),
      Stream("", map + "endcmap end\n")};
  std::string kids;
  for (const PdfPageSpec& page : pages) {
    std::string picture;
    if (page.image_width > 0) {
      const auto size =
          static_cast<size_t>(page.image_width) * static_cast<size_t>(page.image_height);
      objects.push_back(Stream(fmt::format("/Type/XObject/Subtype/Image/Width {}/Height {}"
                                           "/ColorSpace/DeviceGray/BitsPerComponent 8",
                                           page.image_width, page.image_height),
                               std::string(size, '\x80')));
      picture = fmt::format("/XObject<</Im {} 0 R>>", objects.size());
    }
    objects.push_back(Stream("", page.content));
    const size_t content = objects.size();
    objects.push_back(
        fmt::format("<</Type/Page/Parent 2 0 R/MediaBox[{}]/Contents {} 0 R"
                    "/Resources<</Font<</F 3 0 R>>{}>>{}>>",
                    page.media_box, content, picture, page.extra));
    kids += fmt::format("{} 0 R ", objects.size());
  }
  objects[1] = fmt::format("<</Type/Pages/Count {}/Kids[{}]>>", pages.size(), kids);

  std::string pdf = "%PDF-1.4\n", table;
  for (size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const size_t xref = pdf.size();
  pdf += fmt::format(
      "xref\n0 {0}\n0000000000 65535 f \n{1}trailer\n<</Root 1 0 R/Size {0}>>\n"
      "startxref\n{2}\n%%EOF\n",
      objects.size() + 1, table, xref);
  return pdf;
}

std::string EncryptPdf(const std::string& pdf, const std::string& user, const std::string& owner) {
  QPDF document;
  document.processMemoryFile("plain", pdf.data(), pdf.size());
  QPDFWriter writer(document);
  writer.setOutputMemory();
  writer.setR6EncryptionParameters(user.c_str(), owner.c_str(), true, true, true, true, true, true,
                                   qpdf_r3p_full, true);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

std::string PageOfText(PdfFixture& fixture, int mode) {
  std::string content;
  for (int y = 780; y > 60; y -= 16) {
    content += fixture.TextAt(
        72, y, "Thực hiện ý kiến chỉ đạo của Thường trực Tỉnh ủy tại Thông báo số 703-TB/TU", mode);
  }
  return content;
}

}  // namespace vanthu::intake
