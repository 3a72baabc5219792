// PDFs written by hand: text in a font whose codes are named by a ToUnicode table, pictures, hidden
// text, turned pages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vanthu::intake {

struct PdfPageSpec {
  std::string content = {};  // content stream; see TextAt and Picture
  std::string extra = {};    // more entries of the page's dictionary, "/Rotate 90"
  std::string media_box = "0 0 595 842";
  int image_width = 0, image_height = 0;  // of the picture /Im, grey; 0: none
};

class PdfFixture {
 public:
  // `font`: the name that the file gives its font.
  explicit PdfFixture(std::string font = "TimesNewRoman") : font_(std::move(font)) {}

  // Operators that print a line of UTF-8 text at a point of PDF coordinates (origin bottom left).
  std::string TextAt(double x, double y, std::string_view text, int mode = 0);
  // Operators that paint /Im over a rectangle.
  static std::string Picture(double x, double y, double width, double height);

  // The file. All pages share the font; call after TextAt, which collects its letters.
  std::string Build(const std::vector<PdfPageSpec>& pages) const;

 private:
  std::string font_;
  std::vector<char32_t> letters_;  // code 33 + index
};

// The same PDF encrypted (AES-256). An empty user password: opens without one.
std::string EncryptPdf(const std::string& pdf, const std::string& user, const std::string& owner);

// 2,500 letters of Vietnamese on one page, as lines of operators.
std::string PageOfText(PdfFixture& fixture, int mode = 0);

}  // namespace vanthu::intake
