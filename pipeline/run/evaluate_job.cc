#include "pipeline/run/evaluate_job.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <system_error>
#include <utility>

#include "models/document/letter_json.h"
#include "pipeline/evaluate/gold.h"
#include "pipeline/evaluate/plan.h"
#include "pipeline/evaluate/predictions.h"
#include "pipeline/run/flow.h"
#include "pipeline/run/inputs.h"
#include "pipeline/run/write_file.h"

namespace vanthu::run {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

Result<std::string> ReadFile(const fs::path& file) {
  std::error_code failed;
  if (!fs::exists(file, failed)) {
    return Error{ErrorCode::kNotFound, "there is no such file", file.string(), 0};
  }
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in) return Error{ErrorCode::kUnreadable, std::strerror(errno), file.string(), 0};
  return bytes;
}

// What a command was given is wrong, not the archive.
Error WrongFile(const Error& error, const fs::path& file) {
  return {ErrorCode::kUsage, error.message, file.string(), 0};
}

// Relative names of all files, those that begin with a dot passed over.
Result<std::vector<std::string>> FilesIn(const fs::path& folder) {
  std::error_code failed;
  if (!fs::is_directory(folder, failed)) {
    return Error{ErrorCode::kNotFound, "there is no such folder", folder.string(), 0};
  }
  std::vector<std::string> files;
  fs::recursive_directory_iterator at(folder, failed);
  for (; !failed && at != fs::recursive_directory_iterator(); at.increment(failed)) {
    const bool hidden = at->path().filename().string().starts_with('.');
    std::error_code unknown;
    if (hidden && at->is_directory(unknown)) at.disable_recursion_pending();
    if (hidden || !at->is_regular_file(unknown)) continue;
    files.push_back(at->path().lexically_relative(folder).string());
  }
  if (failed) return Error{ErrorCode::kUnreadable, failed.message(), folder.string(), 0};
  return files;
}

struct Outcome {
  evaluate::Prediction prediction;
  size_t letters = 0;          // in the file
  std::optional<Error> error;  // the first
};

// Reads the files of a plan, all pages of each once.
class PlanReader {
 public:
  PlanReader(const EvaluateOptions& options, const evaluate::Plan& plan,
             const EvaluateEvents& events)
      : options_(options), plan_(plan), events_(events), outcomes_(plan.readings.size()) {
    for (size_t reading = 0; reading < plan.readings.size(); ++reading) {
      for (const std::string& file : plan.readings[reading].files) {
        files_.push_back({reading, file, {}});
      }
    }
  }

  Result<std::vector<Outcome>> Read(const std::atomic<bool>& stop) {
    FlowSteps steps;
    steps.next = [this] { return Next(); };
    steps.page = [this](int64_t ticket, const Page& page) -> Status {
      File& file = files_[static_cast<size_t>(ticket)];
      if (IsOfSeveral(file)) file.pages.push_back(page);
      return Done{};
    };
    steps.file = [this](FileOutcome outcome) -> Status {
      Take(std::move(outcome));
      return Done{};
    };
    steps.tick = [this](int64_t pages) -> Status {
      events_.progress({done_, static_cast<int64_t>(files_.size()), pages});
      return Done{};
    };
    Status ran = RunFlow(options_.pool, stop, steps);
    if (!ran.ok()) return ran.error();
    return std::move(outcomes_);
  }

 private:
  struct File {
    size_t reading = 0;
    std::string name;
    std::vector<Page> pages;  // of pictures that make one letter
  };

  bool IsOfSeveral(const File& file) const { return plan_.readings[file.reading].files.size() > 1; }

  std::optional<Result<FileTask>> Next() {
    if (next_ == files_.size()) return std::nullopt;
    const fs::path path = options_.folder / files_[next_++].name;
    Inputs inputs({path}, fs::temp_directory_path(), options_.pool.start.limits);
    std::optional<Result<InputFile>> input = inputs.Next();
    if (!input->ok()) return input->error();
    return TaskFor(**input);
  }

  void Take(FileOutcome outcome) {
    ++done_;
    File& file = files_[static_cast<size_t>(outcome.ticket)];
    Outcome& out = outcomes_[file.reading];
    for (const Error& error : outcome.errors) events_.failed(error);
    if (!out.error && !outcome.errors.empty()) out.error = outcome.errors.front();
    if (!IsOfSeveral(file)) {
      SetLetter(std::move(outcome.letters), out);
    } else {
      TakePicture(file, std::move(outcome.source), out);
    }
  }

  void SetLetter(std::vector<MadeLetter> letters, Outcome& out) {
    out.letters = letters.size();
    if (letters.empty()) return;
    out.prediction.letter = LetterToJson(letters.front().record);
    out.prediction.text = std::move(letters.front().text);
  }

  // The pictures come in order; with the last one the letter is complete. One on which nothing was
  // read is a blank page, so that the others keep their numbers.
  void TakePicture(File& file, SourceInfo source, Outcome& out) {
    std::ranges::sort(file.pages, {}, &Page::number);
    if (file.pages.empty()) {
      file.pages.emplace_back();
      file.pages.back().origin = PageOrigin::kBlank;
      file.pages.back().reason = "nothing was read";
    }
    for (Page& page : file.pages) {
      page.number = static_cast<int>(joined_.size()) + 1;
      joined_.push_back(LayOut(std::move(page)));
    }
    file.pages.clear();
    const evaluate::Reading& reading = plan_.readings[file.reading];
    if (file.name != reading.files.back()) return;
    source.name = fs::path(reading.name).filename().string();
    SetLetter(MakeLetters(source, std::exchange(joined_, {})), out);
  }

  const EvaluateOptions& options_;
  const evaluate::Plan& plan_;
  const EvaluateEvents& events_;
  std::vector<File> files_;  // in the order of the plan: a ticket is an index
  size_t next_ = 0;
  int64_t done_ = 0;
  std::vector<Page> joined_;  // of the pictures whose letter is not complete
  std::vector<Outcome> outcomes_;
};

class Evaluator {
 public:
  Evaluator(const EvaluateOptions& options, const EvaluateEvents& events)
      : options_(options), events_(events) {}

  Result<EvaluateReport> Run(const std::atomic<bool>& stop) {
    // What could make the reading useless is looked at first.
    ordered_json baseline;
    if (options_.baseline) {
      Result<ordered_json> read = ReadBaseline();
      if (!read.ok()) return read.error();
      baseline = *std::move(read);
    }
    Result<std::vector<std::string>> files = FilesIn(options_.folder);
    if (!files.ok()) return files.error();
    plan_ = evaluate::MakePlan(*std::move(files));
    if (plan_.letters.empty() && plan_.pages.empty()) {
      return Error{ErrorCode::kNotFound, "no letter with gold answers or transcription beside it",
                   options_.folder.string(), 0};
    }
    report_.evaluation.unscored = plan_.unscored;
    if (Status got = options_.predictions ? Load() : Read(stop); !got.ok()) return got.error();
    if (options_.save_predictions) {
      if (Status saved = SavePredictions(); !saved.ok()) return saved.error();
    }
    Score();
    if (options_.save) {
      const std::string json = evaluate::ReportJson(report_.evaluation)
                                   .dump(1, ' ', false, ordered_json::error_handler_t::replace);
      if (Status saved = WriteFile(*options_.save, json + "\n"); !saved.ok()) return saved.error();
    }
    if (options_.baseline) {
      Result<std::vector<evaluate::Fall>> falls =
          evaluate::FallsBelow(baseline, report_.evaluation);
      if (!falls.ok()) return WrongFile(falls.error(), *options_.baseline);
      report_.falls = *std::move(falls);
    }
    return std::move(report_);
  }

 private:
  Result<ordered_json> ReadBaseline() const {
    Result<std::string> bytes = ReadFile(*options_.baseline);
    if (!bytes.ok()) return bytes.error();
    ordered_json json = ordered_json::parse(*bytes, nullptr, false);
    // Compared with nothing: only whether it can be compared at all.
    const Result<std::vector<evaluate::Fall>> usable = evaluate::FallsBelow(json, {});
    if (!usable.ok()) return WrongFile(usable.error(), *options_.baseline);
    return json;
  }

  Status Load() {
    Result<std::string> bytes = ReadFile(*options_.predictions);
    if (!bytes.ok()) return bytes.error();
    Result<evaluate::Predictions> read = evaluate::ParsePredictions(*bytes);
    if (!read.ok()) return WrongFile(read.error(), *options_.predictions);
    predictions_ = *std::move(read);
    return Done{};
  }

  Status Read(const std::atomic<bool>& stop) {
    Result<std::vector<Outcome>> outcomes = PlanReader(options_, plan_, events_).Read(stop);
    if (!outcomes.ok()) return outcomes.error();
    for (size_t i = 0; i < outcomes->size(); ++i) {
      const std::string& name = plan_.readings[i].name;
      Outcome& outcome = (*outcomes)[i];
      if (outcome.error) {
        ++report_.failed;
        const bool unsupported = outcome.error->code == ErrorCode::kUnsupported;
        Leave(name, unsupported ? outcome.error->message
                                : "scored as far as it was read: " + outcome.error->message);
        if (unsupported) continue;
      }
      if (outcome.letters > 1) Leave(name, "holds several letters: the first is scored");
      predictions_.emplace(name, std::move(outcome.prediction));
    }
    return Done{};
  }

  Status SavePredictions() const {
    std::string lines;
    for (const auto& [name, prediction] : predictions_) {
      lines += evaluate::PredictionLine(name, prediction);
    }
    return WriteFile(*options_.save_predictions, lines);
  }

  void Leave(const std::string& file, std::string reason) {
    report_.evaluation.unscored.push_back({file, std::move(reason)});
  }

  const evaluate::Prediction* Predicted(size_t reading) const {
    const auto found = predictions_.find(plan_.readings[reading].name);
    return found == predictions_.end() ? nullptr : &found->second;
  }

  void Score() {
    for (size_t i = 0; i < plan_.readings.size(); ++i) {
      if (options_.predictions && Predicted(i) == nullptr) {
        Leave(plan_.readings[i].name, "no prediction of it");
      }
    }
    for (const evaluate::PlannedLetter& letter : plan_.letters) ScoreLetter(letter);
    for (const evaluate::PlannedPage& page : plan_.pages) ScorePage(page);
  }

  void ScoreLetter(const evaluate::PlannedLetter& letter) {
    const evaluate::Prediction* predicted = Predicted(letter.reading);
    if (predicted == nullptr) return;
    const Result<std::string> bytes = ReadFile(options_.folder / letter.gold);
    if (!bytes.ok()) return Leave(letter.gold, bytes.error().message);
    const Result<evaluate::Gold> gold = letter.form == evaluate::GoldForm::kJson
                                            ? evaluate::GoldFromJson(*bytes)
                                            : evaluate::GoldFromMeta(*bytes);
    if (!gold.ok()) return Leave(letter.gold, gold.error().message);
    for (const std::string& problem : gold->problems) Leave(letter.gold, problem);
    const ordered_json nothing = ordered_json::object();
    report_.evaluation.letters.push_back(
        evaluate::ScoreLetter(plan_.readings[letter.reading].name, *gold,
                              predicted->letter.is_null() ? nothing : predicted->letter));
  }

  void ScorePage(const evaluate::PlannedPage& page) {
    const evaluate::Prediction* predicted = Predicted(page.reading);
    if (predicted == nullptr) return;
    const Result<std::string> text = ReadFile(options_.folder / page.transcription);
    if (!text.ok()) return Leave(page.transcription, text.error().message);
    report_.evaluation.pages.push_back(
        {page.transcription, evaluate::ScoreText(*text, predicted->PageText(page.page))});
  }

  const EvaluateOptions& options_;
  const EvaluateEvents& events_;
  evaluate::Plan plan_;
  evaluate::Predictions predictions_;
  EvaluateReport report_;
};

}  // namespace

Result<EvaluateReport> RunEvaluate(const EvaluateOptions& options, const std::atomic<bool>& stop,
                                   const EvaluateEvents& events) {
  if (Status checked = CheckPool(options.pool); !checked.ok()) return checked.error();
  return Evaluator(options, events).Run(stop);
}

}  // namespace vanthu::run
