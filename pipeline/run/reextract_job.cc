#include "pipeline/run/reextract_job.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "models/document/letter_json.h"
#include "pipeline/archive/store.h"
#include "pipeline/export/letter_text.h"
#include "pipeline/run/flow.h"
#include "pipeline/run/kept_reading.h"

namespace vanthu::run {
namespace {

using Json = nlohmann::ordered_json;

std::vector<FieldChange> Compare(const Json& before, const Json& after) {
  std::vector<FieldChange> changes;
  const Json old_row = exporting::LetterRow(before);
  const Json new_row = exporting::LetterRow(after);
  for (const std::string& field : exporting::LetterColumns())
    if (old_row.at(field) != new_row.at(field))
      changes.push_back({field, old_row.at(field), new_row.at(field)});
  return changes;
}

class Reextract {
 public:
  Reextract(const ReextractOptions& options, const ReextractEvents& events,
            archive::Archive archive, std::vector<int64_t> ids)
      : options_(options), events_(events), archive_(std::move(archive)), ids_(std::move(ids)) {}

  Result<ReextractReport> Run(const std::atomic<bool>& stop) {
    const FlowSteps steps{[this] { return Next(); },
                          [this](int64_t ticket, const Page& page) {
                            if (options_.apply == Apply::kShowOnly) return Status(Done{});
                            return archive_.PutReading(in_air_.at(ticket).front().file.sha256,
                                                       page.number,
                                                       options_.pool.start.reader.Key(), page);
                          },
                          [this](FileOutcome outcome) { return Store(std::move(outcome)); },
                          [this](int64_t pages) { return Tick(pages); }};
    if (Status ran = RunFlow(options_.pool, stop, steps); !ran.ok()) return ran.error();
    return report_;
  }

 private:
  using Letters = std::vector<archive::StoredLetter>;  // of one file

  std::optional<Result<FileTask>> Next() {
    while (at_ < ids_.size() && !failed_) {
      Result<archive::StoredLetter> first = archive_.Get(ids_[at_++]);
      if (!first.ok()) return Fail(first.error());
      if (!seen_.insert(first->file.sha256).second) continue;
      Result<Letters> letters = LettersOf(first->file.sha256);
      if (!letters.ok()) return Fail(letters.error());
      Result<FileTask> task = TaskFor(*letters);
      if (!task.ok()) return Fail(task.error());
      in_air_.emplace(tickets_++, *std::move(letters));
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
    for (int number = 1; number <= last; ++number) {
      Result<std::optional<Page>> known =
          KeptReading(archive_, file.sha256, number, options_.pool.start.reader);
      if (!known.ok()) return known.error();
      task.known.push_back(*std::move(known));
    }
    return task;
  }

  Status Store(FileOutcome outcome) {
    const Letters old = std::move(in_air_.extract(outcome.ticket).mapped());
    for (const Error& error : outcome.errors) events_.failed(error);
    ++files_done_;
    if (!outcome.errors.empty()) {
      ++report_.failed;
      return Done{};
    }
    bool same = old.size() == outcome.letters.size();
    std::vector<Record> records;
    for (size_t i = 0; i < outcome.letters.size(); ++i) {
      Record& record = outcome.letters[i].record;
      const Json after = LetterToJson(record);
      if (i < old.size() && old[i].record != after) {
        same = false;
        events_.changed({old[i].id, old[i].file.name, Compare(old[i].record, after)});
        ++report_.changed;
      }
      ++report_.letters;
      records.push_back(std::move(record));
    }
    if (same || options_.apply == Apply::kShowOnly) return Done{};
    const auto written =
        archive_.AddLetters(0, old.front().file, records, archive::IfPresent::kReplace);
    return written.ok() ? Status(Done{}) : Status(written.error());
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
  std::set<std::string> seen_;         // hashes of files that were taken
  std::map<int64_t, Letters> in_air_;  // as they were, by ticket
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
  return Reextract(options, events, *std::move(archive), *std::move(ids)).Run(stop);
}

}  // namespace vanthu::run
