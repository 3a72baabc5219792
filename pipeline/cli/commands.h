// The commands, each in a file of its own: it adds its options to the program and says what runs when
// it is called.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "pipeline/cli/shell.h"

namespace vanthu::cli {

// A command that was chosen: runs it and answers the exit status.
using Action = std::function<int()>;

struct Command {
  CLI::App* app = nullptr;
  Action run;
};

using AddCommand = Command (*)(CLI::App& program, Shell& shell);

Command AddExtractCommand(CLI::App& program, Shell& shell);
Command AddImportCommand(CLI::App& program, Shell& shell);
Command AddWatchCommand(CLI::App& program, Shell& shell);
Command AddSearchCommand(CLI::App& program, Shell& shell);
Command AddShowCommand(CLI::App& program, Shell& shell);
Command AddCiteCommand(CLI::App& program, Shell& shell);
Command AddDelegationsCommand(CLI::App& program, Shell& shell);
Command AddSummaryCommand(CLI::App& program, Shell& shell);
Command AddConferencesCommand(CLI::App& program, Shell& shell);
Command AddFiguresCommand(CLI::App& program, Shell& shell);
Command AddPartnersCommand(CLI::App& program, Shell& shell);
Command AddDeadlinesCommand(CLI::App& program, Shell& shell);
Command AddRescansCommand(CLI::App& program, Shell& shell);
Command AddReconcileCommand(CLI::App& program, Shell& shell);
Command AddRegisterCommand(CLI::App& program, Shell& shell);
Command AddGapsCommand(CLI::App& program, Shell& shell);
Command AddIncomingCommand(CLI::App& program, Shell& shell);
Command AddArriveCommand(CLI::App& program, Shell& shell);
Command AddDispatchCommand(CLI::App& program, Shell& shell);
Command AddAnswerCommand(CLI::App& program, Shell& shell);
Command AddDossierCommand(CLI::App& program, Shell& shell);
Command AddTagCommand(CLI::App& program, Shell& shell);
Command AddNoteCommand(CLI::App& program, Shell& shell);
Command AddLogCommand(CLI::App& program, Shell& shell);
Command AddExportCommand(CLI::App& program, Shell& shell);
Command AddReextractCommand(CLI::App& program, Shell& shell);
Command AddReocrCommand(CLI::App& program, Shell& shell);
Command AddCorrectCommand(CLI::App& program, Shell& shell);
Command AddReviewCommand(CLI::App& program, Shell& shell);
Command AddRmCommand(CLI::App& program, Shell& shell);
Command AddTrashCommand(CLI::App& program, Shell& shell);
Command AddVerifyCommand(CLI::App& program, Shell& shell);
Command AddBackupCommand(CLI::App& program, Shell& shell);
Command AddRestoreCommand(CLI::App& program, Shell& shell);
Command AddEvaluateCommand(CLI::App& program, Shell& shell);
Command AddDoctorCommand(CLI::App& program, Shell& shell);

}  // namespace vanthu::cli
