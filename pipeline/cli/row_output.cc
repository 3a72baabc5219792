#include "pipeline/cli/row_output.h"

#include <cerrno>
#include <cstring>
#include <utility>

namespace vanthu::cli {

exporting::SheetLanguage SheetLanguageOf(Shell& shell) {
  return shell.settings().language == Language::kVietnamese ? exporting::SheetLanguage::kVietnamese
                                                            : exporting::SheetLanguage::kEnglish;
}

Status PutResult(Shell& shell, const std::optional<std::filesystem::path>& out,
                 std::string_view bytes) {
  if (!out) {
    shell.Print(bytes);
    return Done{};
  }
  std::ofstream file(*out, std::ios::binary | std::ios::trunc);
  file << bytes;
  file.close();
  if (!file) return Error{ErrorCode::kDisk, std::strerror(errno), out->string(), 0};
  return Done{};
}

RowOutput::RowOutput(Shell& shell, const RowOptions& options, Say title,
                     std::vector<std::string> columns, int lines)
    : shell_(&shell),
      options_(options),
      format_(RowFormatOf(options.format)),
      title_(shell.Word(title)),
      columns_(std::move(columns)),
      lines_(lines) {}

Result<RowOutput> RowOutput::Make(Shell& shell, const RowOptions& options, Say title,
                                  std::vector<std::string> columns, int lines) {
  RowOutput output(shell, options, title, std::move(columns), lines);
  if (output.format_ == exporting::RowFormat::kXlsx && !options.out) {
    return Error{ErrorCode::kUsage, shell.Word(Say::kWorkbookNeedsOut), "", 0};
  }
  return output;
}

Error RowOutput::Unwritten() const {
  return {ErrorCode::kDisk, std::strerror(errno), options_.out->string(), 0};
}

Status RowOutput::Begin() {
  if (text_ || sheet_) return Done{};
  if (options_.out) {
    file_ = std::make_unique<std::ofstream>(*options_.out, std::ios::binary | std::ios::trunc);
    if (!*file_) return Unwritten();
  }
  if (format_ == exporting::RowFormat::kXlsx) {
    sheet_ = std::make_unique<exporting::RowSheet>(title_, columns_, SheetLanguageOf(*shell_));
    return Done{};
  }
  exporting::RowWriter::Sink sink = [shell = shell_](std::string_view text) { shell->Print(text); };
  if (file_) sink = [file = file_.get()](std::string_view text) { *file << text; };
  text_ = std::make_unique<exporting::RowWriter>(format_, columns_, std::move(sink),
                                                 file_ ? 0 : shell_->table_width(), lines_);
  return Done{};
}

Status RowOutput::Add(const nlohmann::ordered_json& row) {
  if (Status begun = Begin(); !begun.ok()) return begun;
  if (sheet_) {
    sheet_->Add(row);
  } else {
    text_->Add(row);
  }
  return Done{};
}

Status RowOutput::Finish() {
  if (Status begun = Begin(); !begun.ok()) return begun;
  if (text_) text_->Finish();
  if (sheet_) {
    const Result<std::string> bytes = sheet_->Bytes();
    if (!bytes.ok()) return bytes.error();
    *file_ << *bytes;
  }
  if (!file_) return Done{};
  file_->close();
  if (!*file_) return Unwritten();
  return Done{};
}

}  // namespace vanthu::cli
