// Letters into the archive and out of it.
#include <map>
#include <set>
#include <utility>

#include "models/document/letter_json.h"
#include "models/document/page_json.h"
#include "models/text/fold.h"
#include "models/text/normalize.h"
#include "pipeline/archive/corrections.h"
#include "pipeline/archive/facts.h"
#include "pipeline/archive/letter_index.h"
#include "pipeline/archive/letter_rows.h"
#include "pipeline/archive/number_query.h"
#include "pipeline/archive/packing.h"
#include "pipeline/archive/store.h"
#include "pipeline/archive/trash.h"
#include "pipeline/archive/words.h"

namespace vanthu::archive {
namespace {

std::optional<std::string> Joined(const std::vector<TextValue>& values) {
  if (values.empty()) return std::nullopt;
  std::string text;
  for (const TextValue& value : values) {
    if (!text.empty()) text += '\n';
    text += value.value;
  }
  return text;
}

std::optional<std::string> CosignerNames(const Signer& signer) {
  std::string names;
  for (const Signature& cosigner : signer.cosigners) {
    if (!cosigner.name) continue;
    if (!names.empty()) names += '\n';
    names += *cosigner.name;
  }
  return names.empty() ? std::nullopt : std::optional(names);
}

std::optional<std::string> ValueOf(const std::optional<TextValue>& value) {
  if (!value) return std::nullopt;
  return value->value;
}

std::optional<int64_t> DateKey(const std::optional<DateValue>& date) {
  if (!date || !date->year) return std::nullopt;
  const int month = date->month.value_or(0);
  return int64_t{*date->year} * 10000 + month * 100 + (month > 0 ? date->day.value_or(0) : 0);
}

int FirstPage(const Evidenced& value) {
  return value.evidence.empty() ? 0 : value.evidence[0].page;
}

// The serial of a normalised number, none where it was left blank.
std::optional<int64_t> SerialOf(const std::string& number) {
  const std::vector<std::string> parts = NumberParts(number);
  if (parts.empty() || parts[0].empty() || parts[0].size() > 9) return std::nullopt;
  return std::stoll(parts[0]);
}

// One call of AddLetters, inside its transaction.
class Adder {
 public:
  Adder(Database& db, LetterIndex& index, int64_t job) : db_(db), index_(index), job_(job) {}

  Result<std::vector<int64_t>> Add(const FileInfo& file, std::span<const Record> letters,
                                   IfPresent if_present, std::span<const std::string> json) {
    if (Status status = FindRun(); !status.ok()) return status.error();
    if (Status status = PutFile(file, if_present); !status.ok()) return status.error();
    std::vector<int64_t> ids;
    for (size_t i = 0; i < letters.size(); ++i) {
      const Record& record = letters[i];
      const int number = static_cast<int>(i) + 1;
      if (trashed_.contains(number)) continue;
      const std::string line = json.empty() ? LetterJsonLine(record) : json[i];
      if (Status status = PutLetter(record, number, line); !status.ok()) return status.error();
      ids.push_back(db_.LastInsertId());
      for (const auto& put : {&Adder::PutPages, &Adder::PutCitations}) {
        if (Status status = (this->*put)(record, ids.back()); !status.ok()) return status.error();
      }
      if (Status status = FillFacts(db_, ids.back(), record); !status.ok()) return status.error();
      const Status corrected = PutCorrections(db_, ids.back(), {file_, number});
      if (!corrected.ok()) return corrected.error();
    }
    if (Status status = FinishJob(file); !status.ok()) return status.error();
    return ids;
  }

 private:
  Status FindRun() {
    if (job_ == 0) return Done{};
    Result<Statement> row = db_.Prepare("SELECT run_id FROM jobs WHERE id = ?");
    if (!row.ok()) return row.error();
    const Result<bool> there = row->With(job_).Step();
    if (!there.ok()) return there.error();
    if (!*there) {
      return Error{ErrorCode::kNotFound, "there is no job " + std::to_string(job_), "", 0};
    }
    run_ = row->Int(0);
    return Done{};
  }

  Status PutFile(const FileInfo& file, IfPresent if_present) {
    Result<Statement> known = db_.Prepare("SELECT id, state FROM files WHERE sha256 = ?");
    if (!known.ok()) return known.error();
    const Result<bool> there = known->With(file.sha256).Step();
    if (!there.ok()) return there.error();
    if (*there) {
      if (if_present == IfPresent::kRefuse && known->Text(1) == "done") {
        return Error{ErrorCode::kUsage, "the file is in the archive already", file.path, 0};
      }
      file_ = known->Int(0);
      return ClearFile();
    }
    Result<Statement> row = db_.Prepare(
        "INSERT INTO files (sha256, name, path, media_type, bytes, state, run_id) "
        "VALUES (?, ?, ?, ?, ?, 'done', ?)");
    if (!row.ok()) return row.error();
    row->With(file.sha256, file.name, file.path, file.media_type, static_cast<int64_t>(file.bytes),
              run_);
    if (Status status = row->Run(); !status.ok()) return status;
    file_ = db_.LastInsertId();
    return Done{};
  }

  // Takes out the letters of the file and remembers what they keep. Those in the trash stay there.
  Status ClearFile() {
    Result<std::set<int>> trashed = ThrownAwayOf(db_, file_);
    if (!trashed.ok()) return trashed.error();
    trashed_ = *std::move(trashed);
    Result<Statement> row = db_.Prepare("SELECT letter, id, run_id FROM letters WHERE file_id = ?");
    if (!row.ok()) return row.error();
    row->With(file_);
    while (true) {
      const Result<bool> there = row->Step();
      if (!there.ok()) return there.error();
      if (!*there) break;
      old_[static_cast<int>(row->Int(0))] = {row->Int(1), row->OptionalInt(2)};
    }
    for (const auto& [number, old] : old_) {
      const Status removed = RemoveLetterRows(db_, index_, old.id);
      if (!removed.ok()) return removed;
    }
    Result<Statement> done =
        db_.Prepare("UPDATE files SET state = 'done', run_id = coalesce(?, run_id) WHERE id = ?");
    if (!done.ok()) return done.error();
    return done->With(run_, file_).Run();
  }

  Status PutLetter(const Record& record, int number, const std::string& json) {
    Result<Statement> row = db_.Prepare(
        "INSERT INTO letters (id, file_id, letter, run_id, number, number_raw, number_page, "
        "number_key, number_fold, serial, suffix, symbol, doc_type, doc_type_name, year, month, "
        "day, date_key, issuer, issuer_parent, place, subject, signer, signer_title, "
        "signer_authority, cosigners, addressees, recipients, urgency, secrecy, record) VALUES "
        // No id of a letter in the trash is given away.
        "(coalesce(?, (SELECT max(id) + 1 FROM (SELECT max(id) AS id FROM letters UNION ALL "
        "SELECT max(letter_id) FROM "
        "trash))),?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    if (!row.ok()) return row.error();
    int column = 0;
    const auto bind = [&](const auto& value) { row->Bind(column++, value); };
    const auto old = old_.find(number);
    const bool known = old != old_.end();
    bind(known ? std::optional(old->second.id) : std::nullopt);
    bind(file_);
    bind(number);
    bind(known && old->second.run ? old->second.run : run_);
    const auto part = [&](const auto& from, const auto& get) {
      using T = std::decay_t<decltype(get(*from))>;
      bind(from ? std::optional<T>(get(*from)) : std::nullopt);
    };
    const auto maybe = [&](const auto& from, const auto& get) {
      bind(from ? get(*from) : decltype(get(*from))());
    };
    const auto& n = record.number;
    part(n, [](const DocNumber& v) { return v.normalized; });
    part(n, [](const DocNumber& v) { return v.raw; });
    part(n, [](const DocNumber& v) { return FirstPage(v); });
    part(n, [](const DocNumber& v) { return NumberKey(v.normalized); });
    part(n, [](const DocNumber& v) { return Fold(NumberKey(v.normalized)); });
    maybe(n, [](const DocNumber& v) { return v.serial; });
    maybe(n, [](const DocNumber& v) { return v.suffix; });
    part(n, [](const DocNumber& v) { return v.symbol; });
    part(record.doc_type, [](const DocType& v) { return v.code; });
    part(record.doc_type, [](const DocType& v) { return v.name; });
    maybe(record.issue_date, [](const DateValue& v) { return v.year; });
    maybe(record.issue_date, [](const DateValue& v) { return v.month; });
    maybe(record.issue_date, [](const DateValue& v) { return v.day; });
    bind(DateKey(record.issue_date));
    part(record.issuer, [](const Issuer& v) { return v.name; });
    maybe(record.issuer, [](const Issuer& v) { return v.parent; });
    bind(ValueOf(record.place));
    bind(ValueOf(record.subject));
    maybe(record.signer, [](const Signer& v) { return v.name; });
    maybe(record.signer, [](const Signer& v) { return v.title; });
    maybe(record.signer, [](const Signer& v) { return v.authority; });
    maybe(record.signer, [](const Signer& v) { return CosignerNames(v); });
    bind(Joined(record.addressees));
    bind(Joined(record.recipients));
    bind(ValueOf(record.urgency));
    bind(ValueOf(record.secrecy));
    row->BindBlob(column, Packed(json));
    return row->Run();
  }

  Status PutPages(const Record& record, int64_t letter) {
    Result<Statement> row = db_.Prepare(
        "INSERT INTO letter_pages (letter_id, ordinal, page, origin, text, raw) "
        "VALUES (?, ?, ?, ?, vanthu_packed(?), vanthu_packed(nullif(?, '')))");
    if (!row.ok()) return row.error();
    int ordinal = 0;
    for (const Page& page : record.pages) {
      row->With(letter, ordinal++, page.number, PageOriginName(page.origin), page.Text(),
                page.RawText());
      if (Status status = row->Run(); !status.ok()) return status;
    }
    return Done{};
  }

  Status PutCitations(const Record& record, int64_t letter) {
    Result<Statement> row = db_.Prepare(
        "INSERT INTO citations (letter_id, ordinal, type, number, number_key, number_fold, serial, "
        "year, month, day, title, title_fold, issuer, role, raw, page) VALUES "
        "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    if (!row.ok()) return row.error();
    int ordinal = 0;
    for (const Reference& cited : record.references) {
      std::optional<std::string> key, folded_key, folded_title;
      std::optional<int64_t> serial;
      if (cited.number) {
        key = NumberKey(*cited.number);
        folded_key = Fold(*key);
        serial = SerialOf(*cited.number);
      }
      const DateValue date = cited.date.value_or(DateValue{});
      if (cited.title) folded_title = FoldedWords(*cited.title);
      row->With(letter, ordinal++, cited.type, cited.number, key, folded_key, serial, date.year,
                date.month, date.day, cited.title, folded_title, cited.issuer,
                ReferenceRoleName(cited.role), cited.raw, FirstPage(cited));
      if (Status status = row->Run(); !status.ok()) return status;
    }
    return Done{};
  }

  Status FinishJob(const FileInfo& file) {
    if (job_ == 0) return Done{};
    Result<Statement> row = db_.Prepare(
        "UPDATE jobs SET state = 'done', sha256 = ?, error_code = NULL, error_message = NULL, "
        "error_page = NULL, finished_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE id = ?");
    if (!row.ok()) return row.error();
    return row->With(file.sha256, job_).Run();
  }

  Database& db_;
  LetterIndex& index_;
  int64_t job_;
  std::optional<int64_t> run_;
  int64_t file_ = 0;
  // What a letter that is stored again keeps.
  struct Old {
    int64_t id = 0;
    std::optional<int64_t> run;  // that brought it in
  };
  std::map<int, Old> old_;  // by letter number
  std::set<int> trashed_;   // letter numbers
};

Result<std::vector<int64_t>> Ids(Statement& row) {
  std::vector<int64_t> ids;
  while (true) {
    const Result<bool> there = row.Step();
    if (!there.ok()) return there.error();
    if (!*there) return ids;
    ids.push_back(row.Int(0));
  }
}

}  // namespace

Result<std::vector<int64_t>> Archive::AddLetters(int64_t job, const FileInfo& file,
                                                 std::span<const Record> letters,
                                                 IfPresent if_present,
                                                 std::span<const std::string> json) {
  Result<Transaction> transaction = Transaction::Begin(*db_);
  if (!transaction.ok()) return transaction.error();
  Result<std::vector<int64_t>> ids = Adder(*db_, *index_, job).Add(file, letters, if_present, json);
  if (!ids.ok()) return ids.error();
  index_->Add(*ids);
  if (Status status = transaction->Commit(); !status.ok()) {
    index_->Forget(*ids);
    return status.error();
  }
  return ids;
}

Result<StoredLetter> Archive::Get(int64_t id) {
  Result<Statement> row = db_->Prepare(
      "SELECT f.sha256, f.name, f.path, f.media_type, f.bytes, l.added_at, l.record "
      "FROM letters l JOIN files f ON f.id = l.file_id WHERE l.id = ?");
  if (!row.ok()) return row.error();
  Result<bool> there = row->With(id).Step();
  if (!there.ok()) return there.error();
  if (!*there) {
    return Error{ErrorCode::kNotFound, "there is no letter " + std::to_string(id), "", 0};
  }
  StoredLetter letter;
  letter.id = id;
  letter.file = {row->Text(0), row->Text(1), row->Text(2), row->Text(3),
                 static_cast<uint64_t>(row->Int(4))};
  letter.added_at = row->Text(5);
  letter.record =
      nlohmann::ordered_json::parse(Unpacked(row->Text(6)).value_or(""), nullptr, false);
  if (letter.record.is_discarded()) {
    return Error{ErrorCode::kDamaged, "the record of letter " + std::to_string(id) + " is broken",
                 letter.file.path, 0};
  }
  Result<Statement> page = db_->Prepare(
      "SELECT page, origin, vanthu_unpacked(text), vanthu_unpacked(raw) FROM letter_pages "
      "WHERE letter_id = ? ORDER BY ordinal");
  if (!page.ok()) return page.error();
  page->With(id);
  while (true) {
    there = page->Step();
    if (!there.ok()) return there.error();
    if (!*there) return letter;
    letter.pages.push_back(
        {static_cast<int>(page->Int(0)), page->Text(1), page->Text(2), page->Text(3)});
  }
}

Result<std::vector<int64_t>> Archive::LetterIds() {
  Result<Statement> row = db_->Prepare("SELECT id FROM letters ORDER BY id");
  if (!row.ok()) return row.error();
  return Ids(*row);
}

Result<std::vector<int64_t>> Archive::LettersOfFile(std::string_view sha256) {
  Result<Statement> row = db_->Prepare(
      "SELECT l.id FROM letters l JOIN files f ON f.id = l.file_id WHERE f.sha256 = ? "
      "ORDER BY l.letter");
  if (!row.ok()) return row.error();
  row->With(sha256);
  return Ids(*row);
}

Result<int64_t> Archive::CountLetters() {
  const Result<std::optional<int64_t>> count = db_->QueryInt("SELECT count(*) FROM letters");
  if (!count.ok()) return count.error();
  return count->value_or(0);
}

}  // namespace vanthu::archive
