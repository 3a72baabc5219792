#include "pipeline/cli/page_output.h"

#include <iterator>
#include <system_error>
#include <utility>

#include "pipeline/export/alto.h"
#include "pipeline/export/hocr.h"
#include "pipeline/export/page_blocks.h"

namespace vanthu::cli {
namespace {

// All pages of a file, in its order, out of its letters.
std::vector<Page> TakePages(run::ExtractedFile& file) {
  std::vector<Page> pages;
  for (run::MadeLetter& letter : file.letters)
    std::move(letter.record.pages.begin(), letter.record.pages.end(), std::back_inserter(pages));
  return pages;
}

}  // namespace

bool IsPageFormat(const std::string& format) {
  return format == "hocr" || format == "alto" || format == "pdf";
}

Result<PageOutput> PageOutput::Make(Shell& shell, std::string format,
                                    const std::vector<std::filesystem::path>& inputs,
                                    std::optional<OutputFolder> folder,
                                    const run::PoolOptions& options) {
  std::error_code none;
  const bool several = inputs.size() != 1 || std::filesystem::is_directory(inputs.front(), none);
  if (!folder && (format == "pdf" || several))
    return Error{ErrorCode::kUsage, shell.Word(Say::kFormatNeedsOut, format), "", 0};
  return PageOutput(shell, std::move(format), std::move(folder), options);
}

Result<bool> PageOutput::Refuse(Error error, const std::string& name) {
  error.file = name;
  shell_->Complain(error);
  return false;
}

Result<bool> PageOutput::Put(run::ExtractedFile file) {
  if (file.letters.empty()) return true;  // its errors have been told
  const std::vector<Page> pages = TakePages(file);
  if (!exporting::HavePlaces(pages))
    return Refuse({ErrorCode::kUnsupported, "is text without pages: --format json or text", "", 0},
                  file.name);
  if (format_ == "pdf") return PutPdf(file, pages);
  const std::string content = format_ == "hocr" ? exporting::Hocr(file.base_name, pages)
                                                : exporting::Alto(file.base_name, pages);
  if (folder_) {
    const char* ending = format_ == "hocr" ? ".hocr" : ".xml";
    if (Status put = folder_->Put(file.base_name, ending, content); !put.ok()) return put.error();
    return true;
  }
  // A ZIP may turn out to hold several files.
  if (std::exchange(printed_, true))
    return Error{ErrorCode::kUsage, shell_->Word(Say::kFormatNeedsOut, format_), "", 0};
  shell_->Print(content);
  return true;
}

Result<bool> PageOutput::PutPdf(const run::ExtractedFile& file, const std::vector<Page>& pages) {
  const std::filesystem::path to = folder_->NameFor(file.base_name, ".pdf");
  const Result<run::PdfOutcome> made = pdf_.Make(file.file, pages, to);
  if (!made.ok()) {
    if (made.error().code == ErrorCode::kDisk || made.error().code == ErrorCode::kInterrupted)
      return made.error();
    return Refuse(made.error(), file.name);
  }
  if (*made == run::PdfOutcome::kSigned) shell_->Note(shell_->Word(Say::kSignedKept, file.name));
  return true;
}

}  // namespace vanthu::cli
