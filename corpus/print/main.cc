// corpus_print: sets every .letter file in the forms asked for, each form into a sub-folder of its
// own with a copy of the gold answers. Exit: 0 all set; 2 wrong call or no letter could be set;
// 3 some letters could not be set.
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "docx_form.h"
#include "file_access.h"
#include "leptonica_image.h"
#include "letter.h"
#include "options.h"
#include "parse_letter.h"
#include "pdf_form.h"
#include "scan_form.h"
#include "text_form.h"

namespace vanthu::corpus {
namespace {

namespace fs = std::filesystem;

constexpr int kWrongCall = 2, kSomeFailed = 3;

struct Source {
  Letter letter;
  std::optional<std::string> gold;  // bytes of NAME.gold.json
};

Result<Source> ReadSource(const fs::path& path) {
  const auto bytes = ReadFile(path);
  if (!bytes.ok()) return bytes.error();
  const auto letter = ParseLetter(bytes.value(), path.stem().string(), path.string());
  if (!letter.ok()) return letter.error();
  Source source{letter.value(), std::nullopt};
  const fs::path gold_path = fs::path(path).replace_extension(".gold.json");
  if (!fs::exists(gold_path)) {
    fmt::print(stderr, "{}: warning: no {} beside it\n", path.string(),
               gold_path.filename().string());
    return source;
  }
  const auto gold = ReadFile(gold_path);
  if (!gold.ok()) return gold.error();
  if (!nlohmann::json::accept(gold.value())) {
    return Error{fmt::format("{}: not JSON", gold_path.string())};
  }
  source.gold = gold.value();
  return source;
}

class FormWriter {
 public:
  FormWriter(const Source& source, const Options& options) : source_(source), options_(options) {}

  Status WriteAll() {
    const Letter& letter = source_.letter;
    Status status = Ok();
    if (options_.Wants("txt")) status = Put("txt", ".txt", SetAsText(letter));
    if (status.ok() && options_.Wants("md")) status = Put("md", ".md", SetAsMarkdown(letter));
    if (status.ok() && options_.Wants("docx")) status = Put("docx", ".docx", SetAsDocx(letter));
    if (status.ok() && options_.Wants("pdf")) status = Put("pdf", ".pdf", SetAsPdf(letter));
    if (status.ok() && options_.Wants("scan")) status = PutScans();
    return status;
  }

 private:
  fs::path PathOf(const std::string& folder, const std::string& ending) const {
    return fs::path(options_.out) / folder / (source_.letter.name + ending);
  }

  // Writes the form and the gold answers beside it.
  Status Put(const std::string& folder, const std::string& ending,
             const Result<std::string>& bytes) const {
    if (!bytes.ok()) return bytes.error();
    Status status = WriteFile(PathOf(folder, ending), bytes.value());
    if (!status.ok() || !source_.gold) return status;
    return WriteFile(PathOf(folder, ".gold.json"), *source_.gold);
  }

  Status PutScans() const {
    const Damage damage = DamageNamed(options_.damage).value_or(Damage::kNone);
    for (const int dpi : options_.dpi) {
      const auto scan = SetAsScan(source_.letter, {dpi, options_.strength, options_.seed, damage});
      if (!scan.ok()) return scan.error();
      std::string folder = fmt::format("scan-{}", dpi);
      if (damage != Damage::kNone) folder += "-" + options_.damage;
      Status status = Put(folder, ".pdf", scan.value().pdf);
      int number = 0;
      for (const std::string& transcript : scan.value().transcripts) {
        if (!status.ok()) return status;
        status = WriteFile(PathOf(folder, fmt::format(".p{}.gt.txt", ++number)), transcript);
      }
      if (!status.ok()) return status;
    }
    return Ok();
  }

  const Source& source_;
  const Options& options_;
};

// A page that is a picture already, into the folder page-DAMAGE.
Status HarmPicture(const fs::path& file, const Options& options) {
  const auto page = ReadPicture(file.string());
  if (!page.ok()) return page.error();
  ScanSpec spec;
  spec.seed = options.seed;
  spec.damage = DamageNamed(options.damage).value_or(Damage::kNone);
  const std::string name = file.stem().string();
  const auto scan = DamageScan(page.value(), name, spec);
  if (!scan.ok()) return scan.error();
  return WriteFile(fs::path(options.out) / ("page-" + options.damage) / (name + ".pdf"),
                   scan.value().pdf);
}

Status PrintLetter(const std::string& file, const Options& options) {
  const std::string ending = fs::path(file).extension().string();
  if (ending == ".png" || ending == ".jpg") return HarmPicture(file, options);
  const auto source = ReadSource(file);
  if (!source.ok()) return source.error();
  const Status written = FormWriter(source.value(), options).WriteAll();
  if (!written.ok()) return Error{fmt::format("{}: {}", file, written.error().message)};
  return Ok();
}

int Run(const Options& options) {
  std::size_t failed = 0;
  for (const std::string& file : options.files) {
    const Status status = PrintLetter(file, options);
    if (status.ok()) continue;
    fmt::print(stderr, "{}\n", status.error().message);
    ++failed;
  }
  if (failed == 0) return 0;
  return failed == options.files.size() ? kWrongCall : kSomeFailed;
}

}  // namespace
}  // namespace vanthu::corpus

int main(int argc, char** argv) {
  const auto line = vanthu::corpus::ReadCommandLine(argc, argv);
  if (line.outcome == vanthu::corpus::ReadingOutcome::kStop) return line.exit_code;
  return vanthu::corpus::Run(line.options);
}
