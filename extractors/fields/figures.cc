// Figures that the letter states: sums, counts, shares, measures, spans of time. Decree 30/2020/NĐ-CP has no
// component for them; what counts as one is decided in corpus/GUIDELINES.md, "Figures".
#include <re2/re2.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "extractors/evidence.h"
#include "extractors/quantity/context.h"
#include "extractors/quantity/label.h"
#include "extractors/quantity/quantity.h"
#include "extractors/quantity/tokens.h"
#include "models/document/passage.h"
#include "models/document/record.h"
#include "models/text/utf8.h"

namespace vanthu::extractors {
namespace {

// A letter speaks in figures in its body and footnotes; a preamble cites, and states sums alone.
bool States(Zone zone) {
  return zone == Zone::kBody || zone == Zone::kHeading || zone == Zone::kFootnote ||
         zone == Zone::kClosing || zone == Zone::kBasis;
}

// A paragraph that opens with its basis and goes on to tell: "Căn cứ …, Đoàn đã làm việc với 6 cơ quan. …:"
bool TellsMore(const Passage& passage) {
  static const RE2 sentence(R"([\pL\d](?:[.:]\s+\pL|:\s*$))");
  return RE2::PartialMatch(passage.text, sentence);
}

bool HasNumber(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos ||
         text.find("½") != std::string_view::npos || text.find("¼") != std::string_view::npos ||
         text.find("¾") != std::string_view::npos;
}

std::string Currency(const Quantity& quantity) {
  return quantity.unit.substr(0, quantity.unit.find('/'));
}

bool IsMoney(const Quantity& quantity) {
  if (quantity.kind == FigureKind::kMoney) return true;
  const std::string currency = Currency(quantity);
  return quantity.kind == FigureKind::kRate && currency.size() == 3 &&
         std::ranges::all_of(currency, [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string RuleOf(FigureKind kind) {
  std::string rule = "figures/";
  switch (kind) {
    case FigureKind::kMoney: return rule.append("money");
    case FigureKind::kCount: return rule.append("count");
    case FigureKind::kPercent: return rule.append("percent");
    case FigureKind::kDuration: return rule.append("duration");
    case FigureKind::kRate: return rule.append("rate");
    default: return rule.append("measure");
  }
}

Figure FigureOf(const Letter& letter, const Passage& passage, const Tokens& tokens,
                const Quantity& quantity) {
  Figure figure;
  const size_t begin = tokens[quantity.first].begin, end = tokens[quantity.last - 1].end;
  figure.raw = PrintedIn(letter, passage, begin, end);
  figure.evidence = WhereIn(letter, passage, begin, end);
  figure.rule = RuleOf(quantity.kind);
  figure.score = quantity.certainty * LeastConfidence(letter, passage, begin, end);
  figure.kind = quantity.kind;
  figure.value = quantity.value;
  figure.value_max = quantity.value_max;
  figure.of = quantity.of;
  figure.unit = quantity.unit;
  figure.approx = HedgeOf(tokens, quantity);
  return figure;
}

// Sections in which the marks of footnotes stand: "[2]" behind a word of the body, or a raised 2 as
// a page gives it ("USD2."). The note itself stands at the foot of a page, or of the whole text, far
// from the section that it belongs to.
class NoteMarks {
 public:
  explicit NoteMarks(const Letter& letter) {
    static const RE2 bracketed(R"(\[(\d{1,3}|\*)\])");
    static const RE2 raised(R"re((?:\pL|\b(?:19|20)\d{2})(\d{1,2})(?:[\s.,;:)"]|$))re");
    if (letter.footnotes.empty()) return;
    for (const LetterLine& line : letter.lines) {
      if (line.zone == Zone::kFootnote) continue;
      std::string label;
      re2::StringPiece rest(line.text);
      while (RE2::FindAndConsume(&rest, bracketed, &label)) sections_[label] = line.section;
      rest = re2::StringPiece(line.text);
      while (RE2::FindAndConsume(&rest, raised, &label))
        sections_.emplace(OnPage(label, line.page), line.section);
    }
  }
  // The section of the line at `piece` of a passage; of its note's mark where it is one's text.
  int SectionOf(const Letter& letter, const Passage& passage, size_t piece) const {
    static const RE2 opening(R"(^(\[?)(\d{1,3}|\*)\]?\s*\pL)");
    constexpr size_t kLines = 60;  // of a long note
    if (passage.zone != Zone::kFootnote || sections_.empty()) return passage.section;
    std::string bracket, label;
    for (size_t back = 0; back <= std::min(piece, kLines); ++back) {
      const LetterLine& line = letter.lines[passage.pieces[piece - back].line];
      if (!RE2::PartialMatch(line.text, opening, &bracket, &label)) continue;
      const auto known = sections_.find(bracket.empty() ? OnPage(label, line.page) : label);
      if (known != sections_.end()) return known->second;
      if (!bracket.empty()) break;
    }
    return passage.section;
  }

 private:
  static std::string OnPage(const std::string& label, int page) {
    return label + "@" + std::to_string(page);
  }
  std::unordered_map<std::string, int> sections_;
};

// Figures of one passage, appended to the record's.
void ReadPassage(const Letter& letter, const Passage& passage, const NoteMarks& marks,
                 Record& record) {
  const Tokens tokens(passage.text);
  const std::vector<Quantity> quantities = FindQuantities(tokens);
  const std::vector<ChangeOf> changes = ChangesOf(tokens, quantities);
  size_t floor = 0;
  for (size_t i = 0; i < quantities.size(); ++i) {
    const Quantity& quantity = quantities[i];
    if (passage.zone == Zone::kBasis && !TellsMore(passage) &&
        quantity.kind != FigureKind::kMoney && quantity.kind != FigureKind::kPercent) {
      continue;
    }
    Figure figure = FigureOf(letter, passage, tokens, quantity);
    const int section =
        marks.SectionOf(letter, passage, passage.PieceAt(tokens[quantity.first].begin));
    if (section >= 0) figure.section = letter.sections[static_cast<size_t>(section)].path;
    figure.change = changes[i].change;
    figure.baseline = changes[i].baseline;
    const Label label = LabelOf(tokens, quantity, floor);
    const bool follows = i > 0 && !record.figures.empty() && floor > 0;
    const bool labelled = figure.kind != FigureKind::kCount;
    if (labelled) {
      figure.label = label.text;
      if (label.inherited && follows) figure.label = record.figures.back().label;
    }
    if (follows && IsMoney(quantity) && IsMoney(quantities[i - 1]) &&
        Currency(quantity) != Currency(quantities[i - 1]) &&
        SaysSameSum(tokens, quantities[i - 1], quantity)) {
      figure.same_as = static_cast<int>(record.figures.size()) - 1;
      figure.label = record.figures.back().label;
    }
    // "(tương đương 1,7 triệu USD và 92 ngàn EURO)": only both together say the sum.
    if (follows && IsMoney(quantity) && record.figures.back().same_as &&
        quantity.first == quantities[i - 1].last + 1 && tokens.Is(quantities[i - 1].last, "và")) {
      record.figures.back().same_as.reset();
    }
    record.figures.push_back(std::move(figure));
    floor = std::max(quantity.last, changes[i].last);
    if (labelled) floor = std::max(floor, label.last);
  }
}

// "Ban Chỉ đạo 814 tỉnh", "Đội 814 quản lý …": a number of three digits and more that goes on with one
// word after the other is the name of something.
void DropNames(std::vector<Figure>& figures) {
  std::unordered_map<std::string, std::unordered_set<std::string>> units;
  const auto plain = [](const Figure& figure) {
    const std::string& value = *figure.value;
    return figure.kind == FigureKind::kCount && value.size() > 2 && value.size() < 5 &&
           figure.raw.starts_with(value) && !figure.same_as && !figure.of;
  };
  for (const Figure& figure : figures) {
    if (plain(figure)) units[*figure.value].insert(*figure.unit);
  }
  constexpr size_t kWords = 3;
  std::vector<size_t> moved(figures.size());  // where each figure goes, for same_as
  size_t kept = 0;
  for (size_t i = 0; i < figures.size(); ++i) {
    moved[i] = kept;
    if (plain(figures[i]) && units[*figures[i].value].size() >= kWords) continue;
    if (figures[i].same_as) {
      figures[i].same_as = static_cast<int>(moved[static_cast<size_t>(*figures[i].same_as)]);
    }
    if (kept != i) figures[kept] = std::move(figures[i]);
    ++kept;
  }
  figures.resize(kept);
}

}  // namespace

void ExtractFigures(const Letter& letter, Record& record) {
  const NoteMarks marks(letter);
  for (const Passage& passage : Passages(letter)) {
    if (!States(passage.zone) || !HasNumber(passage.text)) continue;
    ReadPassage(letter, passage, marks, record);
  }
  DropNames(record.figures);
}

}  // namespace vanthu::extractors
