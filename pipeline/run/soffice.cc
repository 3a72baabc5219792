#include "pipeline/run/soffice.h"

#include <fmt/format.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <csignal>
#include <fstream>
#include <string>
#include <system_error>

#include "pipeline/intake/intake.h"
#include "pipeline/run/sandbox.h"

namespace vanthu::run {
namespace {

namespace fs = std::filesystem;
using intake::MediaType;
using intake::MimeName;

// The program itself, past the shell script and the starter that would run it as a grandchild.
constexpr std::array kPlaces = {"/usr/lib/libreoffice/program", "/usr/lib64/libreoffice/program",
                                "/opt/libreoffice/program"};
constexpr int kNoProgram = 127;

const std::array<Conversion, 6>& Conversions() {
  constexpr std::string_view kWord = "MS Word 2007 XML";
  constexpr std::string_view kCalc = "calc8";
  static const std::array<Conversion, 6> conversions = {{
      {MimeName(MediaType::kDoc), "doc", "docx", kWord, false},
      {MimeName(MediaType::kRtf), "rtf", "docx", kWord, false},
      {MimeName(MediaType::kOdt), "odt", "docx", kWord, false},
      {MimeName(MediaType::kWordXml), "xml", "docx", kWord, false},
      {MimeName(MediaType::kXls), "xls", "ods", kCalc, true},
      {MimeName(MediaType::kXlsx), "xlsx", "ods", kCalc, true},
  }};
  return conversions;
}

// A path as a file URL has it.
std::string UrlOf(const fs::path& path) {
  constexpr std::string_view kPlain = "/-._~";
  std::string url = "file://";
  for (const char c : path.string()) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                       kPlain.find(c) != std::string_view::npos;
    url += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return url;
}

}  // namespace

const Conversion* ConversionOf(std::string_view media_type) {
  const auto& all = Conversions();
  const auto* const found = std::find_if(all.begin(), all.end(), [&](const Conversion& each) {
    return each.media_type == media_type;
  });
  return found == all.end() ? nullptr : found;
}

Result<fs::path> FindSoffice(const SofficeOptions& options, bool sheets) {
  std::error_code ignored;
  if (!options.program.empty()) {
    if (access(options.program.c_str(), X_OK) == 0) return options.program;
    return Error{ErrorCode::kUnsupported,
                 "it is read with LibreOffice, and there is none at " + options.program.string(),
                 "", 0};
  }
  for (const fs::path folder : kPlaces) {
    // Writer and Calc are packages of their own beside the program.
    const char* part = sheets ? "libsclo.so" : "libswlo.so";
    if (fs::exists(folder / "soffice.bin", ignored) && fs::exists(folder / part, ignored))
      return folder / "soffice.bin";
  }
  return Error{ErrorCode::kUnsupported,
               std::string("it is read with LibreOffice, which is not installed: Debian package ") +
                   (sheets ? "libreoffice-calc-nogui" : "libreoffice-writer-nogui"),
               "", 0};
}

Status WriteProfile(const fs::path& profile) {
  // A version it thinks it was run as before: after an update, and in every new profile, it would try its
  // graphics for four seconds. Objects of other programs in a document are kept as their pictures.
  constexpr std::string_view kSettings =
      R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi-VN</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.9</value></prop></item>
<item oor:path="/org.openoffice.Office.Linguistic/General"><prop oor:name="DefaultLocale" oor:op="fuse"><value>vi-VN</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Filter/Microsoft/Import"><prop oor:name="ExcelToCalc" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Filter/Microsoft/Import"><prop oor:name="MathTypeToMath" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Filter/Microsoft/Import"><prop oor:name="PowerPointToImpress" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Filter/Microsoft/Import"><prop oor:name="WinWordToWriter" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
)";
  const fs::path user = profile / "user";
  std::error_code failed;
  fs::create_directories(user, failed);
  std::ofstream out(user / "registrymodifications.xcu", std::ios::binary);
  out << kSettings;
  out.close();
  if (failed || !out)
    return Error{ErrorCode::kDisk, "the profile cannot be written", user.string(), 0};
  return Done{};
}

Result<pid_t> StartSoffice(const SofficeOptions& options, const SofficeCall& call,
                           ProcessOutput output) {
  // It takes a relative path for one of its own folders, and waits for it for ever.
  const fs::path profile = fs::absolute(call.profile);
  const std::string home = profile.string();
  SpawnPlan plan;
  plan.program = options.starter;
  plan.arguments = {"vanthu",
                    kSofficeCommand,
                    std::to_string(options.memory_bytes),
                    call.program.string(),
                    "-env:UserInstallation=" + UrlOf(profile),
                    "--headless",
                    "--norestore",
                    "--nolockcheck",
                    "--convert-to",
                    std::string(call.conversion->to) + ":" + std::string(call.conversion->filter),
                    "--outdir",
                    fs::absolute(call.out).string()};
  for (const fs::path& file : call.files) plan.arguments.push_back(fs::absolute(file).string());
  plan.environment = {"HOME=" + home, "TMPDIR=" + home, "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8",
                      "SAL_USE_VCLPLUGIN=svp"};
  plan.output = output;
  plan.own_group = true;
  return Spawn(plan);
}

int RunSofficeChild(int argc, char** argv) {
  // The parent is the thread that waits for it; without one nobody wants the result.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (argc < 2) return kNoProgram;
  uint64_t memory = 0;
  const std::string_view number = argv[0];
  std::from_chars(number.data(), number.data() + number.size(), memory);
  if (const Status closed = EnterSofficeSandbox(memory); !closed.ok()) return kNoProgram;
  execv(argv[1], argv + 1);
  return kNoProgram;
}

}  // namespace vanthu::run
