#include "pipeline/evaluate/score.h"

#include <algorithm>
#include <array>

#include "pipeline/evaluate/fields.h"
#include "pipeline/evaluate/tables.h"

namespace vanthu::evaluate {
namespace {

using nlohmann::ordered_json;

// The fields that a pen fills in on a printed letter.
constexpr std::array<std::string_view, 2> kFilledInByHand = {"number", "issue_date"};

bool ReadByOcr(const ordered_json& letter) {
  const auto pages = letter.find("pages");
  if (pages == letter.end() || !pages->is_array()) return true;  // not known
  return pages->empty() || !std::ranges::all_of(*pages, [](const ordered_json& page) {
           return page.is_object() && page.contains("origin") && page["origin"] == "text";
         });
}

bool IsUnprintedStamp(const FieldSpec& field, const ordered_json& gold,
                      const ordered_json& predicted) {
  return field.member == "stamp" && gold.contains("stamp") && !gold["stamp"].is_null() &&
         !ReadByOcr(predicted);
}

constexpr std::array<double, 8> kBinEdges = {0, 0.5, 0.6, 0.7, 0.8, 0.9, kSureScore, 1};

void AddReliability(const std::vector<FieldJudged>& fields, Summary& summary) {
  for (const FieldJudged& field : fields) {
    for (const Judged& value : field.values) {
      // Scores are written to two decimals: 0.95 may come as 0.9499….
      const double score = value.score + 1e-9;
      size_t bin = 0;
      while (bin + 2 < kBinEdges.size() && score >= kBinEdges[bin + 1]) ++bin;
      summary.reliability[bin].values += 1;
      summary.reliability[bin].right += value.right ? 1 : 0;
      if (score < kSureScore) continue;
      auto at = std::ranges::find(summary.sure, field.field, &FieldReliability::field);
      if (at == summary.sure.end()) at = summary.sure.insert(at, {field.field, 0, 0});
      at->sure += 1;
      at->sure_right += value.right ? 1 : 0;
    }
  }
}

// The field itself always; a part of it only where some item has it.
void Append(Scores scores, LetterScore& letter) {
  const auto first_part = scores.fields.begin() + 1;
  scores.fields.erase(
      std::remove_if(first_part, scores.fields.end(),
                     [](const FieldScore& part) { return part.counts == Counts{}; }),
      scores.fields.end());
  std::ranges::move(scores.fields, std::back_inserter(letter.fields));
  std::ranges::move(scores.errors, std::back_inserter(letter.errors));
}

// Fields keep the order in which the letters name them, which is the schema's; one that only later
// letters have goes behind the field that it follows there.
void Add(const std::vector<FieldScore>& scores, std::vector<FieldScore>& totals) {
  auto place = totals.begin();
  for (const FieldScore& score : scores) {
    const auto found = std::ranges::find(totals, score.field, &FieldScore::field);
    if (found != totals.end()) {
      found->counts += score.counts;
      place = found + 1;
    } else {
      place = totals.insert(place, score) + 1;
    }
  }
}

}  // namespace

LetterScore ScoreLetter(std::string_view file, const Gold& gold, const ordered_json& predicted) {
  LetterScore letter{std::string(file), {}, {}, {}, std::nullopt, gold.handwritten};
  for (const FieldSpec& field : Fields()) {
    const Casing casing = gold.any_case.contains(field.name) ? Casing::kAny : Casing::kExact;
    const auto expected = ItemsOf(field, gold.fields, casing);
    if (!expected || IsUnprintedStamp(field, gold.fields, predicted)) continue;
    Scores scores = ScoreItems(field, *expected,
                               ItemsOf(field, predicted, casing).value_or(std::vector<Item>{}));
    if (field.head) {
      const Counts& c = scores.fields.front().counts;
      const bool right = c.strict == c.gold && c.strict == c.predicted;
      letter.head_right = letter.head_right.value_or(true) && right;
    }
    if (!scores.judged.empty()) {
      letter.judged.push_back({std::string(field.name), std::move(scores.judged)});
    }
    Append(std::move(scores), letter);
  }
  if (const auto tables = gold.fields.find("tables"); tables != gold.fields.end()) {
    const auto found = predicted.find("tables");
    Append(ScoreTables(*tables, found != predicted.end() ? *found : ordered_json::array()), letter);
  }
  return letter;
}

Summary Summarize(const Evaluation& evaluation) {
  Summary summary;
  summary.letters = evaluation.letters.size();
  for (size_t i = 0; i + 1 < kBinEdges.size(); ++i) {
    summary.reliability.push_back({kBinEdges[i], kBinEdges[i + 1], 0, 0});
  }
  for (const LetterScore& letter : evaluation.letters) {
    Add(letter.fields, summary.fields);
    AddReliability(letter.judged, summary);
    if (letter.head_right) {
      ++summary.heads_scored;
      summary.heads_right += *letter.head_right ? 1 : 0;
    }
    if (!letter.handwritten) continue;
    std::vector<FieldScore> handwritten, printed;
    for (const FieldScore& score : letter.fields) {
      if (std::ranges::find(kFilledInByHand, score.field) == kFilledInByHand.end()) continue;
      (letter.handwritten->contains(score.field) ? handwritten : printed).push_back(score);
    }
    Add(handwritten, summary.handwritten);
    Add(printed, summary.printed);
  }
  std::erase_if(summary.reliability, [](const ReliabilityBin& bin) { return bin.values == 0; });
  for (const PageScore& page : evaluation.pages) summary.text += page.text;
  return summary;
}

Rates RatesOf(const Counts& counts, Match level) {
  const int right = level == Match::kStrict ? counts.strict
                    : level == Match::kSoft ? counts.soft
                                            : counts.edit;
  const auto share = [right](int of, int times) -> std::optional<double> {
    if (of == 0) return std::nullopt;
    return static_cast<double>(times * right) / of;
  };
  return {share(counts.predicted, 1), share(counts.gold, 1),
          share(counts.gold + counts.predicted, 2)};
}

}  // namespace vanthu::evaluate
