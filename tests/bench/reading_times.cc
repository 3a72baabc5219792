// Where the time of reading goes, stage by stage, in CPU seconds of this process, and the most memory that it
// held: what a worker does with each page, and what the parent does with its words. Machines are shared: CPU
// seconds move less than seconds on the wall.
#include <fmt/format.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <ctime>
#include <memory>
#include <string>
#include <vector>

#include "extractors/extractor.h"
#include "pipeline/intake/intake.h"
#include "pipeline/layout/layout.h"
#include "pipeline/reading/corrector.h"
#include "pipeline/reading/engine.h"
#include "pipeline/segment/segment.h"

namespace vanthu::reading {
namespace {

double Seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

class Stopwatch {
 public:
  explicit Stopwatch(double& sum) : sum_(sum), begin_(Seconds()) {}
  ~Stopwatch() { sum_ += Seconds() - begin_; }
  Stopwatch(const Stopwatch&) = delete;
  Stopwatch& operator=(const Stopwatch&) = delete;

 private:
  double& sum_;
  double begin_;
};

class TimedEngine : public Engine {
 public:
  TimedEngine(std::unique_ptr<Engine> engine, double& sum)
      : engine_(std::move(engine)), sum_(sum) {}

  Result<std::vector<ReadWord>> Recognize(const image::Image& image, double dpi) override {
    const Stopwatch watch(sum_);
    return engine_->Recognize(image, dpi);
  }

  Result<std::vector<ReadWord>> RecognizeBlock(const image::Image& image, double dpi) override {
    const Stopwatch watch(sum_);
    return engine_->RecognizeBlock(image, dpi);
  }

 private:
  std::unique_ptr<Engine> engine_;
  double& sum_;
};

struct Times {
  double intake = 0, reading = 0, recognise = 0, correct = 0, rest = 0;
  int pages = 0;
};

void ReadFile(const std::string& file, Reader& reader, Times& times) {
  const auto type = intake::Sniff(file);
  if (!type) return;
  const auto source = intake::OpenSource(file, *type, {});
  if (!source) return;
  std::vector<Page> pages;
  for (int i = 0; i < (*source)->page_count(); ++i) {
    auto read = [&] {
      const Stopwatch watch(times.intake);
      return (*source)->ReadPage(i);
    }();
    if (!read || !read->raster || read->page.origin != PageOrigin::kOcr) continue;
    ++times.pages;
    const Stopwatch watch(times.reading);
    Result<Page> page = reader.Read(*read->raster, std::move(read->page));
    if (page) pages.push_back(*std::move(page));
  }
  const Stopwatch watch(times.rest);
  for (Page& page : pages) page = layout::Arrange(std::move(page));
  Record record;
  if (!pages.empty()) extractors::ExtractAll(segment::Segment(std::move(pages)), record);
}

int Main(int argc, char** argv) {
  CLI::App app("CPU seconds of reading by stage.");
  std::vector<std::string> files;
  std::string quality = "normal";
  Settings settings;
  app.add_option("--quality", quality, "quick, normal, thorough");
  app.add_option("--model", settings.model, "the first net");
  app.add_option("files", files, "scans")->required();
  CLI11_PARSE(app, argc, argv);
  settings.quality = quality == "quick"      ? Quality::kQuick
                     : quality == "thorough" ? Quality::kThorough
                                             : Quality::kNormal;
  Times times;
  auto engines = MakeTesseractEngines(settings);
  if (!engines) {
    fmt::print(stderr, "{}\n", engines.error().message);
    return 1;
  }
  for (std::unique_ptr<Engine>& engine : *engines)
    engine = std::make_unique<TimedEngine>(std::move(engine), times.recognise);
  const Corrector corrector(LanguageModel::Administrative());
  const std::unique_ptr<Reader> reader =
      MakePageReader(*std::move(engines), [&](const std::vector<std::vector<ReadWord>>& readings) {
        const Stopwatch watch(times.correct);
        return corrector.Correct(readings);
      });
  for (const std::string& file : files) ReadFile(file, *reader, times);
  const double prepare = times.reading - times.recognise - times.correct;
  const double all = times.intake + times.reading + times.rest;
  const auto line = [&](const char* stage, double seconds) {
    fmt::print("| {} | {:.2f} | {:.3f} | {:.1f} |\n", stage, seconds,
               times.pages == 0 ? 0 : seconds / times.pages, all > 0 ? 100 * seconds / all : 0);
  };
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print("{} pages, quality {}, at most {} MB\n\n", times.pages, quality,
             usage.ru_maxrss / 1024);
  fmt::print("| stage | CPU s | a page | % |\n|---|--:|--:|--:|\n");
  line("intake", times.intake);
  line("prepare", prepare);
  line("recognise", times.recognise);
  line("correct", times.correct);
  line("rest", times.rest);
  line("all", all);
  return 0;
}

}  // namespace
}  // namespace vanthu::reading

int main(int argc, char** argv) { return vanthu::reading::Main(argc, argv); }
