#include "pipeline/segment/outline.h"

#include <re2/re2.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "models/document/passage.h"
#include "models/text/fold.h"
#include "models/text/normalize.h"
#include "models/text/utf8.h"
#include "pipeline/segment/labels.h"
#include "pipeline/segment/shape.h"
#include "pipeline/segment/worn_labels.h"

namespace vanthu::segment {
namespace {

// A line longer than this, in bytes, is running text even where its label opens a section.
constexpr size_t kLongestHeading = 420;

// Points by which a full line may fall short of the right edge: half a word.
constexpr double kRaggedEdge = 15;

class OutlineMarker {
 public:
  OutlineMarker(Letter& letter, size_t begin, size_t end)
      : letter_(letter), begin_(begin), end_(end) {}

  void Mark() {
    int annex = -1;
    for (size_t i = begin_; i < end_; ++i) {
      LetterLine& line = At(i);
      if (line.annex != annex) {
        annex = line.annex;
        open_.clear();
        current_ = -1;
        if (annex >= 0) OpenAnnex(i);
      }
      line.section = current_;
      if (line.zone != Zone::kNone) continue;
      if (Printed(i).cell) {
        line.zone = Zone::kTable;
        continue;
      }
      if (IsRule(line.text)) continue;
      if (!OpenSection(i)) {
        line.zone = InBasis(i) ? Zone::kBasis : Zone::kBody;
        AddText(i);
      }
    }
  }

 private:
  struct Open {
    Kind kind;
    int section;
  };

  LetterLine& At(size_t i) { return letter_.lines[i]; }
  const Line& Printed(size_t i) const { return letter_.Printed(letter_.lines[i]); }

  // A line that goes on with a Căn cứ, before the first section, is part of the basis.
  bool InBasis(size_t i) {
    if (current_ >= 0 || At(i).annex >= 0) return false;
    // "… đôn đốc báo cáo; / theo đề nghị của …" goes on with its sentence.
    const bool opens = !IsLower(DecodeAt(At(i).text, 0).value) || Printed(i).starts_paragraph;
    if (opens && IsBasis(At(i).folded)) return true;
    // Among the Căn cứ lines: "Thực hiện Thông báo số … về chương trình đối ngoại,".
    if (i > begin_ && At(i - 1).zone == Zone::kBasis && At(i).folded.starts_with("thuc hien ")) {
      const std::string& end = At(ParagraphEnd(i)).text;
      if (end.ends_with(",") || end.ends_with(";")) return true;
    }
    if (i == begin_ || At(i - 1).zone != Zone::kBasis || Printed(i).starts_paragraph) return false;
    const std::string_view above = At(i - 1).text;
    return !above.ends_with(";") && !above.ends_with(".");
  }

  // The last line of the paragraph that line i opens.
  size_t ParagraphEnd(size_t i) const {
    while (i + 1 < end_ && GoesOn(i + 1) && letter_.lines[i + 1].zone == Zone::kNone) ++i;
    return i;
  }

  // Whether line i goes on with the paragraph of the line above.
  bool GoesOn(size_t i) const {
    return i > 0 && !Printed(i).starts_paragraph && !Printed(i).cell &&
           letter_.lines[i].page == letter_.lines[i - 1].page;
  }

  // On scans, the label that follows what is open, where the line shows a damaged form of it.
  std::optional<Label> LabelAt(size_t i) const {
    const LetterLine& line = letter_.lines[i];
    const bool scan = letter_.pages[static_cast<size_t>(line.page)].origin == PageOrigin::kOcr;
    if (scan && (Printed(i).starts_paragraph || Printed(i).centered)) {
      std::vector<Label> open;
      for (const Open& o : open_) {
        open.push_back({o.kind, letter_.sections[static_cast<size_t>(o.section)].label, 0});
      }
      if (std::optional<Label> worn = WornLabelOf(line, open)) return worn;
    }
    if (std::optional<Label> label = LabelOf(line)) return label;
    return CapitalAt(i);
  }

  // A letter of the series A, B, C … before a title in capitals or bold.
  std::optional<Label> CapitalAt(size_t i) const {
    std::optional<Label> label = CapitalLabelOf(letter_.lines[i]);
    if (!label || GoesOn(i)) return std::nullopt;
    const Line& printed = Printed(i);
    const bool set_off = printed.bold || printed.heading > 0 || IsCapitals(AfterLabel(i, *label));
    if (!set_off) return std::nullopt;
    const Open* last = nullptr;
    bool in_roman = false;
    for (const Open& o : open_) {
      if (o.kind == Kind::kCapital || o.kind == Kind::kCapitalInRoman) last = &o;
      in_roman = in_roman || o.kind == Kind::kRoman;
    }
    if (last == nullptr) {
      if (label->label != "A") return std::nullopt;
      if (in_roman) label->kind = Kind::kCapitalInRoman;
      return label;
    }
    constexpr std::string_view kSeries = "A B C D Đ E F G H K L M ";
    const std::string& before = letter_.sections[static_cast<size_t>(last->section)].label;
    const std::string pair = before + " " + label->label + " ";
    const bool follows = kSeries.find(pair) != std::string_view::npos || pair == "D E ";
    if (!follows && label->label != "A") return std::nullopt;
    label->kind = last->kind;
    return label;
  }

  bool OpenSection(size_t i) {
    const std::optional<Label> label = LabelAt(i);
    if (!label) return false;
    if (label->kind == Kind::kDash && !IsDashHeading(i)) return false;
    if (label->kind != Kind::kDash && GoesOn(i) && !Plausible(i, *label)) return false;
    if (label->kind == Kind::kLetter && !LetterFits(*label)) return false;
    if (label->kind == Kind::kNumber && GoesOn(i) && !NumberFits(*label)) return false;

    Section section;
    section.label = LabelInSentenceCase(*label);
    const std::string_view printed = Printed(i).text;
    section.raw = printed;
    section.rule = "outline/label";
    const double certainty = Printed(i).starts_paragraph || Printed(i).bold ? 0.97 : 0.9;
    section.score = certainty * Printed(i).confidence;
    size_t last = i;
    std::string text = AfterLabel(i, *label);
    // The heading may run over several printed lines.
    while (last + 1 < end_ && GoesOn(last + 1) && At(last + 1).zone == Zone::kNone &&
           !LabelOf(At(last + 1)) && text.size() < kLongestHeading) {
      ++last;
      JoinLine(text, Printed(last).text);
    }
    if (text.empty() && last + 1 < end_ && label->kind <= Kind::kSubItem &&
        At(last + 1).zone == Zone::kNone && !LabelOf(At(last + 1))) {
      // Chương I / NHỮNG QUY ĐỊNH CHUNG: the title stands under the label.
      while (last + 1 < end_ && At(last + 1).zone == Zone::kNone && !LabelOf(At(last + 1)) &&
             (IsCapitals(At(last + 1).text) || (text.empty() && Printed(last + 1).centered))) {
        JoinLine(text, Printed(++last).text);
      }
    }
    const bool heading = IsHeading(i, last, *label, text);
    if (heading) {
      section.heading = WithoutClosingMark(text);
      for (size_t k = i + 1; k <= last; ++k) {
        section.score = std::min(section.score, certainty * Printed(k).confidence);
      }
    } else {
      section.text = text;
    }
    Push(label->kind, std::move(section), i);
    if (!heading) OpenInlineLetter(i);
    for (size_t k = i; k <= last; ++k) {
      At(k).section = current_;
      At(k).zone = heading ? Zone::kHeading : Zone::kBody;
    }
    return true;
  }

  static std::string WithoutClosingMark(std::string text) {
    while (!text.empty() &&
           (text.back() == ':' || text.back() == '.' || text.back() == ' ' || text.back() == ';')) {
      text.pop_back();
    }
    return text;
  }

  // A dash opens a section only as a heading, set off in type.
  bool IsDashHeading(size_t i) const {
    const Line& printed = Printed(i);
    return (printed.heading > 0 || printed.bold) && letter_.lines[i].text.size() < kLongestHeading;
  }

  // In the middle of a paragraph a label is more often a number that was wrapped to a new line.
  bool Plausible(size_t i, const Label& label) const {
    const std::string_view above = letter_.lines[i - 1].text;
    const bool closed = above.ends_with(".") || above.ends_with(";") || above.ends_with(":") ||
                        above.ends_with("./.") || letter_.lines[i - 1].zone == Zone::kHeading ||
                        letter_.lines[i - 1].zone == Zone::kAnnexTitle ||
                        letter_.lines[i - 1].zone == Zone::kTable ||
                        letter_.lines[i - 1].zone == Zone::kPageNumber;
    return closed || label.kind <= Kind::kArticle || Printed(i).bold;
  }

  // a) opens a list, and so does a letter after another one.
  bool LetterFits(const Label& label) const {
    if (label.label == "a") return true;
    return std::ranges::any_of(open_, [](const Open& o) { return o.kind == Kind::kLetter; });
  }

  bool NumberFits(const Label& label) const {
    const int number = std::stoi(label.label);
    if (number == 1) return true;
    for (const Open& o : open_) {
      if (o.kind != Kind::kNumber) continue;
      const std::string& last = letter_.sections[static_cast<size_t>(o.section)].label;
      return number == std::stoi(last) + 1;
    }
    return false;
  }

  bool IsHeading(size_t first, size_t last, const Label& label, const std::string& text) const {
    if (text.empty() || text.size() > kLongestHeading || TextGoesOn(last)) return false;
    const Line& printed = Printed(first);
    if (label.kind <= Kind::kSubItem) return true;
    const bool set_off = printed.bold || printed.heading > 0 || (last == first && IsCapitals(text));
    const bool capital = label.kind == Kind::kCapital || label.kind == Kind::kCapitalInRoman;
    if (set_off || capital || label.kind == Kind::kRoman) return true;
    const char end = text.back();
    if (end == ';' || end == ',' || EndsLetter(text)) return false;
    // A colon closes a heading ("1. Chủ tịch UBND các xã:") or opens a list ("… với nội dung sau:").
    static const RE2 opens_list(
        R"((?:sau(?: đây)?|gồm(?: có)?|như|là|cụ thể|nội dung|khoản|yêu cầu|định|nhiệm vụ)\s*:$|^(?:Giao|Yêu cầu|Đề nghị|Kiến nghị|Phê duyệt|Ban hành)\s)");
    if (end == ':') {
      return text.size() < 160 && label.kind != Kind::kArticle &&
             !RE2::PartialMatch(text, opens_list);
    }
    // "1. Đoàn ra." closes with a point as a sentence does; only a few words over a text are a title.
    if (end == '.') {
      static const RE2 title(R"(^[^\d:]{1,60}\.$)");
      return last == first && CountWords(text) <= 5 && RE2::FullMatch(text, title) &&
             TextFollows(last, label);
    }
    return last + 1 < end_;
  }

  // "Điều 2: a) Ủy ban nhân dân …": the first item stands on the line of the section that it belongs to.
  void OpenInlineLetter(size_t i) {
    static const RE2 first(R"(^(a\s?\)\s*)\S)");
    Section& outer = letter_.sections[static_cast<size_t>(current_)];
    std::string mark;
    if (!RE2::PartialMatch(outer.text, first, &mark)) return;
    Section item;
    item.label = "a";
    item.text = outer.text.substr(mark.size());
    item.raw = outer.raw;
    item.rule = outer.rule;
    item.score = outer.score;
    outer.text.clear();
    Push(Kind::kLetter, std::move(item), i);
  }

  // What the line prints behind its label, dashes and quotes as printed.
  std::string AfterLabel(size_t i, const Label& label) const {
    const std::string& printed = Printed(i).text;
    return printed.substr(Normalize(printed).offsets[label.length]);
  }

  // The next line of the body begins in a small letter: what stands above is a sentence cut by the
  // page's end, no title.
  bool TextGoesOn(size_t last) const {
    for (size_t i = last + 1; i < end_; ++i) {
      const LetterLine& line = letter_.lines[i];
      if (line.zone == Zone::kPageNumber || line.zone == Zone::kFootnote ||
          line.zone == Zone::kContact)
        continue;
      if (LabelOf(line) || Printed(i).cell) return false;
      return IsLower(DecodeAt(line.text, 0).value) ||
             (line.page != letter_.lines[last].page && IsFull(last));
    }
    return false;
  }

  // Whether line i reaches the right edge of its page's text: a sentence that goes on overleaf.
  bool IsFull(size_t i) const {
    const Line& printed = Printed(i);
    if (!printed.box || printed.text.ends_with(".") || printed.text.ends_with(":")) return false;
    double right = 0;
    for (const Line& line : letter_.pages[static_cast<size_t>(letter_.lines[i].page)].lines) {
      if (line.box) right = std::max(right, line.box->x1);
    }
    return printed.box->x1 > right - kRaggedEdge;
  }

  // Something of the section's own stands under line `last`: no label of its kind or of an outer one.
  bool TextFollows(size_t last, const Label& label) const {
    if (last + 1 >= end_) return false;
    const LetterLine& next = letter_.lines[last + 1];
    if (next.zone != Zone::kNone || next.annex != letter_.lines[last].annex) return false;
    const std::optional<Label> below = LabelOf(next);
    return !below || below->kind > label.kind;
  }

  static size_t CountWords(std::string_view text) {
    return 1 + static_cast<size_t>(std::ranges::count(text, ' '));
  }

  void OpenAnnex(size_t i) {
    const Annex& annex = letter_.annexes[static_cast<size_t>(At(i).annex)];
    if (!annex.label) return;
    Section section;
    section.label = *annex.label;
    section.heading = annex.title.value_or("");
    section.raw = annex.raw;
    section.rule = "outline/annex";
    section.score = annex.score;
    Push(Kind::kAnnex, std::move(section), i);
  }

  void Push(Kind kind, Section section, size_t i) {
    while (!open_.empty() && open_.back().kind >= kind) open_.pop_back();
    section.level = static_cast<int>(open_.size()) + 1;
    for (const Open& o : open_) {
      section.path += letter_.sections[static_cast<size_t>(o.section)].label + "/";
    }
    section.path += section.label;
    section.evidence.push_back(letter_.Where(At(i)));
    current_ = static_cast<int>(letter_.sections.size());
    open_.push_back({kind, current_});
    letter_.sections.push_back(std::move(section));
  }

  void AddText(size_t i) {
    if (current_ < 0) return;
    std::string& text = letter_.sections[static_cast<size_t>(current_)].text;
    if (!text.empty()) text += GoesOn(i) ? ' ' : '\n';
    text += Printed(i).text;
  }

  Letter& letter_;
  size_t begin_, end_;
  std::vector<Open> open_;
  int current_ = -1;
};

}  // namespace

void MarkOutline(Letter& letter, size_t begin, size_t end) {
  OutlineMarker(letter, begin, end).Mark();
}

}  // namespace vanthu::segment
