#include <memory>
#include <optional>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/fact_output.h"
#include "pipeline/cli/office_desk.h"
#include "pipeline/cli/options.h"
#include "pipeline/export/office_books.h"

namespace vanthu::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Flags {
  std::string format = "table";
  archive::Dossier dossier;
  std::vector<int64_t> letters;
  std::optional<std::filesystem::path> out;
};
using SharedFlags = std::shared_ptr<Flags>;

const std::vector<std::string> kListColumns = {"code", "title",   "retention", "start",
                                               "end",  "letters", "pages"};

std::vector<Json> RowsOf(const archive::DossierContent& content) {
  std::vector<Json> rows;
  const Status listed = archive::EachDossierRow(content, [&](const Json& row) {
    rows.push_back(row);
    return Status(Done{});
  });
  static_cast<void>(listed);  // the sink above has no errors
  return rows;
}

int WriteList(Shell& shell, const archive::DossierContent& content,
              const std::filesystem::path& file) {
  if (Status named = CheckBookName(file); !named.ok()) return shell.Fail(named.error());
  const std::vector<Json> rows = RowsOf(content);
  std::string span;
  if (content.start) span = ", " + *content.start + " – " + *content.end;
  const exporting::Sheet sheet =
      exporting::BookSheet(exporting::Book::kDossier,
                           {"MỤC LỤC VĂN BẢN, TÀI LIỆU",
                            "Hồ sơ số " + content.dossier.code + ": " + content.dossier.title,
                            std::to_string(rows.size()) + " văn bản, " +
                                std::to_string(content.pages) + " trang" + span},
                           rows);
  const int status = WriteBook(shell, sheet, file);
  if (status == kExitDone) shell.Note(shell.Word(Say::kRowsWritten, file.string(), rows.size()));
  return status;
}

// The head as a card and the letters as a table; one object in JSON; the letters alone as CSV.
int Show(Shell& shell, const Flags& flags) {
  const Result<archive::DossierContent> content =
      run::ShowDossier(DeskOf(shell), flags.dossier.code);
  if (!content.ok()) return shell.Fail(content.error());
  if (flags.out) return WriteList(shell, *content, *flags.out);
  const exporting::RowFormat format = RowFormatOf(flags.format);
  const auto print = [&shell](std::string_view text) { shell.Print(text); };
  const std::vector<Json> rows = RowsOf(*content);
  Json head = archive::ToJson(*content);
  if (format == exporting::RowFormat::kJson || format == exporting::RowFormat::kJsonl) {
    head["documents"] = rows;
    shell.Print(head.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
    return kExitDone;
  }
  if (format == exporting::RowFormat::kTable) {
    exporting::RowWriter card(format, {"field", "value"}, print, shell.table_width(), 0);
    for (const auto& [field, value] : head.items())
      if (!value.is_null()) card.Add({{"field", field}, {"value", value}});
    card.Finish();
    shell.Print("\n");
  }
  exporting::RowWriter table(
      format,
      {"ordinal", "letter_id", "number", "issue_date", "title", "issuer", "sheets", "remark"},
      print, shell.table_width(), 3);
  for (const Json& row : rows) table.Add(row);
  table.Finish();
  return kExitDone;
}

CLI::App* AddPart(CLI::App& command, Shell& shell, const char* name, Say about) {
  CLI::App* part = command.add_subcommand(name, shell.Word(about));
  part->fallthrough();
  part->group(shell.Word(Say::kCommands));
  return part;
}

void AddCode(CLI::App& part, Shell& shell, const SharedFlags& flags) {
  part.add_option("CODE", flags->dossier.code, shell.Word(Say::kArgCode))
      ->required()
      ->option_text(" ");
}

void AddAbout(CLI::App& part, Shell& shell, const SharedFlags& flags) {
  AddCode(part, shell, flags);
  archive::Dossier& dossier = flags->dossier;
  part.add_option("--title", dossier.title, shell.Word(Say::kOptTitle))->option_text("TEXT");
  part.add_option("--retention", dossier.retention, shell.Word(Say::kOptRetention))
      ->option_text("TEXT");
  part.add_option("--rights", dossier.rights, shell.Word(Say::kOptRights))->option_text("TEXT");
  part.add_option("--creator", dossier.creator, shell.Word(Say::kOptCreator))->option_text("TEXT");
  part.add_option("--description", dossier.description, shell.Word(Say::kOptDescription))
      ->option_text("TEXT");
}

CLI::Option* AddLetters(CLI::App& part, Shell& shell, const SharedFlags& flags, Say about) {
  return part.add_option("ID", flags->letters, shell.Word(about))->option_text(" ");
}

int Remove(Shell& shell, const Flags& flags) {
  const run::OfficeDesk desk = DeskOf(shell);
  return StatusOf(shell, flags.letters.empty()
                             ? run::DropDossier(desk, flags.dossier.code)
                             : run::TakeOutOfDossier(desk, flags.dossier.code, flags.letters));
}

int List(Shell& shell, const Flags& flags) {
  const RowOptions rows{flags.format, {}};
  return PrintPlain(shell, {rows, Say::kSheetLetters}, kListColumns,
                    [&](const auto& take) { return run::ListDossiers(DeskOf(shell), take); });
}

}  // namespace

Command AddDossierCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("dossier", shell.Word(Say::kAboutDossier));
  command->require_subcommand(1);
  AddOfficeOptions(*command, shell);
  AddFormatOption(*command, shell, flags->format, {"json", "jsonl", "csv", "table"});
  CLI::App* made = AddPart(*command, shell, "new", Say::kAboutDossierNew);
  AddAbout(*made, shell, flags);
  made->get_option("--title")->required();
  CLI::App* edited = AddPart(*command, shell, "edit", Say::kAboutDossierEdit);
  AddAbout(*edited, shell, flags);
  CLI::App* added = AddPart(*command, shell, "add", Say::kAboutDossierAdd);
  AddCode(*added, shell, flags);
  AddLetters(*added, shell, flags, Say::kArgEnteredIds)->required();
  CLI::App* removed = AddPart(*command, shell, "remove", Say::kAboutDossierRemove);
  AddCode(*removed, shell, flags);
  AddLetters(*removed, shell, flags, Say::kArgRemovedIds);
  CLI::App* listed = AddPart(*command, shell, "list", Say::kAboutDossierList);
  CLI::App* shown = AddPart(*command, shell, "show", Say::kAboutDossierShow);
  AddCode(*shown, shell, flags);
  shown->add_option("--out", flags->out, shell.Word(Say::kOptBookFile))->option_text("FILE");
  return {command, [=, &shell] {
            const run::OfficeDesk desk = DeskOf(shell);
            if (made->parsed()) return StatusOf(shell, run::NewDossier(desk, flags->dossier));
            if (edited->parsed()) return StatusOf(shell, run::EditDossier(desk, flags->dossier));
            if (added->parsed()) {
              return StatusOf(shell,
                              run::PutIntoDossier(desk, flags->dossier.code, flags->letters));
            }
            if (removed->parsed()) return Remove(shell, *flags);
            return listed->parsed() ? List(shell, *flags) : Show(shell, *flags);
          }};
}

}  // namespace vanthu::cli
