// The command line of corpus_print, read and checked.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "damage.h"

namespace vanthu::corpus {

struct Options {
  std::string out = ".";
  std::vector<std::string> forms = {"txt", "md", "docx", "pdf", "scan"};
  std::vector<int> dpi = {200};
  int strength = 1;  // of the ageing, 1 to 3
  std::uint64_t seed = 1;
  std::string damage = "none";  // one of DamageNames()
  std::vector<std::string> files;

  bool Wants(const std::string& form) const;
};

enum class ReadingOutcome { kRun, kStop };

struct CommandLine {
  ReadingOutcome outcome = ReadingOutcome::kRun;
  int exit_code = 0;  // for kStop: 0 after --help, 2 for a wrong call
  Options options;
};

// Prints help or what is wrong with the call itself.
CommandLine ReadCommandLine(int argc, const char* const* argv);

}  // namespace vanthu::corpus
