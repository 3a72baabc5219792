#include "options.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace vanthu::corpus {

bool Options::Wants(const std::string& form) const {
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

CommandLine ReadCommandLine(int argc, const char* const* argv) {
  CommandLine line;
  Options& options = line.options;
  CLI::App app("Sets .letter files as text, Markdown, DOCX, PDF and aged scans.", "corpus_print");
  app.add_option("--out", options.out, "folder for the sub-folders of the forms")
      ->capture_default_str();
  app.add_option("--forms", options.forms, "which forms: txt,md,docx,pdf,scan")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"txt", "md", "docx", "pdf", "scan"}))
      ->capture_default_str();
  app.add_option("--dpi", options.dpi, "resolutions of the scans")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::Range(72, 600))
      ->capture_default_str();
  app.add_option("--strength", options.strength, "of the ageing")
      ->check(CLI::Range(1, 3))
      ->capture_default_str();
  app.add_option("--damage", options.damage, "one more harm done to the scans")
      ->check(CLI::IsMember(DamageNames()))
      ->capture_default_str();
  app.add_option("--seed", options.seed, "of all that is drawn by chance")->capture_default_str();
  app.add_option("files", options.files, ".letter files; .png or .jpg: scanned pages to be harmed")
      ->required();
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    line.outcome = ReadingOutcome::kStop;
    line.exit_code = app.exit(error) == 0 ? 0 : 2;
  }
  return line;
}

}  // namespace vanthu::corpus
