#include "pipeline/cli/app.h"

#include <array>
#include <clocale>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/options.h"
#include "pipeline/run/process.h"
#include "pipeline/run/soffice.h"
#include "pipeline/run/worker.h"

namespace vanthu::cli {
namespace {

constexpr const char* kVersion = "vanthu 0.1.0";

// In the order in which the help lists them.
constexpr std::array kCommands = {
    AddExtractCommand,     AddImportCommand,    AddWatchCommand,       AddSearchCommand,
    AddShowCommand,        AddCiteCommand,      AddDelegationsCommand, AddSummaryCommand,
    AddConferencesCommand, AddFiguresCommand,   AddPartnersCommand,    AddDeadlinesCommand,
    AddRescansCommand,     AddReconcileCommand, AddRegisterCommand,    AddGapsCommand,
    AddIncomingCommand,    AddArriveCommand,    AddDispatchCommand,    AddAnswerCommand,
    AddDossierCommand,     AddTagCommand,       AddNoteCommand,        AddLogCommand,
    AddReviewCommand,      AddCorrectCommand,   AddRmCommand,          AddTrashCommand,
    AddExportCommand,      AddReextractCommand, AddReocrCommand,       AddVerifyCommand,
    AddBackupCommand,      AddRestoreCommand,   AddEvaluateCommand,    AddDoctorCommand};

// The language has to be known before the help is worded, so it is looked for ahead of all else.
Result<Language> LanguageOf(const std::vector<std::string_view>& words, Language otherwise) {
  for (size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    if (words[i].starts_with("--lang=")) return ParseLanguage(words[i].substr(7));
    if (words[i] == "--lang" && i + 1 < words.size()) return ParseLanguage(words[i + 1]);
  }
  return otherwise;
}

// Before the commands are added: they take it over.
void WordHelp(CLI::App& program, const Shell& shell) {
  const auto formatter = std::make_shared<CLI::Formatter>();
  formatter->label("Usage", shell.Word(Say::kUsage));
  formatter->label("OPTIONS", shell.Word(Say::kOptions));
  formatter->label("SUBCOMMAND", shell.Word(Say::kCommand));
  formatter->label("Positionals", shell.Word(Say::kArguments));
  formatter->column_width(28);
  program.formatter(formatter);
  program.option_defaults()->group(shell.Word(Say::kOptions));
  program.set_help_flag("-h,--help", shell.Word(Say::kOptHelp));
}

class Program {
 public:
  explicit Program(Shell& shell) : shell_(shell), app_(shell.Word(Say::kAbout), "vanthu") {
    WordHelp(app_, shell_);
    AddCommonOptions(app_, shell_);
    app_.require_subcommand(0, 1);
    for (AddCommand add : kCommands) Add(add(app_, shell_));
    CLI::App* help = app_.add_subcommand("help", shell_.Word(Say::kAboutHelp));
    help->add_option(shell_.Word(Say::kCommand), asked_, shell_.Word(Say::kArgCommand))
        ->option_text(" ");
    Add({help, [this] { return Help(); }});
    app_.set_version_flag("--version", kVersion, shell_.Word(Say::kOptVersion));
    app_.footer(shell_.Word(Say::kHelpFooter));
  }

  int Run(int argc, char** argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
      return PrintHelp(Chosen());
    } catch (const CLI::CallForVersion&) {
      shell_.Print(std::string(kVersion) + "\n");
      return kExitDone;
    } catch (const CLI::RequiredError& e) {
      return WrongUse(Lacking(e.what()));
    } catch (const CLI::ParseError& e) {
      return WrongUse(e.what());
    }
    for (const Command& command : commands_) {
      if (!command.app->parsed()) continue;
      const int status = command.run();
      if (status == kExitWrongUse) PointToHelp();
      return status;
    }
    return PrintHelp(&app_);
  }

 private:
  void Add(Command command) {
    command.app->fallthrough();
    command.app->group(shell_.Word(Say::kCommands));
    commands_.push_back(std::move(command));
  }

  // The command that was typed; of one with parts the part (dossier new).
  CLI::App* Chosen() {
    CLI::App* chosen = &app_;
    while (!chosen->get_subcommands().empty()) chosen = chosen->get_subcommands().front();
    return chosen;
  }

  // "vanthu dossier new"
  std::string NameOf(const CLI::App* app) const {
    return app == &app_ ? "vanthu" : NameOf(app->get_parent()) + " " + app->get_name();
  }

  int PrintHelp(const CLI::App* app) {
    shell_.Print(app_.get_formatter()->make_help(app, NameOf(app), CLI::AppFormatMode::Normal));
    return kExitDone;
  }

  int Help() {
    if (asked_.empty()) return PrintHelp(&app_);
    for (const Command& command : commands_)
      if (command.app->get_name() == asked_) return PrintHelp(command.app);
    return WrongUse(shell_.Word(Say::kNoCommand, asked_));
  }

  // "FILE is required", as CLI11 has it, in the user's language.
  std::string Lacking(const std::string& why) const {
    const size_t name = why.find(" is required");
    if (name == std::string::npos || why.starts_with("A ")) return why;
    return shell_.Word(Say::kIsRequired, why.substr(0, name));
  }

  int WrongUse(const std::string& why) {
    shell_.Complain(Error{ErrorCode::kUsage, why, "", 0});
    PointToHelp();
    return kExitWrongUse;
  }

  void PointToHelp() {
    const std::vector<CLI::App*> chosen = app_.get_subcommands();
    const bool known = !chosen.empty() && chosen[0]->get_name() != "help";
    shell_.Note(shell_.Word(Say::kSeeHelp, known ? " " + chosen[0]->get_name() : ""));
  }

  Shell& shell_;
  CLI::App app_;
  std::vector<Command> commands_;
  std::string asked_;  // of `vanthu help COMMAND`
};

}  // namespace

int RunProgram(int argc, char** argv) {
  // libarchive gives names of ZIP members in the locale's encoding. Numbers keep their points.
  std::setlocale(LC_CTYPE, "C.UTF-8");
  const std::vector<std::string_view> words(argv + 1, argv + argc);
  // A worker takes nothing from files, environment or command line: its parent tells it all.
  if (!words.empty() && words.front() == run::kWorkerCommand) return run::RunWorker();
  if (!words.empty() && words.front() == run::kSofficeCommand)
    return run::RunSofficeChild(argc - 2, argv + 2);

  Result<LoadedSettings> loaded = LoadSettings();
  Shell shell(loaded.ok() ? loaded->settings : Settings{});
  if (!loaded.ok()) return shell.Fail(loaded.error());
  Result<Language> language = LanguageOf(words, shell.settings().language);
  if (!language.ok()) return shell.Fail(language.error());
  shell.settings().language = *language;
  for (const auto& [file, key] : loaded->unknown)
    shell.Note(shell.Word(Say::kUnknownKey, file, key));
  Shell::CatchSignals();
  return shell.Close(Program(shell).Run(argc, argv));
}

}  // namespace vanthu::cli
