// What people enter: arrive, dispatch, answer, tag, note; and the log of it.
#include <array>
#include <map>
#include <memory>
#include <optional>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/fact_output.h"
#include "pipeline/cli/office_desk.h"
#include "pipeline/cli/options.h"

namespace vanthu::cli {
namespace {

using archive::EntryField;

struct EntryOption {
  const char* name;
  EntryField field;
  Say about;
  const char* takes;
};
constexpr std::array kArrivalOptions = {
    EntryOption{"--number", EntryField::kArrivalNumber, Say::kOptArrivalNumber, "N"},
    EntryOption{"--date", EntryField::kArrivalDate, Say::kOptArrivalDate, "DATE"},
    EntryOption{"--to", EntryField::kUnit, Say::kOptUnitTo, "TEXT"},
    EntryOption{"--due", EntryField::kDue, Say::kOptDue, "DATE"},
    EntryOption{"--passed-on", EntryField::kPassedOn, Say::kOptPassedOn, "DATE"},
    EntryOption{"--receipt", EntryField::kReceipt, Say::kOptReceipt, "TEXT"},
    EntryOption{"--remark", EntryField::kRemark, Say::kOptRemark, "TEXT"},
};
constexpr std::array kDispatchOptions = {
    EntryOption{"--to", EntryField::kSentTo, Say::kOptSentTo, "TEXT"},
    EntryOption{"--keeper", EntryField::kKeeper, Say::kOptKeeper, "TEXT"},
    EntryOption{"--copies", EntryField::kCopies, Say::kOptCopies, "N"},
    EntryOption{"--due", EntryField::kDue, Say::kOptDue, "DATE"},
    EntryOption{"--passed-on", EntryField::kPassedOn, Say::kOptPassedOn, "DATE"},
    EntryOption{"--receipt", EntryField::kReceipt, Say::kOptReceipt, "TEXT"},
    EntryOption{"--remark", EntryField::kRemark, Say::kOptRemark, "TEXT"},
};

struct Flags {
  std::vector<int64_t> letters;
  std::map<EntryField, std::string> values;
  bool next = false;
};

template <typename Options>
void AddEntryOptions(CLI::App& command, const Shell& shell, const Options& options,
                     const std::shared_ptr<Flags>& flags) {
  command.add_option("ID", flags->letters, shell.Word(Say::kArgEnteredIds))
      ->required()
      ->option_text(" ");
  for (const EntryOption& option : options) {
    command
        .add_option_function<std::string>(
            option.name,
            [flags, field = option.field](const std::string& value) {
              flags->values[field] = value;
            },
            shell.Word(option.about))
        ->option_text(option.takes);
  }
}

std::vector<run::EnteredValue> ValuesOf(const Flags& flags) {
  std::vector<run::EnteredValue> values;
  for (const auto& [field, value] : flags.values) values.push_back({field, value});
  return values;
}

int NothingToEnter(Shell& shell) {
  return shell.Fail(Error{ErrorCode::kUsage, shell.Word(Say::kNothingToEnter), "", 0});
}

int Arrive(Shell& shell, const Flags& flags) {
  if (flags.values.empty() && !flags.next) return NothingToEnter(shell);
  const run::OfficeDesk desk = DeskOf(shell);
  if (!flags.next) {
    return StatusOf(shell, run::EnterValues(desk, Direction::kIn, flags.letters, ValuesOf(flags)));
  }
  const Status numbered = run::NumberArrivals(desk, flags.letters, ValuesOf(flags));
  if (!numbered.ok()) return shell.Fail(numbered.error());
  for (const int64_t letter : flags.letters) {
    const auto about = run::AboutLetter(desk, letter);
    if (!about.ok()) return shell.Fail(about.error());
    shell.Note(shell.Word(Say::kArrivalNumbered, letter,
                          about->at("arrival_number").get<std::string>(),
                          about->at("arrival_date").get<std::string>()));
  }
  return kExitDone;
}

int Dispatch(Shell& shell, const Flags& flags) {
  if (flags.values.empty()) return NothingToEnter(shell);
  return StatusOf(shell,
                  run::EnterValues(DeskOf(shell), Direction::kOut, flags.letters, ValuesOf(flags)));
}

struct AnswerFlags {
  int64_t letter = 0;
  std::optional<int64_t> answer;
  bool none = false, undo = false;
};

int SetAnswer(Shell& shell, const AnswerFlags& flags) {
  const run::OfficeDesk desk = DeskOf(shell);
  const int said = (flags.answer ? 1 : 0) + (flags.none ? 1 : 0) + (flags.undo ? 1 : 0);
  if (said != 1) return shell.Fail(Error{ErrorCode::kUsage, shell.Word(Say::kOneAnswer), "", 0});
  if (flags.answer) return StatusOf(shell, run::SetAnswer(desk, flags.letter, *flags.answer));
  return StatusOf(
      shell, flags.none ? run::SetDone(desk, flags.letter) : run::ForgetAnswer(desk, flags.letter));
}

struct TagFlags {
  int64_t letter = 0;
  std::vector<std::string> tags;
  bool remove = false;
};

struct NoteFlags {
  int64_t letter = 0;
  std::string text;
};

struct LogFlags {
  RowOptions rows;
  std::optional<int64_t> letter;
};

}  // namespace

Command AddArriveCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("arrive", shell.Word(Say::kAboutArrive));
  AddOfficeOptions(*command, shell);
  AddEntryOptions(*command, shell, kArrivalOptions, flags);
  command->add_flag("--next", flags->next, shell.Word(Say::kOptNext))
      ->excludes(command->get_option("--number"));
  return {command, [&shell, flags] { return Arrive(shell, *flags); }};
}

Command AddDispatchCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("dispatch", shell.Word(Say::kAboutDispatch));
  AddOfficeOptions(*command, shell);
  AddEntryOptions(*command, shell, kDispatchOptions, flags);
  return {command, [&shell, flags] { return Dispatch(shell, *flags); }};
}

Command AddAnswerCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<AnswerFlags>();
  CLI::App* command = program.add_subcommand("answer", shell.Word(Say::kAboutAnswer));
  AddArchiveOption(*command, shell);
  command->add_option("ID", flags->letter, shell.Word(Say::kArgId))->required()->option_text(" ");
  command->add_option("BY", flags->answer, shell.Word(Say::kArgAnswer))->option_text(" ");
  command->add_flag("--none", flags->none, shell.Word(Say::kOptAnswerNone));
  command->add_flag("--undo", flags->undo, shell.Word(Say::kOptAnswerUndo));
  return {command, [&shell, flags] { return SetAnswer(shell, *flags); }};
}

Command AddTagCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<TagFlags>();
  CLI::App* command = program.add_subcommand("tag", shell.Word(Say::kAboutTag));
  AddArchiveOption(*command, shell);
  command->add_option("ID", flags->letter, shell.Word(Say::kArgId))->required()->option_text(" ");
  command->add_option("TAG", flags->tags, shell.Word(Say::kArgTags))->required()->option_text(" ");
  command->add_flag("--remove", flags->remove, shell.Word(Say::kOptTagRemove));
  return {command, [&shell, flags] {
            const run::TagChange change =
                flags->remove ? run::TagChange::kRemove : run::TagChange::kAdd;
            return StatusOf(shell,
                            run::ChangeTags(DeskOf(shell), change, flags->letter, flags->tags));
          }};
}

Command AddNoteCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<NoteFlags>();
  CLI::App* command = program.add_subcommand("note", shell.Word(Say::kAboutNote));
  AddArchiveOption(*command, shell);
  command->add_option("ID", flags->letter, shell.Word(Say::kArgId))->required()->option_text(" ");
  command->add_option("TEXT", flags->text, shell.Word(Say::kArgNote))->required()->option_text(" ");
  return {command, [&shell, flags] {
            return StatusOf(shell, run::SetNote(DeskOf(shell), flags->letter, flags->text));
          }};
}

Command AddLogCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<LogFlags>();
  CLI::App* command = program.add_subcommand("log", shell.Word(Say::kAboutLog));
  AddRowOptions(*command, shell, flags->rows);
  command->add_option("ID", flags->letter, shell.Word(Say::kArgLogId))->option_text(" ");
  return {command, [&shell, flags] {
            return PrintPlain(shell, {flags->rows, Say::kSheetLog},
                              {"at", "who", "what", "letter_id", "number", "subject", "old", "new"},
                              [&](const auto& take) {
                                return run::ListEvents(DeskOf(shell), flags->letter, take);
                              });
          }};
}

}  // namespace vanthu::cli
