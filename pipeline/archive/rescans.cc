#include "pipeline/archive/rescans.h"

#include <algorithm>
#include <array>
#include <utility>

#include "pipeline/archive/resolve.h"

namespace vanthu::archive {
namespace {

using nlohmann::ordered_json;

// What is compared, by the columns of `letters l`; pages are counted.
struct Compared {
  const char* field;
  const char* column;
};
constexpr std::array kCompared = {
    Compared{"number", "l.number"},
    Compared{"doc_type", "l.doc_type"},
    Compared{"issue_date",
             "CASE WHEN l.month IS NULL THEN format('%04d', l.year) "
             "WHEN l.day IS NULL THEN format('%04d-%02d', l.year, l.month) "
             "ELSE format('%04d-%02d-%02d', l.year, l.month, l.day) END"},
    Compared{"issuer", "l.issuer"},
    Compared{"place", "l.place"},
    Compared{"subject", "l.subject"},
    Compared{"addressees", "l.addressees"},
    Compared{"signer", "l.signer"},
    Compared{"signer_title", "l.signer_title"},
    Compared{"recipients", "l.recipients"},
    Compared{"urgency", "l.urgency"},
    Compared{"secrecy", "l.secrecy"},
    Compared{"pages", "(SELECT count(*) FROM letter_pages p WHERE p.letter_id = l.id)"},
};

// A letter of the index by number.
struct Entry {
  int64_t id = 0, file = 0;
  std::string key;
  int64_t year = 0;
  std::string issuer;

  bool MayBe(const Entry& other) const {
    return file != other.file && key == other.key && year == other.year &&
           MayBeSameAgency(issuer, other.issuer);
  }
};

constexpr const char* kEntries =
    "SELECT id, file_id, number_key, year, issuer FROM letters INDEXED BY letters_by_identity "
    "WHERE year IS NOT NULL AND issuer IS NOT NULL AND ";

Entry ReadEntry(const Statement& row) {
  return {row.Int(0), row.Int(1), row.Text(2), row.Int(3), row.Text(4)};
}

// Of a number without its serial the key begins with the mark that would follow it.
bool HasSerial(const std::string& key) { return !key.empty() && key[0] >= '0' && key[0] <= '9'; }

Result<std::vector<Entry>> EntriesLike(Database& db, const std::string& key, int64_t year) {
  Result<Statement> row =
      db.Prepare(std::string(kEntries) + "number_key = ? AND year = ? ORDER BY id");
  if (!row.ok()) return row.error();
  row->With(key, year);
  std::vector<Entry> entries;
  while (true) {
    const Result<bool> there = row->Step();
    if (!there.ok()) return there.error();
    if (!*there) return entries;
    entries.push_back(ReadEntry(*row));
  }
}

class Describer {
 public:
  static Result<Describer> Make(Database& db) {
    std::string sql = std::string("SELECT ") + kHeadColumns + ", f.name, l.added_at";
    for (const Compared& compared : kCompared) sql.append(", ").append(compared.column);
    Result<Statement> letter =
        db.Prepare(sql + " FROM letters l JOIN files f ON f.id = l.file_id WHERE l.id = ?");
    if (!letter.ok()) return letter.error();
    return Describer(std::move(*letter));
  }

  struct Description {
    ScannedLetter letter;
    std::vector<std::optional<std::string>> values;  // of kCompared
  };
  Result<Description> Describe(int64_t id) {
    letter_.Reset();
    const Result<bool> there = letter_.With(id).Step();
    if (!there.ok()) return there.error();
    Description found;
    if (!*there) return found;
    found.letter = {ReadHead(letter_), letter_.Text(kHeadColumnCount),
                    letter_.Text(kHeadColumnCount + 1)};
    int column = kHeadColumnCount + 2;
    for (size_t i = 0; i < kCompared.size(); ++i) {
      found.values.push_back(letter_.OptionalText(column++));
    }
    return found;
  }

 private:
  explicit Describer(Statement letter) : letter_(std::move(letter)) {}

  Statement letter_;
};

ordered_json PairJson(const Entry& entry, const Describer::Description& first,
                      const Describer::Description& second) {
  const auto letter = [](const ScannedLetter& scanned) {
    return ordered_json{
        {"id", scanned.head.id}, {"source", scanned.source}, {"added_at", scanned.added_at}};
  };
  ordered_json differences = ordered_json::array();
  for (size_t i = 0; i < kCompared.size(); ++i) {
    if (first.values[i] == second.values[i]) continue;
    differences.push_back({{"field", kCompared[i].field},
                           {"first", OrNull(first.values[i])},
                           {"second", OrNull(second.values[i])}});
  }
  return {{"number", OrNull(first.letter.head.number)},
          {"year", entry.year},
          {"issuer", OrNull(first.letter.head.issuer)},
          {"first", letter(first.letter)},
          {"second", letter(second.letter)},
          {"differences", std::move(differences)}};
}

// Takes the letters of one number and year, oldest first: each goes to the first that it may be.
Status TakeGroup(std::vector<Entry>& group, Describer& describer, const RowSink& take) {
  std::ranges::sort(group, {}, &Entry::id);
  std::vector<bool> second(group.size());
  for (size_t i = 0; i < group.size(); ++i) {
    for (size_t j = i + 1; !second[i] && j < group.size(); ++j) {
      if (second[j] || !group[i].MayBe(group[j])) continue;
      second[j] = true;
      Result<Describer::Description> one = describer.Describe(group[i].id);
      if (!one.ok()) return one.error();
      Result<Describer::Description> other = describer.Describe(group[j].id);
      if (!other.ok()) return other.error();
      if (Status taken = take(PairJson(group[i], *one, *other)); !taken.ok()) return taken;
    }
  }
  group.clear();
  return Done{};
}

}  // namespace

Result<std::vector<ScannedLetter>> RescansOf(Archive& archive, int64_t id) {
  Database& db = archive.database();
  Result<Statement> own = db.Prepare(
      "SELECT id, file_id, number_key, year, issuer FROM letters WHERE id = ? "
      "AND number_key IS NOT NULL AND year IS NOT NULL AND issuer IS NOT NULL");
  if (!own.ok()) return own.error();
  const Result<bool> there = own->With(id).Step();
  if (!there.ok()) return there.error();
  std::vector<ScannedLetter> rescans;
  if (!*there) return rescans;
  const Entry entry = ReadEntry(*own);
  if (!HasSerial(entry.key)) return rescans;
  Result<std::vector<Entry>> entries = EntriesLike(db, entry.key, entry.year);
  if (!entries.ok()) return entries.error();
  std::erase_if(*entries, [&](const Entry& other) { return !entry.MayBe(other); });
  if (entries->empty()) return rescans;
  Result<Describer> describer = Describer::Make(db);
  if (!describer.ok()) return describer.error();
  for (const Entry& other : *entries) {
    Result<Describer::Description> found = describer->Describe(other.id);
    if (!found.ok()) return found.error();
    rescans.push_back(std::move(found->letter));
  }
  return rescans;
}

Status EachRescan(Archive& archive, const RowSink& take) {
  Database& db = archive.database();
  Result<Describer> describer = Describer::Make(db);
  if (!describer.ok()) return describer.error();
  Result<Statement> row =
      db.Prepare(std::string(kEntries) + "number_key IS NOT NULL ORDER BY number_key, year");
  if (!row.ok()) return row.error();
  std::vector<Entry> group;
  while (true) {
    const Result<bool> there = row->Step();
    if (!there.ok()) return there.error();
    if (!*there) return TakeGroup(group, *describer, take);
    Entry entry = ReadEntry(*row);
    if (!HasSerial(entry.key)) continue;
    if (!group.empty() && (group[0].key != entry.key || group[0].year != entry.year)) {
      if (Status taken = TakeGroup(group, *describer, take); !taken.ok()) return taken;
    }
    group.push_back(std::move(entry));
  }
}

}  // namespace vanthu::archive
