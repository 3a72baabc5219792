#include "pipeline/run/reextract_job.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "models/document/letter_json.h"
#include "pipeline/archive/corrections.h"
#include "pipeline/archive/store.h"
#include "pipeline/archive/trash.h"
#include "pipeline/export/letter_text.h"
#include "pipeline/run/flow.h"
#include "pipeline/run/kept_reading.h"

namespace vanthu::run {
namespace {

using Json = nlohmann::ordered_json;

// None where no page was read by OCR.
Json MeanConfidence(const Json& record) {
  double sum = 0;
  int pages = 0;
  for (const Json& page : record.at("pages")) {
    const auto confidence = page.find("confidence");
    if (confidence == page.end() || !confidence->is_number()) continue;
    sum += confidence->get<double>();
    ++pages;
  }
  if (pages == 0) return nullptr;
  return std::round(sum / pages * 100) / 100;
}

std::vector<FieldChange> Compare(const Json& before, const Json& after) {
  std::vector<FieldChange> changes;
  const Json old_row = exporting::LetterRow(before);
  const Json new_row = exporting::LetterRow(after);
  for (const std::string& field : exporting::LetterColumns())
    if (old_row.at(field) != new_row.at(field))
      changes.push_back({field, old_row.at(field), new_row.at(field)});
  const Json old_mean = MeanConfidence(before), new_mean = MeanConfidence(after);
  if (old_mean != new_mean) changes.push_back({"confidence", old_mean, new_mean});
  return changes;
}

// For the log.
std::optional<std::string> Logged(const Json& value) {
  if (value.is_null()) return std::nullopt;
  return value.is_string() ? value.get<std::string>() : value.dump();
}

class Reextract {
 public:
  Reextract(const ReextractOptions& options, const ReextractEvents& events,
            archive::Archive archive, std::vector<int64_t> ids)
      : options_(options), events_(events), archive_(std::move(archive)), ids_(std::move(ids)) {}

  Result<ReextractReport> Run(const std::atomic<bool>& stop) {
    const FlowSteps steps{[this] { return Next(); },
                          [this](int64_t ticket, const Page& page) { return Keep(ticket, page); },
                          [this](FileOutcome outcome) { return Store(std::move(outcome)); },
                          [this](int64_t pages) { return Tick(pages); }};
    if (Status ran = RunFlow(options_.pool, stop, steps); !ran.ok()) return ran.error();
    return report_;
  }

 private:
  using Letters = std::vector<archive::StoredLetter>;  // of one file
  struct InAir {
    Letters letters;          // as they were
    std::vector<Page> pages;  // read anew
  };

  std::optional<Result<FileTask>> Next() {
    while (at_ < ids_.size() && !failed_) {
      Result<archive::StoredLetter> first = archive_.Get(ids_[at_++]);
      if (!first.ok()) return Fail(first.error());
      if (!seen_.insert(first->file.sha256).second) continue;
      Result<Letters> letters = LettersOf(first->file.sha256);
      if (!letters.ok()) return Fail(letters.error());
      Result<FileTask> task = TaskFor(*letters);
      if (!task.ok()) return Fail(task.error());
      in_air_.emplace(tickets_++, InAir{*std::move(letters), {}});
      return task;
    }
    return std::nullopt;
  }

  std::nullopt_t Fail(Error error) {
    failed_ = std::move(error);
    return std::nullopt;
  }

  Result<Letters> LettersOf(const std::string& sha256) {
    Result<std::vector<int64_t>> ids = archive_.LettersOfFile(sha256);
    if (!ids.ok()) return ids.error();
    Letters letters;
    for (int64_t id : *ids) {
      Result<archive::StoredLetter> letter = archive_.Get(id);
      if (!letter.ok()) return letter.error();
      letters.push_back(*std::move(letter));
    }
    return letters;
  }

  Result<FileTask> TaskFor(const Letters& letters) {
    const archive::FileInfo& file = letters.front().file;
    FileTask task;
    task.file = archive_.OriginalPath(file.sha256);
    task.name = file.path;
    task.source = {file.name, file.sha256, file.media_type, file.bytes, 1, 1};
    int last = 0;  // pages that are in no letter, as separator sheets, were read as well
    for (const archive::StoredLetter& letter : letters) {
      for (const archive::StoredPage& page : letter.pages) {
        // Pages that do not stand in the order of the file were put into theirs.
        if (page.number < last) task.order = segment::PageOrder::kStacks;
        last = std::max(last, page.number);
      }
    }
    if (options_.readings == Readings::kAnew) return task;
    for (int number = 1; number <= last; ++number) {
      Result<std::optional<Page>> known =
          KeptReading(archive_, file.sha256, number, options_.pool.start.reader);
      if (!known.ok()) return known.error();
      task.known.push_back(*std::move(known));
    }
    return task;
  }

  // A page read anew waits for its file: should that fail, all stays as it was.
  Status Keep(int64_t ticket, const Page& page) {
    if (options_.apply == Apply::kShowOnly) return Done{};
    InAir& file = in_air_.at(ticket);
    if (options_.readings == Readings::kAnew) {
      file.pages.push_back(page);
      return Done{};
    }
    return archive_.PutReading(file.letters.front().file.sha256, page.number,
                               options_.pool.start.reader.Key(), page);
  }

  Status Store(FileOutcome outcome) {
    const InAir file = std::move(in_air_.extract(outcome.ticket).mapped());
    for (const Error& error : outcome.errors) events_.failed(error);
    ++files_done_;
    if (!outcome.errors.empty()) {
      ++report_.failed;
      return Done{};
    }
    Result<std::vector<ReextractedLetter>> changed = ChangesOf(file.letters, outcome);
    if (!changed.ok()) return changed.error();
    std::vector<Record> records;
    for (MadeLetter& letter : outcome.letters) records.push_back(std::move(letter.record));
    if (options_.apply == Apply::kWrite) {
      const Status written = Write(file, records, *changed);
      if (!written.ok()) return written;
    }
    for (const ReextractedLetter& letter : *changed) {
      if (letter.id == 0) continue;
      ++report_.changed;
      events_.changed(letter);
    }
    return Done{};
  }

  // The letters of the file that are not as they were; id 0 for one that is new or gone.
  Result<std::vector<ReextractedLetter>> ChangesOf(const Letters& old, const FileOutcome& outcome) {
    archive::Database& db = archive_.database();
    const Result<archive::LetterPlace> first = archive::PlaceOf(db, old.front().id);
    if (!first.ok()) return first.error();
    const Result<std::set<int>> trashed = archive::ThrownAwayOf(db, first->file);
    if (!trashed.ok()) return trashed.error();
    std::vector<ReextractedLetter> changed;
    size_t known = 0;
    for (size_t i = 0; i < outcome.letters.size(); ++i) {
      const auto number = static_cast<int>(i) + 1;
      if (trashed->contains(number)) continue;
      ++report_.letters;
      const auto before = std::find_if(old.begin(), old.end(), [&](const auto& letter) {
        return letter.record.at("source").at("letter") == number;
      });
      if (before == old.end()) {
        changed.push_back({0, old.front().file.name, {}});
        continue;
      }
      ++known;
      const Result<Json> after = archive::WithCorrections(db, {first->file, number},
                                                          LetterToJson(outcome.letters[i].record));
      if (!after.ok()) return after.error();
      if (before->record == *after) continue;
      changed.push_back({before->id, before->file.name, Compare(before->record, *after)});
    }
    if (known < old.size()) changed.push_back({0, old.front().file.name, {}});
    return changed;
  }

  Status Write(const InAir& file, const std::vector<Record>& records,
               const std::vector<ReextractedLetter>& changed) {
    if (changed.empty() && file.pages.empty()) return Done{};
    Result<archive::Transaction> batch = archive_.BeginBatch();
    if (!batch.ok()) return batch.error();
    const archive::FileInfo& info = file.letters.front().file;
    for (const Page& page : file.pages) {
      const Status kept =
          archive_.ReplaceReading(info.sha256, page.number, options_.pool.start.reader.Key(), page);
      if (!kept.ok()) return kept;
    }
    if (!changed.empty()) {
      if (Status logged = Log(changed); !logged.ok()) return logged;
      const auto written = archive_.AddLetters(0, info, records, archive::IfPresent::kReplace);
      if (!written.ok()) return written.error();
    }
    return batch->Commit();
  }

  Status Log(const std::vector<ReextractedLetter>& changed) {
    if (options_.readings == Readings::kKept) return Done{};
    for (const ReextractedLetter& letter : changed) {
      if (letter.id == 0) continue;
      const Result<archive::LetterPlace> place = archive::PlaceOf(archive_.database(), letter.id);
      if (!place.ok()) return place.error();
      for (const FieldChange& change : letter.changes) {
        const Status logged =
            archive::AddEvent(archive_.database(), {options_.who, "reocr", *place, change.field,
                                                    Logged(change.before), Logged(change.after)});
        if (!logged.ok()) return logged;
      }
    }
    return Done{};
  }

  Status Tick(int64_t pages) {
    if (failed_) return *failed_;
    events_.progress({files_done_, static_cast<int64_t>(ids_.size()), pages});
    return Done{};
  }

  const ReextractOptions& options_;
  const ReextractEvents& events_;
  archive::Archive archive_;
  const std::vector<int64_t> ids_;
  size_t at_ = 0;
  std::set<std::string> seen_;       // hashes of files that were taken
  std::map<int64_t, InAir> in_air_;  // by ticket
  int64_t tickets_ = 0;
  int64_t files_done_ = 0;
  std::optional<Error> failed_;
  ReextractReport report_;
};

}  // namespace

Result<ReextractReport> RunReextract(const ReextractOptions& options, const std::atomic<bool>& stop,
                                     const ReextractEvents& events) {
  if (Status checked = CheckPool(options.pool); !checked.ok()) return checked.error();
  const auto mode =
      options.apply == Apply::kWrite ? archive::OpenMode::kReadWrite : archive::OpenMode::kReadOnly;
  Result<archive::Archive> archive = archive::Archive::Open(options.archive, mode);
  if (!archive.ok()) return archive.error();
  Result<std::vector<int64_t>> ids = archive->LetterIds();
  if (!ids.ok()) return ids.error();
  if (!options.letters.empty()) {
    for (const int64_t id : options.letters) {
      const Result<archive::LetterPlace> place = archive::PlaceOf(archive->database(), id);
      if (!place.ok()) return place.error();
    }
    ids = options.letters;
  }
  return Reextract(options, events, *std::move(archive), *std::move(ids)).Run(stop);
}

}  // namespace vanthu::run
