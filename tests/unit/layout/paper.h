// A sheet to put words on: synthetic pages for the layout tests, in points, 13 point type.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/document/page.h"
#include "models/text/utf8.h"

namespace vanthu::layout {

class Paper {
 public:
  static constexpr double kCharWidth = 6.2;
  static constexpr double kHeight = 12;
  static constexpr double kStep = 16;  // distance of two lines

  explicit Paper(double confidence = 0.95) : confidence_(confidence) {}

  // Words of `text` from x on, the line's centre at y.
  Paper& At(double x, double y, std::string_view text) { return Put(x, y, text, confidence_); }

  Paper& Weak(double x, double y, std::string_view text, double confidence) {
    return Put(x, y, text, confidence);
  }

  // Centred about x.
  Paper& Centered(double x, double y, std::string_view text) {
    return At(x - Width(text) / 2, y, text);
  }

  // A justified line of body text from the left margin (85) to the right one (545).
  Paper& Body(double y) {
    return At(85, y,
              "Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh tại Công văn số 650 về việc này gửi");
  }

  Page Make() const {
    Page page;
    page.width = 595;
    page.height = 842;
    page.origin = PageOrigin::kOcr;
    page.words = words_;
    return page;
  }

  static double Width(std::string_view text) {
    return kCharWidth * static_cast<double>(Length(text));
  }

 private:
  Paper& Put(double x, double y, std::string_view text, double confidence) {
    while (!text.empty()) {
      const size_t blank = text.find(' ');
      const std::string_view word = text.substr(0, blank);
      if (!word.empty()) {
        Word& made = words_.emplace_back();
        made.text = word;
        made.box = {x, y - kHeight / 2, x + Width(word) - 2, y + kHeight / 2};
        made.confidence = confidence;
        made.block = block_;
      }
      x += Width(word) + kCharWidth - 2;
      text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
    }
    ++block_;
    return *this;
  }

  std::vector<Word> words_;
  double confidence_;
  int block_ = 0;
};

// "L|text" for a line of the left column, "R|" right, " |" full: one string a page.
inline std::string Outline(const Page& page) {
  std::string out;
  for (const Line& line : page.lines) {
    const char mark = line.column == Column::kLeft    ? 'L'
                      : line.column == Column::kRight ? 'R'
                                                      : ' ';
    out += mark;
    out += '|' + line.text + '\n';
  }
  return out;
}

}  // namespace vanthu::layout
