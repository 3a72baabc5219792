#include <fmt/ranges.h>

#include <memory>
#include <optional>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/fact_output.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/row_output.h"
#include "pipeline/export/cite_dot.h"
#include "pipeline/export/cite_rows.h"
#include "pipeline/run/dot_job.h"

namespace vanthu::cli {
namespace {

using Json = nlohmann::ordered_json;
using Documents = std::vector<archive::CitedDocument>;

// Rows name each step's documents, so that one step answers most questions; a picture of one step is
// little more than a list.
constexpr int kRowDepth = 1;
constexpr int kPictureDepth = 2;
// More boxes cannot be read, and Graphviz takes minutes for them.
constexpr size_t kMostBoxes = 150;

struct Flags {
  std::vector<std::string> words;
  RowOptions rows;
  std::optional<int> depth;
  std::string sum;

  std::string asked() const { return fmt::format("{}", fmt::join(words, " ")); }
};

bool IsPicture(const std::string& format) { return format == "dot" || format == "svg"; }

// Each document with all that hangs together with it, where more than a step is asked for.
Status EachDocument(Shell& shell, const Flags& flags, const archive::RowSink& take) {
  const std::filesystem::path& dir = shell.settings().archive;
  const Result<Documents> documents = run::Cite(dir, flags.asked());
  if (!documents.ok()) return documents.error();
  const int depth = flags.depth.value_or(kRowDepth);
  for (const archive::CitedDocument& document : *documents) {
    Json json = archive::ToJson(document);
    if (depth > 1) {
      const Result<archive::CiteGraph> graph =
          run::CiteGraphOf(dir, std::span(&document, 1), {.depth = depth});
      if (!graph.ok()) return graph.error();
      json["graph"] = archive::ToJson(*graph);
    }
    if (Status taken = take(json); !taken.ok()) return taken;
  }
  return Done{};
}

int PrintDocuments(Shell& shell, const Flags& flags) {
  const exporting::RowFormat format = RowFormatOf(flags.rows.format);
  const exporting::CiteWords words{shell.Word(Say::kTheDocument), shell.Word(Say::kCitedBy),
                                   shell.Word(Say::kCites), shell.Word(Say::kNotInArchive),
                                   SheetLanguageOf(shell)};
  const auto make = [&](const Json& document) {
    return exporting::IsJson(format) ? std::vector<Json>{document}
                                     : exporting::CiteRows(format, words, document);
  };
  const auto steps = flags.depth.value_or(kRowDepth) > 1 ? exporting::CiteSteps::kSeveral
                                                         : exporting::CiteSteps::kOne;
  return PrintRows(shell, {flags.rows, Say::kSheetCitations}, exporting::CiteColumns(format, steps),
                   make,
                   [&](const archive::RowSink& take) { return EachDocument(shell, flags, take); });
}

// How many letters cite the documents, year by year and in what role.
int PrintYears(Shell& shell, const Flags& flags) {
  return PrintPlain(shell, {flags.rows, Say::kSheetCitations},
                    {"document", "year", "letters", "basis", "reply_to", "attached", "amends",
                     "replaces", "cites"},
                    [&](const archive::RowSink& take) -> Status {
                      const Result<Documents> documents =
                          run::Cite(shell.settings().archive, flags.asked());
                      if (!documents.ok()) return documents.error();
                      for (const archive::CitedDocument& document : *documents) {
                        for (const Json& row : archive::CountsByYear(document)) {
                          if (Status taken = take(row); !taken.ok()) return taken;
                        }
                      }
                      return Done{};
                    });
}

int Draw(Shell& shell, const Flags& flags) {
  const std::filesystem::path& dir = shell.settings().archive;
  const Result<Documents> documents = run::Cite(dir, flags.asked());
  if (!documents.ok()) return shell.Fail(documents.error());
  if (documents->empty()) {
    shell.Note(shell.Word(Say::kNothingFound));
    return kExitDone;
  }
  const archive::CiteReach reach{flags.depth.value_or(kPictureDepth), kMostBoxes};
  const Result<archive::CiteGraph> graph = run::CiteGraphOf(dir, *documents, reach);
  if (!graph.ok()) return shell.Fail(graph.error());
  const std::string dot = exporting::CiteDot(archive::ToJson(*graph), SheetLanguageOf(shell),
                                             shell.Word(Say::kNotInArchive));
  const Result<std::string> picture =
      flags.rows.format == "svg" ? run::DrawSvg(dot) : Result<std::string>(dot);
  if (!picture.ok()) {
    const Error& error = picture.error();
    if (error.code != ErrorCode::kNotFound) return shell.Fail(error);
    return shell.Fail({error.code, shell.Word(Say::kNeedsGraphviz), "", 0});
  }
  if (graph->cut) shell.Note(shell.Word(Say::kPictureCut, graph->nodes.size()));
  const Status put = PutResult(shell, flags.rows.out, *picture);
  return put.ok() ? kExitDone : shell.Fail(put.error());
}

int Run(Shell& shell, const Flags& flags) {
  if (IsPicture(flags.rows.format)) return Draw(shell, flags);
  return flags.sum.empty() ? PrintDocuments(shell, flags) : PrintYears(shell, flags);
}

}  // namespace

Command AddCiteCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("cite", shell.Word(Say::kAboutCite));
  command->footer(shell.Word(Say::kCiteFooter));
  command->add_option("DOCUMENT", flags->words, shell.Word(Say::kArgDocument))
      ->required()
      ->option_text(" ");
  AddArchiveOption(*command, shell);
  AddOutputOptions(*command, shell, flags->rows, {"dot", "svg"});
  command->add_option("--depth", flags->depth, shell.Word(Say::kOptDepth, kRowDepth, kPictureDepth))
      ->check(CLI::Range(1, 20))
      ->option_text("N");
  AddSumOption(*command, shell, flags->sum, Say::kOptSumCitations, {"year"});
  return {command, [&shell, flags] { return Run(shell, *flags); }};
}

}  // namespace vanthu::cli
