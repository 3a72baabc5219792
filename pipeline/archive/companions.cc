#include "pipeline/archive/companions.h"

#include <algorithm>
#include <set>
#include <utility>

#include "pipeline/archive/letter_index.h"
#include "pipeline/archive/number_query.h"
#include "pipeline/archive/resolve.h"
#include "pipeline/archive/words.h"

namespace vanthu::archive {
namespace {

constexpr size_t kLeastRuns = 20;
// With one word in fifteen misread four runs in five are still the same. Of two letters of the corpus the most
// alike share one run in five: head, foot and phrases.
constexpr double kSameText = 0.5;

std::set<std::string> RunsOf(std::string_view text) {
  const std::string words = FoldedWords(text);
  std::vector<size_t> starts = {0};
  for (size_t i = 0; i < words.size(); ++i)
    if (words[i] == ' ') starts.push_back(i + 1);
  starts.push_back(words.size() + 1);
  std::set<std::string> runs;
  for (size_t i = 0; i + 3 < starts.size(); ++i)
    runs.insert(words.substr(starts[i], starts[i + 3] - 1 - starts[i]));
  return runs;
}

// What is printed or scanned, as against what is written.
bool HasPages(std::string_view media_type) {
  return media_type == "application/pdf" || media_type.starts_with("image/");
}

std::string TextOf(const Record& record) {
  std::string text;
  for (const Page& page : record.pages) text.append(page.Text()).append("\n");
  return text;
}

Result<std::string> StoredText(Database& db, int64_t id) {
  Result<Statement> row = db.Prepare(
      "SELECT group_concat(text, char(10)) FROM (SELECT vanthu_unpacked(text) AS text FROM "
      "letter_pages "
      "WHERE letter_id = ? ORDER BY ordinal)");
  if (!row.ok()) return row.error();
  const Result<bool> there = row->With(id).Step();
  if (!there.ok()) return there.error();
  return row->Text(0);
}

struct Candidate {
  TwinLetter letter;
  std::optional<std::string> issuer, doc_type;
  std::string media_type;
};

// Letters of other files with this number and day.
Result<std::vector<Candidate>> Candidates(Database& db, const FileInfo& file,
                                          const Record& record) {
  Result<Statement> row = db.Prepare(
      "SELECT l.id, f.name, l.issuer, l.doc_type, f.media_type "
      "FROM letters l INDEXED BY letters_by_identity JOIN files f ON f.id = l.file_id "
      "WHERE l.number_key = ? AND l.year = ? AND l.month = ? AND l.day = ? AND f.sha256 != ? "
      "AND NOT EXISTS (SELECT 1 FROM letters own JOIN files g ON g.id = own.file_id "
      "WHERE g.sha256 = ?) ORDER BY l.id");
  if (!row.ok()) return row.error();
  const DateValue& date = *record.issue_date;
  row->With(NumberKey(record.number->normalized), date.year, date.month, date.day, file.sha256,
            file.sha256);
  std::vector<Candidate> candidates;
  while (true) {
    const Result<bool> there = row->Step();
    if (!there.ok()) return there.error();
    if (!*there) return candidates;
    candidates.push_back(
        {{row->Int(0), row->Text(1)}, row->OptionalText(2), row->OptionalText(3), row->Text(4)});
  }
}

}  // namespace

double TextLikeness(std::string_view a, std::string_view b) {
  const std::set<std::string> one = RunsOf(a), other = RunsOf(b);
  const size_t fewer = std::min(one.size(), other.size());
  if (fewer < kLeastRuns) return 0;
  const auto shared =
      std::ranges::count_if(one, [&other](const std::string& run) { return other.contains(run); });
  return static_cast<double>(shared) / static_cast<double>(fewer);
}

Result<std::optional<TwinLetter>> TwinOf(Archive& archive, const FileInfo& file,
                                         const Record& record) {
  std::optional<TwinLetter> none;
  const auto& date = record.issue_date;
  if (!record.number || !record.number->serial || !record.issuer || !record.doc_type) return none;
  if (!date || !date->year || !date->month || !date->day) return none;
  Result<std::vector<Candidate>> candidates = Candidates(archive.database(), file, record);
  if (!candidates.ok()) return candidates.error();
  for (Candidate& candidate : *candidates) {
    if (HasPages(candidate.media_type) == HasPages(file.media_type) || !candidate.issuer ||
        !MayBeSameAgency(candidate.issuer, record.issuer->name) ||
        candidate.doc_type != record.doc_type->code) {
      continue;
    }
    const Result<std::string> text = StoredText(archive.database(), candidate.letter.id);
    if (!text.ok()) return text.error();
    if (TextLikeness(*text, TextOf(record)) >= kSameText)
      return std::optional(std::move(candidate.letter));
  }
  return none;
}

Status AddCompanion(Archive& archive, int64_t job, const FileInfo& file, const Record& record,
                    const std::string& json, int64_t id) {
  Database& db = archive.database();
  Result<Transaction> transaction = Transaction::Begin(db);
  if (!transaction.ok()) return transaction.error();
  // The file without a letter of its own.
  const auto stored = archive.AddLetters(job, file, {}, IfPresent::kReplace);
  if (!stored.ok()) return stored.error();
  if (Status taken = archive.index().Remove(id); !taken.ok()) return taken;
  Result<Statement> row = db.Prepare(
      "INSERT OR REPLACE INTO companions (file_id, of_file_id, of_letter, record, text) "
      "SELECT f.id, l.file_id, l.letter, vanthu_packed(?), vanthu_packed(?) FROM files f, letters "
      "l "
      "WHERE f.sha256 = ? AND l.id = ?");
  if (!row.ok()) return row.error();
  if (Status put = row->With(json, TextOf(record), file.sha256, id).Run(); !put.ok()) return put;
  archive.index().Add({&id, 1});
  return transaction->Commit();
}

Result<std::vector<FileInfo>> CompanionsOf(Archive& archive, int64_t id) {
  Result<Statement> row = archive.database().Prepare(
      "SELECT f.sha256, f.name, f.path, f.media_type, f.bytes FROM companions c "
      "JOIN letters l ON l.file_id = c.of_file_id AND l.letter = c.of_letter "
      "JOIN files f ON f.id = c.file_id WHERE l.id = ? ORDER BY f.id");
  if (!row.ok()) return row.error();
  row->With(id);
  std::vector<FileInfo> files;
  while (true) {
    const Result<bool> there = row->Step();
    if (!there.ok()) return there.error();
    if (!*there) return files;
    files.push_back({row->Text(0), row->Text(1), row->Text(2), row->Text(3),
                     static_cast<uint64_t>(row->Int(4))});
  }
}

}  // namespace vanthu::archive
