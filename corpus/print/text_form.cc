#include "text_form.h"

#include "rng.h"
#include "text_page.h"

namespace vanthu::corpus {
namespace {

class TextWriter {
 public:
  explicit TextWriter(const Letter& letter)
      : letter_(letter), typed_rules_(HashOf(letter.name) % 2 == 1) {}

  std::string Write() {
    for (const Element& element : letter_.elements) std::visit(*this, element);
    PutBlock(letter_.contact);
    if (!letter_.footnotes.empty()) {
      page_.Put("---");
      for (const Footnote& note : letter_.footnotes) {
        page_.Put("[" + note.mark + "] " + PlainText(note.text));
      }
    }
    return page_.Finish();
  }

  void operator()(const Head& head) {
    PutLines(head.left);
    for (const std::string& words : head.boxed) page_.Put(words);
    page_.Blank();
    PutBlock(head.right);
  }
  void operator()(const Title& title) { PutBlock(title.lines); }
  void operator()(const To& to) { PutBlock(to.lines); }
  void operator()(const Center& center) { PutBlock(center.lines); }
  void operator()(const Body& body) {
    for (const Line& paragraph : body.paragraphs) PutBlock({paragraph});
  }
  void operator()(const Table& table) {
    for (const auto& row : table.rows) {
      std::string text;
      for (const Cell& cell : row) {
        if (&cell != &row.front()) text += '\t';
        for (const Line& line : cell.lines) {
          if (&line != &cell.lines.front()) text += ' ';
          text += PlainText(line);
        }
      }
      page_.Put(text);
    }
    page_.Blank();
  }
  void operator()(const Foot& foot) {
    PutBlock(foot.left);
    PutBlock(foot.right);
  }
  void operator()(const Annex&) { page_.Blank(); }
  void operator()(const PageBreak&) { page_.Blank(); }

 private:
  void PutLines(const Lines& lines) {
    for (const Line& line : lines) {
      if (!IsShortRule(line)) {
        page_.Put(PlainText(line));
      } else if (typed_rules_) {
        page_.Put(letter_.layout == Layout::kOld ? "-----*-----" : "-------");
      }
    }
  }

  void PutBlock(const Lines& lines) {
    PutLines(lines);
    page_.Blank();
  }

  const Letter& letter_;
  const bool typed_rules_;  // some clerks type the rule, others leave it out
  TextPage page_;
};

}  // namespace

std::string SetAsText(const Letter& letter) { return TextWriter(letter).Write(); }

}  // namespace vanthu::corpus
