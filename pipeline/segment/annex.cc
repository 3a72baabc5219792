#include "pipeline/segment/annex.h"

#include <re2/re2.h>

#include <algorithm>

#include "models/text/fold.h"
#include "pipeline/segment/shape.h"

namespace vanthu::segment {
namespace {

// A title stands at most so many lines above its caption, or below its label.
constexpr size_t kTitleLines = 6;

class AnnexMarker {
 public:
  AnnexMarker(Letter& letter, size_t begin) : letter_(letter), begin_(begin), own_(OwnNumber()) {}

  void Mark() {
    const std::vector<size_t> starts = FindStarts();
    for (size_t k = 0; k < starts.size(); ++k) {
      MarkOne(starts[k], k + 1 < starts.size() ? starts[k + 1] : letter_.lines.size());
    }
  }

 private:
  LetterLine& At(size_t i) { return letter_.lines[i]; }
  const Line& Printed(size_t i) const { return letter_.Printed(letter_.lines[i]); }

  // The letter's own number without blanks, folded: what captions repeat.
  std::string OwnNumber() const {
    static const RE2 number(R"(^s[o0]\s*[:;.,]?\s*(.+)$)");
    for (const LetterLine& line : letter_.lines) {
      std::string found;
      if (line.zone != Zone::kNumber || !RE2::PartialMatch(line.folded, number, &found)) continue;
      std::erase(found, ' ');
      return found.size() >= 5 && found[0] != '/' ? found : std::string();
    }
    return {};
  }

  bool IsCaption(size_t i) {
    if (IsAnnexCaption(At(i).folded)) return true;
    if (own_.empty() || At(i).folded.size() > 160) return false;
    std::string closed = At(i).folded;
    std::erase(closed, ' ');
    return closed.find(own_) != std::string::npos && closed.find("ngay") != std::string::npos;
  }

  std::vector<size_t> FindStarts() {
    std::vector<size_t> starts;
    size_t free_from = begin_;  // lines before it belong to an annex's head already
    for (size_t i = begin_; i < letter_.lines.size(); ++i) {
      if (i < free_from || Printed(i).cell) continue;
      if (IsAnnexLabel(At(i))) {
        starts.push_back(i);
        free_from = i + 1;
        // Its caption further down opens nothing new.
        for (size_t k = i + 1; k < std::min(letter_.lines.size(), i + 1 + kTitleLines); ++k) {
          if (Printed(k).cell || IsAnnexLabel(At(k))) break;
          if (IsCaption(k)) free_from = k + 1;
        }
      } else if (IsCaption(i)) {
        starts.push_back(TitleAbove(i, starts.empty() ? begin_ : starts.back() + 1));
        free_from = i + 1;
      } else if (i == begin_ && OpensUncaptioned(i)) {
        starts.push_back(i);
        free_from = i + 1;
        for (size_t k = i + 1; k < std::min(letter_.lines.size(), i + 1 + kTitleLines); ++k) {
          if (Printed(k).cell) break;
          if (IsCaption(k)) free_from = k + 1;
        }
      }
    }
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    return starts;
  }

  // The first of the title lines that stand right above a caption.
  size_t TitleAbove(size_t caption, size_t floor) {
    size_t first = caption;
    for (size_t i = caption; i > floor && caption - i < kTitleLines; --i) {
      const LetterLine& line = At(i - 1);
      const Line& printed = Printed(i - 1);
      if (printed.cell) break;
      if (IsRule(line.text)) continue;
      if (line.zone != Zone::kNone) break;
      const bool title_like =
          IsCapitals(line.text) || printed.bold || printed.centered || printed.heading > 0;
      if (title_like) first = i - 1;
      if (!title_like && line.folded.size() > 150) break;
    }
    return first;
  }

  bool OpensUncaptioned(size_t i) {
    const Line& printed = Printed(i);
    return IsCapitals(At(i).text) && At(i).folded.size() > 5 &&
           (printed.centered || printed.bold || printed.heading > 0 || printed.starts_paragraph);
  }

  void MarkOne(size_t begin, size_t end) {
    Annex annex;
    size_t i = begin;
    std::string title;
    double confidence = Printed(begin).confidence;  // of its least sure line
    if (IsAnnexLabel(At(i))) {
      static const RE2 label(
          R"((?i)^(phụ lục(?:\s+(?:số\s+)?(?:[ivxl]+|\d{1,2}|[a-h]))?)\s*[:.-]?\s*(.*)$)");
      std::string head, rest;
      if (RE2::FullMatch(At(i).text, label, &head, &rest)) {
        annex.label = LabelInSentenceCase(head);
        title = rest;
      }
      At(i).zone = Zone::kAnnexTitle;
      ++i;
    }
    bool captioned = false;
    bool typed = false;  // QUY CHẾ / Phối hợp quản lý …: the trích yếu follows in small letters
    const size_t head_end = std::min(end, begin + kTitleLines + 2);
    for (; i < head_end; ++i) {
      LetterLine& line = At(i);
      const Line& printed = Printed(i);
      if (printed.cell) break;
      if (IsRule(line.text)) continue;
      if (IsCaption(i)) {
        captioned = true;
        line.zone = Zone::kAnnexTitle;
        // A caption may run over its line: until its bracket closes.
        while (i + 1 < head_end && At(i).text.find(')') == std::string::npos &&
               line.text.starts_with("(") && !Printed(i + 1).cell && !IsCapitals(At(i + 1).text)) {
          At(++i).zone = Zone::kAnnexTitle;
        }
        continue;
      }
      if (captioned) break;
      const bool set_off = printed.bold || printed.centered || printed.heading > 0;
      if (!IsCapitals(line.text) && !(set_off && title.empty()) &&
          !((set_off || typed) && CaptionFollows(i, head_end))) {
        break;
      }
      typed = typed || TypeTitle(line, printed) != nullptr;
      line.zone = Zone::kAnnexTitle;
      if (!title.empty()) title += ' ';
      title += printed.text;
      confidence = std::min(confidence, printed.confidence);
    }
    if (!title.empty()) annex.title = title;
    const LetterLine& first = At(begin);
    annex.raw = Printed(begin).text;
    annex.rule = annex.label ? "annex/label" : "annex/caption";
    annex.score = (annex.label || captioned ? 0.95 : 0.7) * confidence;
    annex.evidence.push_back(letter_.Where(first));
    for (size_t k = begin; k < end; ++k) {
      At(k).annex = static_cast<int>(letter_.annexes.size());
      const int page = letter_.pages[static_cast<size_t>(At(k).page)].number;
      if (annex.pages.empty() || annex.pages.back() != page) annex.pages.push_back(page);
    }
    letter_.annexes.push_back(std::move(annex));
  }

  bool CaptionFollows(size_t i, size_t end) {
    for (size_t k = i + 1; k < end; ++k) {
      if (IsCaption(k)) return true;
      if (Printed(k).cell) return false;
    }
    return false;
  }

  // "PHỤ LỤC II" -> "Phụ lục II".
  static std::string LabelInSentenceCase(std::string_view printed) {
    const size_t space = printed.find(' ', printed.find(' ') + 1);
    std::string out = "Phụ lục";
    if (space == std::string_view::npos) return out;
    std::string rest(printed.substr(space));
    if (Fold(rest).starts_with(" so ")) rest = " số " + rest.substr(rest.find(' ', 1) + 1);
    return out + rest;
  }

  Letter& letter_;
  size_t begin_;
  std::string own_;
};

}  // namespace

void MarkAnnexes(Letter& letter, size_t begin) { AnnexMarker(letter, begin).Mark(); }

}  // namespace vanthu::segment
