// The archive's runs, jobs and failures.
#include <array>
#include <utility>

#include "pipeline/archive/store.h"

namespace vanthu::archive {
namespace {

constexpr std::array kStates = {JobState::kQueued, JobState::kReading, JobState::kDone,
                                JobState::kFailed, JobState::kSkipped};

JobState StateByName(std::string_view name) {
  for (const JobState state : kStates) {
    if (JobStateName(state) == name) return state;
  }
  return JobState::kQueued;
}

ErrorCode CodeByName(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(ErrorCode::kInternal); ++i) {
    const auto code = static_cast<ErrorCode>(i);
    if (ErrorCodeName(code) == name) return code;
  }
  return ErrorCode::kInternal;
}

constexpr std::string_view kJobColumns =
    "id, run_id, path, member, coalesce(sha256, ''), state, attempts, error_code, error_message, "
    "coalesce(error_page, 0)";

std::string FullName(std::string_view path, std::string_view member) {
  std::string name(path);
  if (!member.empty()) name.append("!").append(member);
  return name;
}

Job JobOf(const Statement& row) {
  Job job;
  job.id = row.Int(0);
  job.run = row.Int(1);
  job.path = row.Text(2);
  job.member = row.Text(3);
  job.sha256 = row.Text(4);
  job.state = StateByName(row.Text(5));
  job.attempts = static_cast<int>(row.Int(6));
  if (!row.IsNull(8)) {
    const ErrorCode code = row.IsNull(7) ? ErrorCode::kUsage : CodeByName(row.Text(7));
    job.error =
        Error{code, row.Text(8), FullName(job.path, job.member), static_cast<int>(row.Int(9))};
  }
  return job;
}

Error NoSuchJob(int64_t id) {
  return {ErrorCode::kNotFound, "there is no job " + std::to_string(id), "", 0};
}

// Runs an UPDATE of one job.
Status Change(Database& db, Statement& update, int64_t job) {
  if (Status status = update.Run(); !status.ok()) return status;
  if (db.Changes() == 0) return NoSuchJob(job);
  return Done{};
}

}  // namespace

std::string_view JobStateName(JobState state) {
  switch (state) {
    case JobState::kQueued: return "queued";
    case JobState::kReading: return "reading";
    case JobState::kDone: return "done";
    case JobState::kFailed: return "failed";
    case JobState::kSkipped: return "skipped";
  }
  return "queued";
}

Result<int64_t> Archive::StartRun(std::string_view command) {
  Result<Statement> row = db_->Prepare("INSERT INTO runs (command) VALUES (?)");
  if (!row.ok()) return row.error();
  if (Status status = row->With(command).Run(); !status.ok()) return status.error();
  return db_->LastInsertId();
}

Status Archive::FinishRun(int64_t run, std::string_view summary) {
  Result<Statement> row = db_->Prepare(
      "UPDATE runs SET finished_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), summary = ? "
      "WHERE id = ?");
  if (!row.ok()) return row.error();
  return row->With(summary, run).Run();
}

Result<int64_t> Archive::Enqueue(int64_t run, std::string_view path, std::string_view member) {
  Result<Statement> row = db_->Prepare(
      "INSERT INTO jobs (run_id, path, member, state, queued_at) "
      "VALUES (?, ?, ?, 'queued', strftime('%Y-%m-%dT%H:%M:%SZ', 'now')) "
      "ON CONFLICT (path, member) DO UPDATE SET run_id = excluded.run_id, "
      "attempts = CASE WHEN state IN ('queued', 'reading') THEN attempts ELSE 0 END, "
      "state = 'queued', sha256 = NULL, error_code = NULL, error_message = NULL, "
      "error_page = NULL, queued_at = excluded.queued_at, started_at = NULL, finished_at = NULL "
      "RETURNING id");
  if (!row.ok()) return row.error();
  const Result<bool> there = row->With(run, path, member).Step();
  if (!there.ok()) return there.error();
  const int64_t id = row->Int(0);
  if (Status status = row->Run(); !status.ok()) return status.error();
  return id;
}

Result<std::optional<Job>> Archive::NextJob(int64_t run) {
  Result<Statement> row = db_->Prepare(
      "UPDATE jobs SET state = 'reading', attempts = attempts + 1, "
      "started_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE id = "
      "(SELECT id FROM jobs WHERE run_id = ? AND state = 'queued' ORDER BY id LIMIT 1) RETURNING " +
      std::string(kJobColumns));
  if (!row.ok()) return row.error();
  const Result<bool> there = row->With(run).Step();
  if (!there.ok()) return there.error();
  if (!*there) return std::optional<Job>();
  Job job = JobOf(*row);
  if (Status status = row->Run(); !status.ok()) return status.error();
  return std::optional(std::move(job));
}

Result<Job> Archive::GetJob(int64_t id) {
  Result<Statement> row =
      db_->Prepare("SELECT " + std::string(kJobColumns) + " FROM jobs WHERE id = ?");
  if (!row.ok()) return row.error();
  const Result<bool> there = row->With(id).Step();
  if (!there.ok()) return there.error();
  if (!*there) return NoSuchJob(id);
  return JobOf(*row);
}

Result<JobCounts> Archive::CountJobs(int64_t run) {
  Result<Statement> row =
      db_->Prepare("SELECT state, count(*) FROM jobs WHERE run_id = ? GROUP BY state");
  if (!row.ok()) return row.error();
  row->With(run);
  JobCounts counts;
  while (true) {
    const Result<bool> there = row->Step();
    if (!there.ok()) return there.error();
    if (!*there) return counts;
    const int64_t count = row->Int(1);
    switch (StateByName(row->Text(0))) {
      case JobState::kQueued: counts.queued = count; break;
      case JobState::kReading: counts.reading = count; break;
      case JobState::kDone: counts.done = count; break;
      case JobState::kFailed: counts.failed = count; break;
      case JobState::kSkipped: counts.skipped = count; break;
    }
  }
}

Status Archive::FailJob(int64_t id, const Error& error) {
  Result<Transaction> transaction = Transaction::Begin(*db_);
  if (!transaction.ok()) return transaction.error();
  const Result<Job> job = GetJob(id);
  if (!job.ok()) return job.error();
  Result<Statement> row = db_->Prepare(
      "UPDATE jobs SET state = 'failed', error_code = ?, error_message = ?, error_page = ?, "
      "finished_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE id = ?");
  if (!row.ok()) return row.error();
  row->With(ErrorCodeName(error.code), error.message, error.page, id);
  if (Status status = row->Run(); !status.ok()) return status;
  Error failure = error;
  if (failure.file.empty()) failure.file = FullName(job->path, job->member);
  if (Status status = AddFailure(job->run, failure); !status.ok()) return status;
  return transaction->Commit();
}

Status Archive::SkipJob(int64_t id, std::string_view sha256, std::string_view reason) {
  Result<Statement> row = db_->Prepare(
      "UPDATE jobs SET state = 'skipped', sha256 = ?, error_message = ?, "
      "finished_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE id = ?");
  if (!row.ok()) return row.error();
  row->With(sha256, reason, id);
  return Change(*db_, *row, id);
}

Status Archive::RequeueJob(int64_t id) {
  // Nobody's fault: the attempt is not counted.
  Result<Statement> row = db_->Prepare(
      "UPDATE jobs SET state = 'queued', attempts = max(attempts - 1, 0) WHERE id = ?");
  if (!row.ok()) return row.error();
  row->With(id);
  return Change(*db_, *row, id);
}

Status Archive::AddFailure(int64_t run, const Error& error) {
  Result<Statement> row = db_->Prepare(
      "INSERT INTO failures (run_id, file, page, code, message) VALUES (?, ?, ?, ?, ?)");
  if (!row.ok()) return row.error();
  row->With(run, error.file, error.page, ErrorCodeName(error.code), error.message);
  return row->Run();
}

Result<std::vector<Failure>> Archive::ListFailures(int64_t run) {
  Result<Statement> row = db_->Prepare(
      "SELECT run_id, code, message, file, page, at FROM failures WHERE ? IN (0, run_id) "
      "ORDER BY id");
  if (!row.ok()) return row.error();
  row->With(run);
  std::vector<Failure> failures;
  while (true) {
    const Result<bool> there = row->Step();
    if (!there.ok()) return there.error();
    if (!*there) return failures;
    failures.push_back(
        {row->Int(0),
         {CodeByName(row->Text(1)), row->Text(2), row->Text(3), static_cast<int>(row->Int(4))},
         row->Text(5)});
  }
}

}  // namespace vanthu::archive
