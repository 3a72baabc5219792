// The command line as a whole: settings, commands, help.
#pragma once

namespace vanthu::cli {

// Runs the program; answers its exit status.
int RunProgram(int argc, char** argv);

}  // namespace vanthu::cli
