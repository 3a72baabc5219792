#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "pipeline/image/ink.h"
#include "pipeline/image/pix.h"
#include "pipeline/image/prepare.h"
#include "pipeline/image/resolution.h"
#include "pipeline/image/rules.h"
#include "pipeline/image/table_cells.h"
#include "pipeline/reading/corrector.h"
#include "pipeline/reading/digit_net.h"
#include "pipeline/reading/engine.h"
#include "pipeline/reading/handwriting.h"

namespace vanthu::reading {
namespace {

// Raised by one whenever the image stages or the engine's use change what is read.
constexpr int kRevision = 4;

// Mean confidence below which a page may lie upside down. Upright scans of /shared give 0.87 to
// 0.96, the same pages turned by 180° 0.31 to 0.42.
constexpr double kPoorConfidence = 0.6;

// Mean confidence below which a person should look at the page.
constexpr double kDoubtfulConfidence = 0.7;

// Of words, weighted by their length; 0 without any.
double MeanConfidence(const std::vector<ReadWord>& words) {
  double sum = 0, length = 0;
  for (const ReadWord& word : words) {
    const auto bytes = static_cast<double>(word.text.size());
    sum += word.confidence * bytes;
    length += bytes;
  }
  return length > 0 ? sum / length : 0;
}

// Mean confidence from which on the first reading of a cell is believed. Higher (0.85, 0.92) costs time
// and gives no more right cells on aged prints.
constexpr double kSureCell = 0.7;
// Sizes at which a cell that is doubtful is read again.
constexpr double kOtherSizes[] = {0.8, 1.25};

struct Attempt {
  image::Prepared prepared;
  image::Rules rules;
  image::CutTables cut;
  std::vector<ReadWord> words;

  double Confidence() const { return MeanConfidence(words); }
};

bool Meet(const Box& a, const Box& b) {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

class PageReader : public Reader {
 public:
  // Tables are read now: a confined worker opens no file any more.
  explicit PageReader(std::vector<std::unique_ptr<Engine>> engines)
      : engines_(std::move(engines)), corrector_(LanguageModel::Administrative()) {
    DigitNet::Shared();
  }

  Result<Page> Read(const Raster& raster, Page page) override {
    Result<image::Image> grey = image::GreyFromRaster(raster);
    if (!grey) return Located(std::move(grey).error(), page);

    const image::Resolution resolution = image::EstimateResolution(*grey, raster.dpi);
    page.width = raster.width * 72 / resolution.dpi;
    page.height = raster.height * 72 / resolution.dpi;
    page.words.clear();
    page.rulings.clear();
    page.lines.clear();
    page.grids.clear();
    if (image::IsBlank(*grey)) {
      page.origin = PageOrigin::kBlank;
      return page;
    }
    page.origin = PageOrigin::kOcr;

    Result<Attempt> attempt = ReadUpright(*grey, resolution.dpi);
    if (!attempt) return Located(std::move(attempt).error(), page);
    const std::vector<HandField> hand = ReadHandwriting(attempt->prepared.image, attempt->words);
    for (CorrectedWord& word : corrector_.Correct(ReadAgain(*attempt, hand))) {
      Word& out = page.words.emplace_back();
      out.text = std::move(word.word.text);
      out.raw = std::move(word.raw);
      out.confidence = word.word.confidence;
      out.box = image::MapBox(attempt->prepared.to_page, word.word.box);
      out.block = word.word.line;
    }
    page.rulings = image::RulingsOnPage(attempt->rules, attempt->prepared.to_page);
    image::NoteRules(attempt->rules, page);
    AddDiagnostics(*attempt, resolution, page);
    NoteHandwriting(hand, attempt->prepared.to_page, page);
    return page;
  }

 private:
  static Error Located(Error error, const Page& page) {
    error.page = page.number;
    return error;
  }

  Result<Attempt> ReadTurned(const image::Image& grey, double dpi, int quarter_turns) {
    Result<image::Prepared> prepared = image::Prepare(grey, dpi, quarter_turns);
    if (!prepared) return std::move(prepared).error();
    Attempt attempt;
    attempt.prepared = std::move(prepared).value();
    const double image_dpi = attempt.prepared.dpi;
    attempt.rules = image::FindRules(attempt.prepared.image, image_dpi);
    attempt.cut = image::CutOutTables(attempt.prepared.image, attempt.rules, image_dpi);
    Result<std::vector<ReadWord>> words = ReadWith(*engines_.front(), attempt);
    if (!words) return std::move(words).error();
    attempt.words = std::move(words).value();
    return attempt;
  }

  static Result<std::vector<ReadWord>> ReadWith(Engine& engine, const Attempt& attempt) {
    const double dpi = attempt.prepared.dpi;
    const image::CutTables& cut = attempt.cut;
    const image::Image& rest = cut.rest.empty() ? attempt.prepared.image : cut.rest;
    Result<std::vector<ReadWord>> words = engine.Recognize(rest, dpi);
    if (!words) return words;
    for (const image::CellImage& cell : cut.cells) {
      Result<std::vector<ReadWord>> inside = ReadCell(engine, cell, dpi);
      if (!inside) return inside;
      AddCell(*std::move(inside), cell, *words);
    }
    return words;
  }

  // The words of every engine, those of the first one first. A further engine that fails is no loss
  // that a page should fail for; what it makes of pen strokes has no vote.
  std::vector<std::vector<ReadWord>> ReadAgain(const Attempt& attempt,
                                               const std::vector<HandField>& hand) {
    std::vector<std::vector<ReadWord>> readings = {attempt.words};
    for (size_t i = 1; i < engines_.size(); ++i) {
      Result<std::vector<ReadWord>> words = ReadWith(*engines_[i], attempt);
      if (!words) continue;
      std::erase_if(*words, [&hand](const ReadWord& word) {
        return std::ranges::any_of(hand, [&word](const HandField& field) {
          return !field.print && Meet(field.box, word.box);
        });
      });
      readings.push_back(*std::move(words));
    }
    return readings;
  }

  // What is doubtful is read again at other sizes: short entries ("(1)", "7") give the engine little
  // to go by, and it is the confidence that tells.
  static Result<std::vector<ReadWord>> ReadCell(Engine& engine, const image::CellImage& cell,
                                                double dpi) {
    Result<std::vector<ReadWord>> best = engine.RecognizeBlock(cell.image, dpi);
    for (const double factor : kOtherSizes) {
      if (!best || MeanConfidence(*best) >= kSureCell) break;
      const image::Image resized = image::Scaled(cell.image, factor);
      if (resized.empty()) break;
      Result<std::vector<ReadWord>> other = engine.RecognizeBlock(resized, dpi * factor);
      if (!other || MeanConfidence(*other) <= MeanConfidence(*best)) continue;
      for (ReadWord& word : *other) {
        word.box = {word.box.x0 / factor, word.box.y0 / factor, word.box.x1 / factor,
                    word.box.y1 / factor};
      }
      best = std::move(other);
    }
    return best;
  }

  // The words of a cell at their places on the page, its lines counted on from those so far.
  static void AddCell(std::vector<ReadWord> inside, const image::CellImage& cell,
                      std::vector<ReadWord>& words) {
    const int lines = words.empty() ? 0 : words.back().line + 1;
    for (ReadWord& word : inside) {
      word.box = {word.box.x0 + cell.x, word.box.y0 + cell.y, word.box.x1 + cell.x,
                  word.box.y1 + cell.y};
      word.line += lines;
      words.push_back(std::move(word));
    }
  }

  // The ink tells whether the lines are level (a table's rules may deceive it); only reading tells
  // which of two ways is up, and it is asked again only where the answer is poor.
  Result<Attempt> ReadUpright(const image::Image& grey, double dpi) {
    const bool sideways = image::LinesRunSideways(grey);
    const std::vector<int> turns = sideways ? std::vector{1, 3, 0} : std::vector{0, 2};
    Result<Attempt> best = ReadTurned(grey, dpi, turns.front());
    for (size_t i = 1; i < turns.size() && best && best->Confidence() < kPoorConfidence; ++i) {
      Result<Attempt> other = ReadTurned(grey, dpi, turns[i]);
      if (other && other->Confidence() > best->Confidence()) best = std::move(other);
    }
    return best;
  }

  static void AddDiagnostics(const Attempt& attempt, const image::Resolution& resolution,
                             Page& page) {
    const auto add = [&page](Severity severity, std::string code, std::string message) {
      page.diagnostics.push_back({severity, std::move(code), std::move(message), page.number});
    };
    if (!resolution.stated) {
      add(Severity::kInfo, "resolution_estimated",
          fmt::format("the image does not say its resolution; taken as {:.0f} dpi",
                      resolution.dpi));
    }
    if (attempt.prepared.quarter_turns != 0) {
      add(Severity::kInfo, "page_turned",
          fmt::format("read after turning it by {}°", attempt.prepared.quarter_turns * 90));
    }
    if (attempt.prepared.skew_degrees != 0) {
      add(Severity::kInfo, "page_skewed",
          fmt::format("fed askew by {:.1f}°, levelled", std::abs(attempt.prepared.skew_degrees)));
    }
    const auto corrected = std::count_if(page.words.begin(), page.words.end(),
                                         [](const Word& word) { return !word.raw.empty(); });
    if (corrected != 0) {
      add(Severity::kInfo, "words_corrected",
          fmt::format("{} words were put right by their context or another reading", corrected));
    }
    if (attempt.words.empty()) {
      add(Severity::kWarning, "no_text_found", "there is ink on the page but no text was read");
    } else if (attempt.Confidence() < kDoubtfulConfidence) {
      add(Severity::kWarning, "low_confidence",
          fmt::format("the page was hard to read (mean confidence {:.2f})", attempt.Confidence()));
    }
  }

  std::vector<std::unique_ptr<Engine>> engines_;
  Corrector corrector_;
};

}  // namespace

std::string Settings::Key() const {
  const char* name = quality == Quality::kThorough ? "thorough"
                     : quality == Quality::kQuick  ? "quick"
                                                   : "normal";
  std::string key = fmt::format("tesseract-{}/{}/{}/r{}", EngineVersion(), model, name, kRevision);
  if (!tessdata_dir.empty()) key += "/" + tessdata_dir;
  return key;
}

std::unique_ptr<Reader> MakePageReader(std::unique_ptr<Engine> engine) {
  std::vector<std::unique_ptr<Engine>> engines;
  engines.push_back(std::move(engine));
  return MakePageReader(std::move(engines));
}

std::unique_ptr<Reader> MakePageReader(std::vector<std::unique_ptr<Engine>> engines) {
  return std::make_unique<PageReader>(std::move(engines));
}

Result<std::unique_ptr<Reader>> MakeTesseractReader(const Settings& settings) {
  Result<std::vector<std::unique_ptr<Engine>>> engines = MakeTesseractEngines(settings);
  if (!engines) return std::move(engines).error();
  return MakePageReader(std::move(engines).value());
}

}  // namespace vanthu::reading
