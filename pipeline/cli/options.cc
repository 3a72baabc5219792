#include "pipeline/cli/options.h"

#include <fmt/ranges.h>

namespace vanthu::cli {

void AddCommonOptions(CLI::App& program, Shell& shell) {
  program.add_flag("-q,--quiet", shell.quiet(), shell.Word(Say::kOptQuiet));
  program.add_flag("-v,--verbose", shell.verbose(), shell.Word(Say::kOptVerbose));
  program
      .add_option_function<std::string>(
          "--lang",
          [&shell](const std::string& name) {
            Result<Language> language = ParseLanguage(name);
            if (!language.ok()) throw CLI::ValidationError("--lang", language.error().message);
            shell.settings().language = *language;
          },
          shell.Word(Say::kOptLang))
      ->option_text("vi|en");
}

void AddArchiveOption(CLI::App& command, Shell& shell) {
  command.add_option("--archive", shell.settings().archive, shell.Word(Say::kOptArchive))
      ->option_text("DIR");
}

void AddReadingOptions(CLI::App& command, Shell& shell) {
  Settings& settings = shell.settings();
  command.add_option("-j,--jobs", settings.jobs, shell.Word(Say::kOptJobs))->option_text("N");
  command.add_option("--quality", settings.quality, shell.Word(Say::kOptQuality))
      ->check(CLI::IsMember({"quick", "normal", "thorough"}))
      ->option_text("NAME");
  command.add_option("--model", settings.model, shell.Word(Say::kOptModel))->option_text("NAME");
  command.add_option("--tessdata", settings.tessdata, shell.Word(Say::kOptTessdata))
      ->option_text("DIR");
  command.add_option("--page-timeout", settings.page_timeout, shell.Word(Say::kOptPageTimeout))
      ->option_text("S");
  command
      .add_option("--document-timeout", settings.document_timeout,
                  shell.Word(Say::kOptDocumentTimeout))
      ->option_text("S");
  command.add_option("--worker-memory", settings.worker_memory, shell.Word(Say::kOptWorkerMemory))
      ->option_text("MB");
}

void AddDuplexOption(CLI::App& command, const Shell& shell, segment::PageOrder& order) {
  command.add_flag_callback(
      "--duplex", [&order] { order = segment::PageOrder::kStacks; }, shell.Word(Say::kOptDuplex));
}

void AddFormatOption(CLI::App& command, const Shell& shell, std::string& format,
                     const std::vector<std::string>& names) {
  const Say what = format.empty() ? Say::kOptFormatNone : Say::kOptFormat;
  command
      .add_option("--format", format, shell.Word(what, fmt::format("{}", fmt::join(names, ", "))))
      ->check(CLI::IsMember(names))
      ->option_text("NAME");
}

void AddOutputOptions(CLI::App& command, const Shell& shell, RowOptions& options,
                      std::vector<std::string> more) {
  std::vector<std::string> names = {"json", "jsonl", "csv", "table"};
  names.insert(names.end(), more.begin(), more.end());
  names.push_back("xlsx");
  AddFormatOption(command, shell, options.format, names);
  command.add_option("--out", options.out, shell.Word(Say::kOptOutFile))->option_text("FILE");
}

void AddRowOptions(CLI::App& command, Shell& shell, RowOptions& options) {
  AddArchiveOption(command, shell);
  AddOutputOptions(command, shell, options);
}

void AddDirectionOption(CLI::App& command, const Shell& shell,
                        std::optional<std::string>& direction) {
  command.add_option("--direction", direction, shell.Word(Say::kOptDirection))
      ->check(CLI::IsMember({"out", "in"}))
      ->option_text("out|in");
}

void AddIssuerOption(CLI::App& command, const Shell& shell, std::optional<std::string>& issuer) {
  command.add_option("--issuer", issuer, shell.Word(Say::kOptIssuer))->option_text("NAME");
}

void AddSumOption(CLI::App& command, const Shell& shell, std::string& sum, Say what,
                  const std::vector<std::string>& names) {
  command.add_option("--sum", sum, shell.Word(what))
      ->check(CLI::IsMember(names))
      ->option_text("NAME");
}

void AddYearOption(CLI::App& command, const Shell& shell, std::optional<int>& year) {
  command.add_option("--year", year, shell.Word(Say::kOptYear))
      ->check(CLI::Range(1, 9999))
      ->option_text("Y");
}

exporting::RowFormat RowFormatOf(const std::string& name) {
  const Result<exporting::RowFormat> format = exporting::ParseRowFormat(name);
  return format.ok() ? *format : exporting::RowFormat::kJson;
}

}  // namespace vanthu::cli
