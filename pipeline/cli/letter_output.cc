#include "pipeline/cli/letter_output.h"

#include <utility>

#include "models/document/letter_json.h"
#include "pipeline/cli/options.h"
#include "pipeline/export/letter_text.h"

namespace vanthu::cli {
namespace {

bool IsRows(const std::string& format) { return format == "csv" || format == "table"; }

}  // namespace

LetterOutput::LetterOutput(Shell& shell, std::string format, std::optional<OutputFolder> folder)
    : shell_(&shell), format_(std::move(format)), folder_(std::move(folder)) {}

Result<LetterOutput> LetterOutput::Make(Shell& shell, std::string format,
                                        std::optional<OutputFolder> folder) {
  if (folder && IsRows(format))
    return Error{ErrorCode::kUsage, shell.Word(Say::kOutNeedsFileFormat), "", 0};
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
  if (folder_) {
    const std::string ending = format_ == "text" ? ".txt" : ".json";
    return folder_->Put(letter.record.source.name, ending, Content(letter));
  }
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

void LetterOutput::Finish() {
  if (rows_) rows_->Finish();
}

}  // namespace vanthu::cli
