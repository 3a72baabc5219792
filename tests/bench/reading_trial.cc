// What several readings, the counts of words and the weights between them are worth on pages whose text is
// known: characters and words that differ, words put right and words broken, and how much of it holds for a
// document that no weight was chosen on. tests/bench/README.md says how to run it.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "models/text/normalize.h"
#include "pipeline/evaluate/text_score.h"
#include "pipeline/export/letter_text.h"
#include "pipeline/image/prepare.h"
#include "pipeline/intake/intake.h"
#include "pipeline/layout/layout.h"
#include "pipeline/reading/corrector.h"
#include "pipeline/reading/engine.h"
#include "pipeline/reading/treated_engine.h"
#include "pipeline/segment/segment.h"

namespace vanthu::reading {
namespace {

namespace fs = std::filesystem;
using evaluate::TextScore;
using Readings = std::vector<std::vector<ReadWord>>;

std::string ReadWhole(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// --- the engines of a trial ---

// "vie", "script/Vietnamese+binary", "vie+0.8", "vie+1.2+binary".
std::unique_ptr<Engine> EngineOf(const std::string& name,
                                 std::map<std::string, std::shared_ptr<Engine>>& nets) {
  const std::vector<std::string> parts = CLI::detail::split(name, '+');
  std::shared_ptr<Engine>& net = nets[parts.front()];
  if (!net) {
    Settings settings;
    settings.model = parts.front();
    Result<std::unique_ptr<Engine>> made = MakeTesseractEngine(settings);
    if (!made) throw std::runtime_error(made.error().message);
    net = *std::move(made);
  }
  Treatment treatment;
  for (size_t i = 1; i < parts.size(); ++i) {
    if (parts[i] == "binary")
      treatment.binary = true;
    else
      treatment.scale = std::stod(parts[i]);
  }
  return MakeTreatedEngine(net, treatment);
}

// --- pages ---

struct TrialPage {
  std::string document;  // pages of one document are left out together
  std::string name;
  std::string truth;
  Page page;  // without words
  Readings readings;
};

struct Score {
  TextScore text;
  size_t Loss() const { return text.line_edits + text.words_lost; }
};

Page WithWords(const TrialPage& trial, const std::vector<CorrectedWord>& words) {
  Page page = trial.page;
  const double points =
      std::max(page.width.value_or(0), page.height.value_or(0)) / image::kReadingHeight;
  for (const CorrectedWord& word : words) {
    const Box& box = word.word.box;
    Word& out = page.words.emplace_back();
    out.text = word.word.text;
    out.raw = word.raw;
    out.confidence = word.word.confidence;
    out.box = {box.x0 * points, box.y0 * points, box.x1 * points, box.y1 * points};
    out.block = word.word.line;
  }
  return page;
}

TextScore ScoreOf(const TrialPage& trial, const std::vector<CorrectedWord>& words) {
  std::vector<Page> pages = {layout::Arrange(WithWords(trial, words))};
  return evaluate::ScoreText(trial.truth,
                             exporting::LetterText(segment::Segment(std::move(pages))));
}

std::vector<TrialPage> ReadPages(const fs::path& folder,
                                 const std::vector<std::string>& engine_names) {
  std::map<std::string, std::shared_ptr<Engine>> nets;
  std::vector<std::unique_ptr<Engine>> engines;
  for (const std::string& name : engine_names) engines.push_back(EngineOf(name, nets));
  Readings seen;
  const std::unique_ptr<Reader> reader =
      MakePageReader(std::move(engines), [&seen](const Readings& readings) {
        seen = readings;
        return std::vector<CorrectedWord>();
      });

  std::vector<TrialPage> pages;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string file = entry.path().filename().string();
    constexpr std::string_view kTruth = ".gt.txt";
    if (!file.ends_with(kTruth)) continue;
    TrialPage trial;
    trial.name = file.substr(0, file.size() - kTruth.size());
    trial.document = trial.name.substr(0, trial.name.rfind(".p"));
    trial.truth = ReadWhole(entry.path());
    fs::path source_file;  // a PDF may show marks that the paper has not
    int index = 0;
    for (const char* ending : {".png", ".jpg", ".tif"}) {
      if (fs::exists(folder / (trial.name + ending))) source_file = folder / (trial.name + ending);
    }
    if (source_file.empty()) {
      source_file = folder / (trial.document + ".pdf");
      index = std::stoi(trial.name.substr(trial.document.size() + 2)) - 1;
    }
    const auto type = intake::Sniff(source_file);
    if (!type) continue;
    const auto source = intake::OpenSource(source_file, *type, {});
    if (!source) continue;
    auto read = (*source)->ReadPage(index);
    if (!read || !read->raster) continue;
    Result<Page> page = reader->Read(*read->raster, std::move(read->page));
    if (!page) continue;
    trial.page = *std::move(page);
    trial.readings = seen;
    pages.push_back(std::move(trial));
  }
  std::ranges::sort(pages, {}, &TrialPage::name);
  return pages;
}

// --- weights ---

struct Knob {
  const char* name;
  double Weights::*value;
  std::vector<double> choices;
};

const std::vector<Knob>& Knobs() {
  static const std::vector<Knob> knobs = {
      {"model", &Weights::model, {0.2, 0.25, 0.3, 0.35, 0.4, 0.5}},
      {"token", &Weights::token, {3, 4, 5, 6, 7}},
      {"one_kind", &Weights::one_kind, {1.6, 2, 2.4, 2.8, 3.2}},
      {"both_kinds", &Weights::both_kinds, {2.6, 3, 3.4, 3.8, 4.2}},
      {"name", &Weights::name, {0, 0.5, 1, 1.5, 2}},
      {"no_syllable", &Weights::no_syllable, {0, 0.5, 1, 1.5, 2}},
      {"sureness", &Weights::sureness, {0, 4, 8, 12}},
      {"usual_confidence", &Weights::usual_confidence, {0.9, 0.93, 0.95}},
      {"known_name", &Weights::known_name, {1, 2, 3}},
      {"odd_sign", &Weights::odd_sign, {0, 1, 2}},
      {"power", &Weights::power, {1, 2, 3, 4}},
      {"least_confidence", &Weights::least_confidence, {0.05, 0.2}},
      {"lost_line_confidence", &Weights::lost_line_confidence, {0.35, 0.45, 0.6, 0.7}},
      {"lost_line_syllables", &Weights::lost_line_syllables, {0.5, 0.6, 0.7}},
  };
  return knobs;
}

Weights WeightsFrom(const std::vector<std::string>& settings) {
  Weights weights;
  for (const std::string& setting : settings) {
    const size_t equals = setting.find('=');
    const auto knob = std::ranges::find_if(
        Knobs(), [&](const Knob& k) { return setting.substr(0, equals) == k.name; });
    if (knob == Knobs().end()) throw std::runtime_error("no such weight: " + setting);
    weights.*knob->value = std::stod(setting.substr(equals + 1));
  }
  return weights;
}

// Scores by document; those asked before are kept.
class Trials {
 public:
  explicit Trials(const std::vector<TrialPage>& pages) : pages_(pages) {}

  const std::map<std::string, Score>& Of(const Weights& weights) {
    std::vector<double> key;
    for (const Knob& knob : Knobs()) key.push_back(weights.*knob.value);
    auto [at, is_new] = known_.try_emplace(key);
    if (is_new) {
      const Corrector corrector(LanguageModel::Administrative(), weights);
      for (const TrialPage& page : pages_)
        at->second[page.document].text += ScoreOf(page, corrector.Correct(page.readings));
    }
    return at->second;
  }

  Score Sum(const Weights& weights, const std::string& without = {}) {
    Score sum;
    for (const auto& [document, score] : Of(weights))
      if (document != without) sum.text += score.text;
    return sum;
  }

 private:
  const std::vector<TrialPage>& pages_;
  std::map<std::vector<double>, std::map<std::string, Score>> known_;
};

// One knob after the other to its best choice, until none moves. A choice must gain something: of equal
// ones the default stays.
Weights Search(Trials& trials, const std::string& without) {
  Weights best;
  size_t least = trials.Sum(best, without).Loss();
  for (int round = 0; round < 3; ++round) {
    const size_t before = least;
    for (const Knob& knob : Knobs()) {
      for (const double choice : knob.choices) {
        Weights other = best;
        other.*knob.value = choice;
        const size_t loss = trials.Sum(other, without).Loss();
        if (loss >= least) continue;
        least = loss;
        best = other;
      }
    }
    if (least == before) break;
  }
  return best;
}

void PrintScore(const std::string& what, const TextScore& score) {
  fmt::print("{:40} CER by line {:5.2f}  words lost {:5.2f}  CER {:5.2f}  WER {:5.2f}\n", what,
             100 * score.LineCer(), 100 * score.WordsLost(), 100 * score.Cer(), 100 * score.Wer());
}

std::string Text(const Weights& weights) {
  const Weights usual;
  std::string out;
  for (const Knob& knob : Knobs()) {
    if (weights.*knob.value != usual.*knob.value)
      out += fmt::format("{}={} ", knob.name, weights.*knob.value);
  }
  return out.empty() ? "the defaults" : out;
}

void PrintSearch(const std::vector<TrialPage>& pages) {
  Trials trials(pages);
  PrintScore("defaults", trials.Sum(Weights()).text);
  const Weights best = Search(trials, {});
  PrintScore("chosen on all pages", trials.Sum(best).text);
  fmt::print("  {}\n", Text(best));
  TextScore left_out;
  for (const auto& [document, score] : std::map(trials.Of(Weights()))) {
    const Weights chosen = Search(trials, document);
    left_out += trials.Of(chosen).at(document).text;
    fmt::print("  without {}: {}\n", document, Text(chosen));
  }
  PrintScore("each document by weights of the others", left_out);
  for (const Knob& knob : Knobs()) {
    fmt::print("{:20}", knob.name);
    for (const double choice : knob.choices) {
      Weights other;
      other.*knob.value = choice;
      const Score sum = trials.Sum(other);
      fmt::print("  {}: {}+{}", choice, sum.text.line_edits, sum.text.words_lost);
    }
    fmt::print("\n");
  }
}

// --- words put right and broken ---

std::map<std::string, int> Bag(const std::string& text) {
  std::map<std::string, int> bag;
  const std::string one_kind = Normalize(text).text;
  for (size_t i = 0; i < one_kind.size();) {
    const size_t end = std::min(one_kind.find_first_of(" \n\t\f", i), one_kind.size());
    if (end > i) ++bag[one_kind.substr(i, end - i)];
    i = end + 1;
  }
  return bag;
}

struct Changes {
  int right = 0, broken = 0, other = 0;
};

// Of the words of one text that the other has not, those that the truth has more of than the other.
Changes Compare(const std::string& truth, const std::vector<CorrectedWord>& before,
                const std::vector<CorrectedWord>& after, bool print) {
  const auto bag_of = [](const std::vector<CorrectedWord>& words) {
    std::string text;
    for (const CorrectedWord& word : words) text += word.word.text + ' ';
    return Bag(text);
  };
  std::map<std::string, int> wanted = Bag(truth), had = bag_of(before), has = bag_of(after);
  std::map<std::string, int> all = had;
  all.insert(has.begin(), has.end());
  Changes out;
  for (const auto& [word, unused] : all) {
    const int gained = std::min(has[word], wanted[word]) - std::min(had[word], wanted[word]);
    const int wrong = std::max(has[word] - wanted[word], 0) - std::max(had[word] - wanted[word], 0);
    if (gained > 0) out.right += gained;
    if (gained < 0) out.broken -= gained;
    if (wrong > 0) out.other += wrong;
    if (print && gained != 0) fmt::print("    {} {}\n", gained > 0 ? "+" : "-", word);
    if (print && wrong != 0) fmt::print("    {} {}\n", wrong > 0 ? "wrong" : "no longer", word);
  }
  return out;
}

std::vector<CorrectedWord> AsRead(const std::vector<ReadWord>& words) {
  std::vector<CorrectedWord> out;
  for (const ReadWord& word : words) out.push_back({word, {}});
  return out;
}

void PrintChanges(const std::vector<TrialPage>& pages, const Weights& weights, bool print) {
  const Corrector corrector(LanguageModel::Administrative(), weights);
  Changes model, further;
  TextScore raw, one, all;
  const auto add = [](Changes& sum, const Changes& more) {
    sum.right += more.right, sum.broken += more.broken, sum.other += more.other;
  };
  for (const TrialPage& page : pages) {
    const auto as_read = AsRead(page.readings.front());
    const auto by_model = corrector.Correct({page.readings.front()});
    const auto by_all = corrector.Correct(page.readings);
    if (print) fmt::print("{}, the model\n", page.name);
    add(model, Compare(page.truth, as_read, by_model, print));
    if (print) fmt::print("{}, further readings\n", page.name);
    add(further, Compare(page.truth, by_model, by_all, print));
    raw += ScoreOf(page, as_read);
    one += ScoreOf(page, by_model);
    if (print) PrintScore(page.name, ScoreOf(page, by_all));
    all += ScoreOf(page, by_all);
  }
  PrintScore("first reading as it is", raw);
  PrintScore("first reading and the model", one);
  PrintScore("all readings and the model", all);
  fmt::print("by the model: {} words put right, {} broken; by further readings: {} and {}\n",
             model.right, model.broken, further.right, further.broken);
}

// --- texts without an error ---

// Printed lines as a reading that is sure of every word.
std::vector<ReadWord> AsReading(const std::string& text, double confidence) {
  std::vector<ReadWord> words;
  double y = 0;
  int line = 0;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    double x = 0;
    for (size_t i = begin; i < end;) {
      const size_t stop = std::min(text.find_first_of(" \t", i), end);
      if (stop > i) {
        const double width = 10 * static_cast<double>(stop - i);
        words.push_back(
            {CleanLine(text.substr(i, stop - i)), confidence, Box{x, y, x + width, y + 20}, line});
        x += width + 10;
      }
      i = stop + 1;
    }
    ++line;
    y += 30;
    begin = end + 1;
  }
  std::erase_if(words, [](const ReadWord& word) { return word.text.empty(); });
  return words;
}

void PrintFalse(const std::vector<fs::path>& files, const Weights& weights, double confidence,
                bool print) {
  const Corrector corrector(LanguageModel::Administrative(), weights);
  size_t words = 0, changed = 0;
  for (const fs::path& file : files) {
    for (const CorrectedWord& word : corrector.Correct({AsReading(ReadWhole(file), confidence)})) {
      ++words;
      if (word.raw.empty()) continue;
      ++changed;
      if (print)
        fmt::print("    {}: {} -> {}\n", file.filename().string(), word.raw, word.word.text);
    }
  }
  fmt::print("true texts, confidence {}: {} of {} words changed, {:.2f} per 1,000\n", confidence,
             changed, words,
             words == 0 ? 0 : 1000 * static_cast<double>(changed) / static_cast<double>(words));
}

int Main(int argc, char** argv) {
  CLI::App app("What readings and weights are worth on pages whose text is known.");
  fs::path folder;
  std::string engines = "vie";
  std::vector<std::string> settings;
  std::vector<fs::path> truths;
  bool search = false, words = false;
  double confidence = 0.93;
  app.add_option("--pages", folder, "folder with PAGE.gt.txt beside pictures or PDFs");
  app.add_option("--readings", engines, "nets with their treatment: vie,script/Vietnamese+binary");
  app.add_option("--set", settings, "a weight by its name: model=0.35");
  app.add_flag("--search", search, "choose the weights, leaving one document out in turn");
  app.add_flag("--words", words, "print every word that changes");
  app.add_option("--truth", truths, "texts without an error: how many words are changed");
  app.add_option("--confidence", confidence, "of the words of --truth");
  CLI11_PARSE(app, argc, argv);
  const Weights weights = WeightsFrom(settings);
  if (!truths.empty()) PrintFalse(truths, weights, confidence, words);
  if (folder.empty()) return 0;
  const std::vector<TrialPage> pages = ReadPages(folder, CLI::detail::split(engines, ','));
  fmt::print("{} pages, readings {}\n", pages.size(), engines);
  PrintChanges(pages, weights, words);
  if (search) PrintSearch(pages);
  return 0;
}

}  // namespace
}  // namespace vanthu::reading

int main(int argc, char** argv) {
  try {
    return vanthu::reading::Main(argc, argv);
  } catch (const std::exception& error) {
    fmt::print(stderr, "reading_trial: {}\n", error.what());
    return 1;
  }
}
