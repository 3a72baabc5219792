#include "pipeline/run/extract_job.h"

#include <map>
#include <utility>

#include "pipeline/run/flow.h"
#include "pipeline/run/inputs.h"

namespace vanthu::run {

Status CheckExtract(const ExtractOptions& options) {
  if (options.paths.empty()) return Error{ErrorCode::kUsage, "no file was named", "", 0};
  return CheckPool(options.pool);
}

Result<ExtractReport> RunExtract(const ExtractOptions& options, const std::atomic<bool>& stop,
                                 const std::function<Status(ExtractedFile)>& take,
                                 const ShowProgress& show) {
  if (Status checked = CheckExtract(options); !checked.ok()) return checked.error();
  Inputs inputs(options.paths, std::filesystem::temp_directory_path(), options.pool.start.limits);
  std::map<int64_t, InputFile> reading;
  int64_t tickets = 0;
  int64_t done = 0;
  ExtractReport report;

  FlowSteps steps;
  steps.next = [&]() -> std::optional<Result<FileTask>> {
    std::optional<Result<InputFile>> input = inputs.Next();
    if (!input) return std::nullopt;
    const int64_t ticket = tickets++;
    if (!input->ok()) return input->error();
    const InputFile& file = reading.emplace(ticket, **std::move(input)).first->second;
    FileTask task = TaskFor(file);
    task.order = options.order;
    return task;
  };
  steps.page = [](int64_t, const Page&) -> Status { return Done{}; };
  steps.file = [&](FileOutcome outcome) -> Status {
    ++done;
    ++(outcome.letters.empty()  ? report.failed
       : outcome.errors.empty() ? report.read
                                : report.partly);
    const auto input = reading.find(outcome.ticket);
    ExtractedFile file;
    file.letters = std::move(outcome.letters);
    file.errors = std::move(outcome.errors);
    if (input == reading.end()) {
      file.name = file.errors.front().file;
      return take(std::move(file));
    }
    file.name = input->second.Name();
    file.base_name = input->second.BaseName();
    file.file = input->second.file;
    const Status taken = take(std::move(file));
    reading.erase(input);
    return taken;
  };
  steps.tick = [&](int64_t pages) -> Status {
    show({done, static_cast<int64_t>(inputs.total()), pages});
    return Done{};
  };
  Status ran = RunFlow(options.pool, stop, steps);
  if (!ran.ok()) return ran.error();
  return report;
}

}  // namespace vanthu::run
