#include <functional>
#include <memory>
#include <optional>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/letter_output.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/page_output.h"
#include "pipeline/run/extract_job.h"

namespace vanthu::cli {
namespace {

struct Flags {
  std::vector<std::filesystem::path> files;
  std::string format = "json";
  std::optional<std::filesystem::path> out;
  segment::PageOrder order = segment::PageOrder::kAsGiven;
};

struct Counts {
  int64_t read = 0, partly = 0, failed = 0;
};

// Reads all files; `take` says whether something could be made of one that was read.
Result<Counts> Extract(Shell& shell, const Flags& flags, const run::PoolOptions& pool,
                       const std::function<Result<bool>(run::ExtractedFile)>& take) {
  int64_t unmade = 0, partly_unmade = 0;
  const auto take_file = [&](run::ExtractedFile file) -> Status {
    shell.ClearProgress();
    shell.Complain(file.errors);
    const bool whole = file.errors.empty();
    const Result<bool> taken = take(std::move(file));
    if (!taken.ok()) return taken.error();
    if (!*taken) ++(whole ? unmade : partly_unmade);
    return Done{};
  };
  const Result<run::ExtractReport> report =
      run::RunExtract({flags.files, pool, flags.order}, Shell::Stopped(), take_file,
                      [&shell](const run::Progress& progress) { shell.Show(progress); });
  if (!report.ok()) return report.error();
  return Counts{report->read - unmade, report->partly - partly_unmade,
                report->failed + unmade + partly_unmade};
}

int Run(Shell& shell, const Flags& flags) {
  const Result<run::PoolOptions> pool = shell.ReadingOptions();
  if (!pool.ok()) return shell.Fail(pool.error());
  std::optional<OutputFolder> folder;
  if (flags.out) {
    Result<OutputFolder> made = OutputFolder::Make(*flags.out, flags.files);
    if (!made.ok()) return shell.Fail(made.error());
    folder = *std::move(made);
  }
  std::optional<LetterOutput> letters;
  std::optional<PageOutput> pages;
  if (IsPageFormat(flags.format)) {
    Result<PageOutput> made =
        PageOutput::Make(shell, flags.format, flags.files, std::move(folder), *pool);
    if (!made.ok()) return shell.Fail(made.error());
    pages.emplace(*std::move(made));
  } else {
    Result<LetterOutput> made = LetterOutput::Make(shell, flags.format, std::move(folder));
    if (!made.ok()) return shell.Fail(made.error());
    letters.emplace(*std::move(made));
  }

  const auto take = [&](run::ExtractedFile file) -> Result<bool> {
    if (pages) return pages->Put(std::move(file));
    for (const run::MadeLetter& letter : file.letters)
      if (Status put = letters->Put(letter); !put.ok()) return put.error();
    return true;
  };
  const Result<Counts> counts = Extract(shell, flags, *pool, take);
  if (letters) letters->Finish();
  if (!counts.ok()) return shell.Fail(counts.error());
  if (counts->read + counts->partly + counts->failed != 1)
    shell.Note(shell.Word(Say::kExtractSummary, counts->read, counts->partly, counts->failed));
  // A file read in part is a failure of some pages, and a result all the same.
  return shell.FilesStatus(counts->read + counts->partly, counts->partly + counts->failed);
}

}  // namespace

Command AddExtractCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("extract", shell.Word(Say::kAboutExtract));
  command->add_option("FILE", flags->files, shell.Word(Say::kArgFiles))
      ->required()
      ->option_text(" ");
  AddFormatOption(*command, shell, flags->format,
                  {"json", "jsonl", "text", "csv", "table", "hocr", "alto", "pdf"});
  command->add_option("--out", flags->out, shell.Word(Say::kOptOutFolder))->option_text("DIR");
  AddDuplexOption(*command, shell, flags->order);
  AddReadingOptions(*command, shell);
  return {command, [&shell, flags] { return Run(shell, *flags); }};
}

}  // namespace vanthu::cli
