// What import and watch say of each file.
#pragma once

#include "pipeline/cli/shell.h"
#include "pipeline/run/import_job.h"
#include "pipeline/run/mover.h"

namespace vanthu::cli {

// A file that was passed over: it is in the archive or in its trash.
void TellSkipped(Shell& shell, const run::ImportedFile& file);

// Letters of the file that the archive holds in another, or may hold.
void TellRescans(Shell& shell, const run::ImportedFile& file);

// Where files went, and which could not be moved.
run::MoveEvents TellMoves(Shell& shell);

}  // namespace vanthu::cli
