#include "pipeline/cli/office_desk.h"

#include <pwd.h>
#include <unistd.h>

#include <ctime>

#include "models/core/date.h"
#include "models/text/fold.h"
#include "pipeline/export/sheet_pdf.h"
#include "pipeline/run/write_file.h"

namespace vanthu::cli {
namespace {

std::string UserName() {
  const passwd* user = getpwuid(geteuid());
  return user != nullptr ? user->pw_name : std::to_string(geteuid());
}

std::string Today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return IsoDate({local.tm_year + 1900, local.tm_mon + 1, local.tm_mday});
}

}  // namespace

void AddOfficeOptions(CLI::App& command, Shell& shell) {
  AddArchiveOption(command, shell);
  command.add_option("--office", shell.settings().office, shell.Word(Say::kOptOffice))
      ->option_text("NAME");
}

void AddOfficeRowOptions(CLI::App& command, Shell& shell, RowOptions& options) {
  AddRowOptions(command, shell, options);
  command.add_option("--office", shell.settings().office, shell.Word(Say::kOptOffice))
      ->option_text("NAME");
}

run::OfficeDesk DeskOf(Shell& shell) {
  const Settings& settings = shell.settings();
  return {settings.archive, archive::Office(settings.office),
          settings.user.empty() ? UserName() : settings.user, Today()};
}

Direction DirectionOf(std::string_view name) {
  return name == archive::DirectionName(Direction::kOut) ? Direction::kOut : Direction::kIn;
}

Status CheckBookName(const std::filesystem::path& file) {
  const std::string ending = Lower(file.extension().string());
  if (ending == ".xlsx" || ending == ".pdf") return Done{};
  return Error{ErrorCode::kUsage, "--out takes a name that ends in .xlsx or .pdf", file.string(),
               0};
}

int WriteBook(Shell& shell, const exporting::Sheet& sheet, const std::filesystem::path& file) {
  const bool pdf = Lower(file.extension().string()) == ".pdf";
  const Result<std::string> bytes =
      pdf ? exporting::SheetPdf(sheet) : exporting::Workbook({&sheet, 1});
  if (!bytes.ok()) return shell.Fail(bytes.error());
  return StatusOf(shell, run::WriteFile(file, *bytes));
}

int StatusOf(Shell& shell, const Status& status) {
  return status.ok() ? kExitDone : shell.Fail(status.error());
}

}  // namespace vanthu::cli
