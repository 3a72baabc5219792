#include "pipeline/evaluate/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace vanthu::evaluate {
namespace {

using nlohmann::ordered_json;

constexpr int kReportVersion = 1;

double Rounded(double value) { return std::round(value * 1e4) / 1e4; }

ordered_json OrNull(const std::optional<double>& value) {
  return value ? ordered_json(Rounded(*value)) : ordered_json(nullptr);
}

ordered_json OrNull(const std::optional<std::string>& value) {
  return value ? ordered_json(*value) : ordered_json(nullptr);
}

std::string_view LevelName(Match match) {
  switch (match) {
    case Match::kNone: return "none";
    case Match::kEdit: return "edit";
    case Match::kSoft: return "soft";
    case Match::kStrict: return "strict";
  }
  return "none";
}

constexpr Match kLevels[] = {Match::kStrict, Match::kSoft, Match::kEdit};

ordered_json CountsJson(const Counts& counts) {
  ordered_json json = {{"support", counts.gold}, {"predicted", counts.predicted}};
  const int right[] = {counts.strict, counts.soft, counts.edit};
  for (size_t i = 0; i < std::size(kLevels); ++i) {
    const Rates rates = RatesOf(counts, kLevels[i]);
    json[std::string(LevelName(kLevels[i]))] = {{"right", right[i]},
                                                {"precision", OrNull(rates.precision)},
                                                {"recall", OrNull(rates.recall)},
                                                {"f1", OrNull(rates.f1)}};
  }
  return json;
}

ordered_json FieldsJson(const std::vector<FieldScore>& fields) {
  ordered_json json = ordered_json::object();
  for (const FieldScore& field : fields) json[field.field] = CountsJson(field.counts);
  return json;
}

ordered_json ReliabilityJson(const Summary& summary) {
  ordered_json bins = ordered_json::array();
  for (const ReliabilityBin& bin : summary.reliability) {
    bins.push_back(
        {{"from", bin.from}, {"to", bin.to}, {"values", bin.values}, {"right", bin.right}});
  }
  ordered_json sure = ordered_json::object();
  for (const FieldReliability& field : summary.sure) {
    sure[field.field] = {{"values", field.sure}, {"right", field.sure_right}};
  }
  return {{"by_score", std::move(bins)}, {"sure_by_field", std::move(sure)}};
}

ordered_json TextJson(const TextScore& text) {
  if (text.pages == 0) return nullptr;
  return {{"pages", text.pages},
          {"characters", text.characters},
          {"words", text.words},
          {"lines", text.lines},
          {"cer", Rounded(text.Cer())},
          {"wer", Rounded(text.Wer())},
          {"line_cer", Rounded(text.LineCer())},
          {"words_lost", Rounded(text.WordsLost())},
          {"lines_lost", text.lost_lines.size()}};
}

ordered_json WholeRate(const Summary& summary) {
  if (summary.heads_scored == 0) return nullptr;
  return Rounded(static_cast<double>(summary.heads_right) / summary.heads_scored);
}

ordered_json LetterJson(const LetterScore& letter) {
  ordered_json errors = ordered_json::array();
  for (const FieldError& error : letter.errors) {
    errors.push_back({{"field", error.field},
                      {"gold", OrNull(error.gold)},
                      {"predicted", OrNull(error.predicted)},
                      {"match", LevelName(error.match)}});
  }
  return {
      {"file", letter.file},
      {"head_right", letter.head_right ? ordered_json(*letter.head_right) : ordered_json(nullptr)},
      {"errors", std::move(errors)}};
}

// Of one field of a report; none where there is no such figure.
std::optional<double> StrictF1(const ordered_json& field) {
  static const ordered_json::json_pointer place("/strict/f1");
  if (!field.is_object() || !field.contains(place) || !field[place].is_number()) {
    return std::nullopt;
  }
  return field[place].get<double>();
}

void CompareFields(const ordered_json& baseline, const Summary& summary, std::vector<Fall>& falls) {
  for (const auto& [name, field] : baseline.items()) {
    const std::optional<double> before = StrictF1(field);
    if (!before) continue;
    const auto found = std::ranges::find(summary.fields, name, &FieldScore::field);
    const double now =
        found == summary.fields.end() ? 0 : RatesOf(found->counts, Match::kStrict).f1.value_or(0);
    // A baseline is written to four decimals.
    if (Rounded(now) < *before - kToleratedFall) {
      falls.push_back({"F1 of " + name, *before, now});
    }
  }
}

void CompareText(const ordered_json& baseline, const TextScore& text, std::vector<Fall>& falls) {
  const std::pair<const char*, double> rates[] = {{"cer", text.Cer()}, {"wer", text.Wer()}};
  for (const auto& [key, rate] : rates) {
    const auto found = baseline.find(key);
    if (found == baseline.end() || !found->is_number()) continue;
    const double now = text.pages > 0 ? rate : 1;
    const std::string name = key == std::string_view("cer") ? "CER" : "WER";
    if (Rounded(now) > found->get<double>() + kToleratedFall) {
      falls.push_back({name, found->get<double>(), now});
    }
  }
}

}  // namespace

ordered_json ReportJson(const Evaluation& evaluation) {
  const Summary summary = Summarize(evaluation);
  ordered_json letters = ordered_json::array();
  for (const LetterScore& letter : evaluation.letters) letters.push_back(LetterJson(letter));
  ordered_json pages = ordered_json::array();
  for (const PageScore& page : evaluation.pages) {
    ordered_json json = {{"file", page.file}};
    json.update(TextJson(page.text));
    json["lost_lines"] = page.text.lost_lines;
    pages.push_back(std::move(json));
  }
  ordered_json unscored = ordered_json::array();
  for (const Unscored& item : evaluation.unscored) {
    unscored.push_back({{"file", item.file}, {"reason", item.reason}});
  }
  return {{"report_version", kReportVersion},
          {"letters", summary.letters},
          {"whole_letters",
           {{"scored", summary.heads_scored},
            {"right", summary.heads_right},
            {"rate", WholeRate(summary)}}},
          {"fields", FieldsJson(summary.fields)},
          {"handwritten", FieldsJson(summary.handwritten)},
          {"printed", FieldsJson(summary.printed)},
          {"reliability", ReliabilityJson(summary)},
          {"text", TextJson(summary.text)},
          {"by_letter", std::move(letters)},
          {"by_page", std::move(pages)},
          {"unscored", std::move(unscored)}};
}

std::string Fall::Describe() const {
  return fmt::format("{}: {:.2f} % in the baseline, {:.2f} % now", what, 100 * before, 100 * now);
}

Result<std::vector<Fall>> FallsBelow(const ordered_json& baseline, const Evaluation& evaluation) {
  const bool is_report = baseline.is_object() && baseline.contains("report_version") &&
                         baseline["report_version"] == kReportVersion &&
                         baseline.contains("fields") && baseline["fields"].is_object();
  if (!is_report) {
    return Error{ErrorCode::kDamaged, "not a report that evaluate --save wrote", "", 0};
  }
  const Summary summary = Summarize(evaluation);
  std::vector<Fall> falls;
  CompareFields(baseline["fields"], summary, falls);
  if (const auto text = baseline.find("text"); text != baseline.end() && text->is_object()) {
    CompareText(*text, summary.text, falls);
  }
  return falls;
}

}  // namespace vanthu::evaluate
