#include "pipeline/run/doctor.h"

#include <array>
#include <chrono>
#include <system_error>

#include "pipeline/archive/store.h"
#include "pipeline/reading/reader.h"
#include "pipeline/run/dot_job.h"
#include "pipeline/run/process.h"
#include "pipeline/run/soffice.h"

namespace vanthu::run {
namespace {

namespace fs = std::filesystem;

Finding LookForWorker(const PoolOptions& options) {
  Finding finding{"reading process", FindingState::kMissing, ""};
  Result<WorkerProcess> worker = WorkerProcess::Spawn(options.program, options.output);
  if (!worker.ok()) {
    finding.detail = worker.error().message;
    return finding;
  }
  constexpr std::chrono::seconds kPatience{60};
  const Status sent = worker->Send(options.start);
  const Result<Answer> ready =
      sent.ok() ? worker->Receive({std::chrono::steady_clock::now() + kPatience, nullptr})
                : Result<Answer>(sent.error());
  if (!ready.ok()) {
    finding.detail = ready.error().message;
  } else if (const Error* refused = std::get_if<Error>(&*ready)) {
    finding.detail = refused->message;
  } else {
    finding.state = FindingState::kFound;
    finding.detail = "starts, and closes itself in";
  }
  return finding;
}

Finding LookForModel(reading::Settings settings, const std::string& model, FindingState otherwise) {
  settings.model = model;
  const auto reader = reading::MakeTesseractReader(settings);
  if (reader.ok()) return {"OCR model " + model, FindingState::kFound, ""};
  return {"OCR model " + model, otherwise, reader.error().message};
}

// One of the two parts of LibreOffice that are asked for.
Finding LookForSoffice(const SofficeOptions& options, bool sheets) {
  Finding finding{
      sheets ? "LibreOffice Calc (.xls, .xlsx)" : "LibreOffice Writer (.doc, .rtf, .odt)",
      FindingState::kOptional, ""};
  const Result<fs::path> soffice = FindSoffice(options, sheets);
  if (soffice.ok()) finding.state = FindingState::kFound;
  finding.detail = soffice.ok() ? soffice->string() : soffice.error().message;
  return finding;
}

// PDFs that do not hold their fonts are drawn with the system's.
Finding LookForFonts() {
  constexpr std::array kFolders = {"/usr/share/fonts", "/usr/local/share/fonts"};
  for (const char* folder : kFolders) {
    std::error_code failed;
    for (fs::recursive_directory_iterator at(folder, failed), end; !failed && at != end;
         at.increment(failed)) {
      const fs::path ending = at->path().extension();
      if (ending == ".ttf" || ending == ".otf" || ending == ".pfb" || ending == ".t1")
        return {"fonts", FindingState::kFound, folder};
    }
  }
  return {"fonts", FindingState::kMissing, "Debian package fonts-liberation or fonts-dejavu-core"};
}

Finding LookForGraphviz() {
  if (HasGraphviz()) return {"graphviz", FindingState::kFound, ""};
  return {"graphviz", FindingState::kOptional,
          "Debian package graphviz, for pictures of citations (cite --format svg)"};
}

Finding LookAtArchive(const fs::path& dir) {
  Result<archive::Archive> archive = archive::Archive::Open(dir, archive::OpenMode::kReadOnly);
  if (!archive.ok()) {
    const bool absent = archive.error().code == ErrorCode::kNotFound;
    return {"archive", absent ? FindingState::kOptional : FindingState::kMissing,
            archive.error().Describe()};
  }
  const Result<int64_t> letters = archive->CountLetters();
  if (!letters.ok()) return {"archive", FindingState::kMissing, letters.error().Describe()};
  return {"archive", FindingState::kFound,
          dir.string() + ": " + std::to_string(*letters) + " letters"};
}

}  // namespace

std::string_view FindingStateName(FindingState state) {
  switch (state) {
    case FindingState::kFound: return "found";
    case FindingState::kOptional: return "optional";
    case FindingState::kMissing: return "missing";
  }
  return "missing";
}

std::vector<Finding> Examine(const PoolOptions& options, const fs::path& archive) {
  const reading::Settings& settings = options.start.reader;
  std::vector<Finding> findings = {LookForWorker(options),
                                   LookForModel(settings, settings.model, FindingState::kMissing)};
  if (settings.model != "script/Vietnamese")
    findings.push_back(LookForModel(settings, "script/Vietnamese", FindingState::kOptional));
  findings.push_back(LookForSoffice(options.soffice, false));
  findings.push_back(LookForSoffice(options.soffice, true));
  findings.push_back(LookForFonts());
  findings.push_back(LookForGraphviz());
  findings.push_back(LookAtArchive(archive));
  return findings;
}

}  // namespace vanthu::run
