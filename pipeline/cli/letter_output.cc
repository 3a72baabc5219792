#include "pipeline/cli/letter_output.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>
#include <utility>

#include "models/document/letter_json.h"
#include "pipeline/cli/options.h"
#include "pipeline/export/letter_text.h"

namespace vanthu::cli {
namespace {

namespace fs = std::filesystem;

bool IsRows(const std::string& format) { return format == "csv" || format == "table"; }

}  // namespace

LetterOutput::LetterOutput(Shell& shell, std::string format, std::optional<fs::path> folder)
    : shell_(&shell), format_(std::move(format)), folder_(std::move(folder)) {}

Result<LetterOutput> LetterOutput::Make(Shell& shell, std::string format,
                                        std::optional<fs::path> folder) {
  if (folder && IsRows(format))
    return Error{ErrorCode::kUsage, shell.Word(Say::kOutNeedsFileFormat), "", 0};
  std::error_code failed;
  if (folder) fs::create_directories(*folder, failed);
  if (failed) return Error{ErrorCode::kDisk, failed.message(), folder->string(), 0};
  return LetterOutput(shell, std::move(format), std::move(folder));
}

std::string LetterOutput::Content(const run::MadeLetter& letter) const {
  return format_ == "text" ? letter.text : letter.json + "\n";
}

Status LetterOutput::Put(const run::MadeLetter& letter) {
  if (IsRows(format_)) {
    if (!rows_) BeginRows();
    rows_->Add(exporting::LetterRow(LetterToJson(letter.record)));
    return Done{};
  }
  if (folder_) return PutFile(letter.record.source.name, Content(letter));
  if (format_ == "text" && !std::exchange(first_, false)) shell_->Print("\f");
  shell_->Print(Content(letter));
  return Done{};
}

// Not before there is a letter: where nothing can be read nothing is printed, not even a header.
void LetterOutput::BeginRows() {
  rows_ = std::make_unique<exporting::RowWriter>(
      RowFormatOf(format_), exporting::LetterColumns(),
      [out = shell_](std::string_view text) { out->Print(text); }, shell_->table_width());
}

// NAME.json, or NAME-2.json where that name is taken by a file of another folder.
Status LetterOutput::PutFile(const std::string& source, const std::string& content) {
  const std::string ending = format_ == "text" ? ".txt" : ".json";
  std::string name = source + ending;
  for (int i = 2; !names_.insert(name).second; ++i)
    name = source + "-" + std::to_string(i) + ending;
  const fs::path file = *folder_ / name;
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << content;
  out.close();
  if (!out) return Error{ErrorCode::kDisk, std::strerror(errno), file.string(), 0};
  return Done{};
}

void LetterOutput::Finish() {
  if (rows_) rows_->Finish();
}

}  // namespace vanthu::cli
