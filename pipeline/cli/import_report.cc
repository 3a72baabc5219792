#include "pipeline/cli/import_report.h"

#include <utility>

#include "pipeline/cli/row_output.h"
#include "pipeline/export/import_page.h"
#include "pipeline/run/write_file.h"

namespace vanthu::cli {
namespace {

// "encrypted" as the messages say it.
std::string ReasonWord(Language language, std::string_view code) {
  for (int i = 0; i <= static_cast<int>(ErrorCode::kInternal); ++i)
    if (ErrorCodeName(static_cast<ErrorCode>(i)) == code)
      return std::string(Reason(language, static_cast<ErrorCode>(i)));
  return {};
}

}  // namespace

Result<ImportReportFile> ImportReportFile::Make(Shell& shell,
                                                std::optional<std::filesystem::path> file,
                                                run::ImportRecord::Kind kind) {
  ImportReportFile report(shell);
  if (!file) return report;
  if (file->extension() != ".html" && file->extension() != ".json")
    return Error{ErrorCode::kUsage, shell.Word(Say::kReportNeedsName), file->string(), 0};
  report.file_ = *std::move(file);
  report.record_ = std::make_unique<run::ImportRecord>(shell.settings().archive, kind);
  return report;
}

Status ImportReportFile::Write(const Status& status, const run::ImportPlan* plan) {
  if (!record_) return Done{};
  const nlohmann::ordered_json report = record_->Finish(status, plan);
  const Language language = shell_->settings().language;
  const std::string content =
      file_.extension() == ".json"
          ? report.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n"
          : exporting::ImportPage(
                report, {SheetLanguageOf(*shell_),
                         [language](std::string_view code) { return ReasonWord(language, code); }});
  if (Status written = run::WriteFile(file_, content); !written.ok()) return written;
  shell_->Note(shell_->Word(Say::kReportWritten, file_.string()));
  return Done{};
}

void AddReportOption(CLI::App& command, const Shell& shell,
                     std::optional<std::filesystem::path>& file) {
  command.add_option("--report", file, shell.Word(Say::kOptReport))->option_text("FILE");
}

}  // namespace vanthu::cli
