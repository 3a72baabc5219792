// LibreOffice without a screen: which kinds of files it turns into which, where it is, and how it is
// called. It starts as a child of its own with limits (RunSofficeChild), reads copies of the files in a
// folder that is made for it and writes there; it has no network. Not for deciding what to convert
// when (converter.h).
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "models/core/result.h"
#include "pipeline/run/spawn.h"

namespace vanthu::run {

// What becomes of a kind of file that intake does not read itself.
struct Conversion {
  std::string_view media_type;  // of the file
  std::string_view from;        // its ending
  std::string_view to;          // the ending of what is made of it
  std::string_view filter;      // what LibreOffice calls the form that it writes
  bool sheets = false;          // Calc does it; otherwise Writer
};

// None for a kind that intake reads, or that nobody does. Valid for the program's life.
const Conversion* ConversionOf(std::string_view media_type);

struct SofficeOptions {
  std::filesystem::path program;                     // empty: looked for where Debian has it
  std::filesystem::path starter = "/proc/self/exe";  // has the hidden command below
  // Above what was measured: 1.1 GB of address space for a document of 1,000 pages.
  uint64_t memory_bytes = uint64_t{4} << 30;
  std::chrono::milliseconds file_timeout{120'000};
  // For the first file beside that. A start with a new profile took 8 s on a core that others used.
  std::chrono::milliseconds start_time{60'000};
  std::filesystem::path folder;  // for what is needed for a moment; empty: the system's
};

// Where LibreOffice is. kUnsupported names the Debian packages that are missing, for `sheets` Calc's.
Result<std::filesystem::path> FindSoffice(const SofficeOptions& options, bool sheets);

// Settings that every call shares, written into a profile that is new: numbers and days are shown as
// in Việt Nam, where the files come from. kDisk.
Status WriteProfile(const std::filesystem::path& profile);

// One call, for files of one kind that lie under names of ours.
struct SofficeCall {
  std::filesystem::path program;
  std::filesystem::path profile;  // a folder that no other call uses at the same time
  std::filesystem::path out;      // results have the name of the file with the other ending
  const Conversion* conversion = nullptr;
  std::vector<std::filesystem::path> files;
};
Result<pid_t> StartSoffice(const SofficeOptions& options, const SofficeCall& call,
                           ProcessOutput output);

// The hidden command that StartSoffice uses: MEMORY PROGRAM ARGUMENT… It takes on its limits and
// becomes the program; it returns an exit status only where it cannot.
inline constexpr const char* kSofficeCommand = "worker-soffice";
int RunSofficeChild(int argc, char** argv);

}  // namespace vanthu::run
