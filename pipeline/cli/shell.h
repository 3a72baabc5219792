// What all commands share: the settings, the two streams, the exit status. Results go to stdout,
// everything else to stderr; the progress bar is drawn on a terminal only.
#pragma once

#include <atomic>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "models/core/result.h"
#include "pipeline/cli/messages.h"
#include "pipeline/cli/settings.h"
#include "pipeline/run/pace.h"
#include "pipeline/run/pool.h"
#include "pipeline/run/progress.h"

namespace vanthu::cli {

enum ExitStatus : int {
  kExitDone = 0,
  kExitWrongUse = 1,
  kExitNothingDone = 2,
  kExitSomeFailed = 3,
  kExitArchiveDamaged = 4,
  kExitBelowBaseline = 5,
  kExitInterrupted = 130,
};

// Of a table that goes to a file or a pipe.
inline constexpr int kTableWidth = 120;

// 75 s -> 0:01:15
std::string TimeText(std::chrono::seconds time);

enum class Volume { kQuiet, kNormal, kVerbose };

class Shell {
 public:
  explicit Shell(Settings settings) : settings_(std::move(settings)) {}

  // The flags of the command line are written into them before a command runs.
  Settings& settings() { return settings_; }
  Volume volume() const {
    return quiet_ ? Volume::kQuiet : verbose_ ? Volume::kVerbose : Volume::kNormal;
  }
  bool& quiet() { return quiet_; }
  bool& verbose() { return verbose_; }

  // Set by Ctrl-C and SIGTERM. A second one ends the program at once.
  static const std::atomic<bool>& Stopped();
  static void CatchSignals();

  // A result, as it is. What cannot be written is told by Close.
  void Print(std::string_view result);
  bool stdout_is_terminal() const;
  // Columns of the terminal, 0 where stdout is none.
  int terminal_width() const;
  // Columns that a table of rows is fitted to: the terminal's, else kTableWidth.
  int table_width() const;

  template <typename... Args>
  std::string Word(Say what, const Args&... args) const {
    return Tell(settings_.language, what, args...);
  }

  // A line on stderr. Notes and summaries are kept from the quiet.
  void Note(const std::string& message);
  void Complain(const Error& error);
  // Errors that differ in the page alone become one line.
  void Complain(const std::vector<Error>& errors);
  // What Complain says of them, a line each.
  std::vector<std::string> Describe(const std::vector<Error>& errors) const;

  void Show(const run::Progress& progress);
  void ClearProgress();

  // What a command that was ended by this error says and exits with.
  int Fail(const Error& error);
  // The status where so many of its files went well and so many did not.
  int FilesStatus(int64_t good, int64_t bad) const;
  // Flushes stdout; the status, or kExitNothingDone where a result could not be written.
  int Close(int status);

  // Settings of the reading processes; kUsage names what is wrong.
  Result<run::PoolOptions> ReadingOptions() const;

 private:
  void Write(const std::string& line);

  Settings settings_;
  bool quiet_ = false;
  bool verbose_ = false;
  int write_error_ = 0;  // errno of the last result that could not be written; 0: none
  run::Pace pace_;
  size_t progress_width_ = 0;  // columns of the bar that is on the screen
};

}  // namespace vanthu::cli
