#include "pipeline/archive/doubts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "models/document/page_json.h"
#include "pipeline/archive/correctable.h"
#include "pipeline/archive/letter_rows.h"

namespace vanthu::archive {
namespace {

using nlohmann::ordered_json;

// Every letter has these; of other fields only what is there can be doubtful.
constexpr std::array<std::string_view, 6> kExpected = {"number", "issue_date", "doc_type",
                                                       "issuer", "subject",    "signer"};

struct Doubtful {
  double score = 1;
  size_t doubts = 0;
  ordered_json row;
};

// Fields of a letter that a person said it has none of.
Result<std::set<std::string>> SaidToBeNone(Database& db, int64_t letter) {
  Result<Statement> row = db.Prepare(
      "SELECT c.field FROM corrections c JOIN letters l USING (file_id, letter) "
      "WHERE l.id = ? AND c.value IS NULL");
  if (!row.ok()) return row.error();
  row->With(letter);
  std::set<std::string> fields;
  while (true) {
    const Result<bool> there = row->Step();
    if (!there.ok()) return there.error();
    if (!*there) return fields;
    fields.insert(row->Text(0));
  }
}

ordered_json FindingsOf(const ordered_json& record) {
  std::set<std::string> codes;
  const auto found = record.find("diagnostics");
  if (found == record.end()) return ordered_json::array();
  for (const ordered_json& diagnostic : *found) {
    if (diagnostic.value("severity", "") == SeverityName(Severity::kInfo)) continue;
    codes.insert(diagnostic.value("code", ""));
  }
  return codes;
}

Result<Doubtful> DoubtsOf(Archive& archive, int64_t id, double below) {
  const Result<ordered_json> record = RecordOf(archive.database(), id);
  if (!record.ok()) return record.error();
  const Result<std::set<std::string>> none = SaidToBeNone(archive.database(), id);
  if (!none.ok()) return none.error();
  Doubtful letter;
  ordered_json missing = ordered_json::array(), doubtful = ordered_json::array();
  const auto value_of = [&](std::string_view name) {
    return ValueOf(*FindCorrectable(name), *record);
  };
  for (const Correctable& field : AllCorrectable()) {
    const bool expected =
        std::find(kExpected.begin(), kExpected.end(), field.name) != kExpected.end();
    if (ValueOf(field, *record).is_null()) {
      if (!expected || none->contains(std::string(field.name))) continue;
      missing.push_back(field.name);
      letter.score = 0;
      continue;
    }
    // What is a part of another field has the score of that.
    if (field.name == "parent" || field.name == "signer_title") continue;
    const double score = record->at(field.key).value("score", 0.0);
    letter.score = std::min(letter.score, score);
    if (score < below) doubtful.push_back(fmt::format("{} {:.2f}", field.name, score));
  }
  ordered_json findings = FindingsOf(*record);
  letter.doubts = missing.size() + doubtful.size() + findings.size();
  letter.row = {{"letter_id", id},
                {"number", value_of("number")},
                {"issue_date", value_of("issue_date")},
                {"issuer", value_of("issuer")},
                {"score", letter.score},
                {"missing", std::move(missing)},
                {"doubtful", std::move(doubtful)},
                {"findings", std::move(findings)},
                {"source", record->at("source").value("name", "")}};
  return letter;
}

}  // namespace

Status EachDoubt(Archive& archive, const DoubtFilter& filter, const RowSink& take) {
  const Result<std::vector<int64_t>> ids = archive.LetterIds();
  if (!ids.ok()) return ids.error();
  std::vector<Doubtful> letters;
  for (const int64_t id : *ids) {
    Result<Doubtful> letter = DoubtsOf(archive, id, filter.below);
    if (!letter.ok()) return letter.error();
    if (letter->doubts > 0) letters.push_back(*std::move(letter));
  }
  std::stable_sort(letters.begin(), letters.end(), [](const Doubtful& a, const Doubtful& b) {
    return a.score != b.score ? a.score < b.score : a.doubts > b.doubts;
  });
  for (size_t i = 0; i < letters.size() && static_cast<int64_t>(i) < filter.limit; ++i) {
    if (Status taken = take(letters[i].row); !taken.ok()) return taken;
  }
  return Done{};
}

}  // namespace vanthu::archive
