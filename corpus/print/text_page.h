// Gathers the lines of a text or Markdown form; never two blank lines in a row.
#pragma once

#include <string>
#include <string_view>

namespace vanthu::corpus {

class TextPage {
 public:
  // An empty line is a blank one.
  void Put(std::string_view line) {
    if (line.empty()) {
      Blank();
      return;
    }
    if (blank_pending_ && !text_.empty()) text_ += '\n';
    blank_pending_ = false;
    text_ += line;
    text_ += '\n';
  }

  void Blank() { blank_pending_ = true; }

  std::string Finish() const { return text_; }

 private:
  std::string text_;
  bool blank_pending_ = false;
};

}  // namespace vanthu::corpus
