#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "pipeline/image/ink.h"
#include "pipeline/image/pix.h"
#include "pipeline/image/prepare.h"
#include "pipeline/image/repair.h"
#include "pipeline/image/resolution.h"
#include "pipeline/image/rules.h"
#include "pipeline/reading/barcodes.h"
#include "pipeline/reading/cells.h"
#include "pipeline/reading/corrector.h"
#include "pipeline/reading/digit_net.h"
#include "pipeline/reading/engine.h"
#include "pipeline/reading/foot_block.h"
#include "pipeline/reading/footnote_marks.h"
#include "pipeline/reading/handwriting.h"
#include "pipeline/reading/head_zones.h"
#include "pipeline/reading/lost_lines.h"
#include "pipeline/reading/number_marks.h"
#include "pipeline/reading/numerals.h"
#include "pipeline/reading/pieces.h"
#include "pipeline/reading/place_marks.h"
#include "pipeline/reading/plausible.h"
#include "pipeline/reading/raised_units.h"
#include "pipeline/reading/recover.h"
#include "pipeline/reading/sheet.h"
#include "pipeline/reading/stamps.h"

namespace vanthu::reading {
namespace {

// Raised by one whenever the image stages or the engine's use change what is read.
constexpr int kRevision = 6;

// Mean confidence below which a page may lie upside down. Upright scans of /shared give 0.87 to
// 0.96, the same pages turned by 180° 0.31 to 0.42.
constexpr double kPoorConfidence = 0.6;

// Mean confidence below which a person should look at the page.
constexpr double kDoubtfulConfidence = 0.7;

// Bytes of text up to which a page may be a sheet that parts letters. Looking for its barcode takes some
// 50 ms (A4 at 200 dpi), which letters need not pay.
constexpr size_t kLittleText = 400;

// Confidence of a word of a further reading that is likely to be taken.
constexpr double kSureWord = 0.5;

bool Meet(const Box& a, const Box& b) {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

class PageReader : public Reader {
 public:
  // Tables are read now: a confined worker opens no file any more.
  PageReader(std::vector<std::unique_ptr<Engine>> engines, Correct correct)
      : engines_(std::move(engines)), correct_(std::move(correct)) {
    DigitNet::Shared();
    WithPlaceMarks({});
  }

  Result<Page> Read(const Raster& raster, Page page) override {
    Result<image::Image> grey = image::GreyFromRaster(raster);
    if (!grey) return Located(std::move(grey).error(), page);

    const image::Resolution resolution = image::EstimateResolution(*grey, raster.dpi);
    page.width = raster.width * 72 / resolution.dpi;
    page.height = raster.height * 72 / resolution.dpi;
    page.words.clear();
    page.rulings.clear();
    page.stamps.clear();
    page.barcodes.clear();
    page.lines.clear();
    page.grids.clear();
    const image::Repaired repaired = image::Repair(std::move(*grey));
    image::NoteRepairs(repaired, page);
    if (image::IsBlank(repaired.grey)) {
      // Bars are higher than any letter.
      page.barcodes = ReadBarcodes(repaired.grey, resolution.dpi);
      page.origin = page.barcodes.empty() ? PageOrigin::kBlank : PageOrigin::kOcr;
      return page;
    }
    page.origin = PageOrigin::kOcr;

    Result<Sheet> sheet = ReadUpright(raster, repaired.grey, resolution.dpi);
    if (!sheet) return Located(std::move(sheet).error(), page);
    if (HasLittleText(sheet->words)) page.barcodes = ReadBarcodes(repaired.grey, resolution.dpi);
    DropImplausible(*sheet, page);
    std::vector<ReadWord> head;
    if (page.number == 1) {
      head =
          RereadHead(*engines_.front(), sheet->prepared.image, sheet->prepared.dpi, sheet->words);
    }
    const std::vector<HandField> hand = ReadHandwriting(sheet->prepared.image, sheet->words);
    RecoveredFoot foot = RecoverFoot(engines_, *sheet);
    std::vector<std::vector<ReadWord>> readings = ReadAgain(*sheet, hand, std::move(head));
    LostLines lost =
        ReadLostLines(*engines_.front(), *sheet, CoveredBy(*sheet, readings, hand, foot),
                      WordHeight(sheet->words));
    NoteLostLines(lost, sheet->prepared.to_page, page);
    TakeIn(std::move(lost.words), readings.front());
    std::vector<CorrectedWord> words = correct_(readings);
    MendNumerals(sheet->prepared.image, words);
    MendUnits(sheet->prepared.image, words);
    MendNumberMarks(sheet->prepared.image, words);
    MendFootnoteMarks(sheet->prepared.image, words);
    for (CorrectedWord& word : words) {
      Word& out = page.words.emplace_back();
      out.text = std::move(word.word.text);
      out.raw = std::move(word.raw);
      out.confidence = word.word.confidence;
      out.box = image::MapBox(sheet->prepared.to_page, word.word.box);
      out.block = word.word.line;
    }
    AddRecovered(std::move(foot), sheet->prepared.to_page, page);
    page.stamps =
        ReadStamps(*engines_.front(), correct_, sheet->stamps, sheet->words, sheet->prepared);
    page.rulings = image::RulingsOnPage(sheet->rules, sheet->prepared.to_page);
    image::NoteRules(sheet->rules, page);
    AddDiagnostics(*sheet, resolution, page);
    NoteHandwriting(hand, sheet->prepared.to_page, page);
    return page;
  }

 private:
  static Error Located(Error error, const Page& page) {
    error.page = page.number;
    return error;
  }

  Result<Sheet> ReadTurned(const Raster& scanned, const image::Image& grey, double dpi,
                           int quarter_turns) {
    Result<image::Prepared> prepared = image::Prepare(grey, dpi, quarter_turns);
    if (!prepared) return std::move(prepared).error();
    Sheet sheet;
    sheet.scanned = &scanned;
    sheet.prepared = std::move(prepared).value();
    sheet.stamps = TakeStamps(*engines_.front(), scanned, sheet.prepared);
    sheet.rules = image::FindRules(sheet.prepared.image, sheet.prepared.dpi);
    sheet.cut = image::CutOutTables(sheet.prepared.image, sheet.rules, sheet.prepared.dpi);
    Result<std::vector<ReadWord>> words = ReadWith(*engines_.front(), sheet);
    if (!words) return std::move(words).error();
    sheet.words = std::move(words).value();
    return sheet;
  }

  static Result<std::vector<ReadWord>> ReadWith(Engine& engine, const Sheet& sheet) {
    const double dpi = sheet.prepared.dpi;
    Result<std::vector<ReadWord>> words = RecognizeInPieces(engine, sheet.OutsideTables(), dpi);
    if (!words) return words;
    if (Status cells = ReadCells(engine, sheet.cut, dpi, *words); !cells) return cells.error();
    return words;
  }

  // The words of every engine, those of the first one first, and those of a doubtful head that was read
  // again. A further engine that fails is no loss that a page should fail for; what it makes of pen
  // strokes has no vote.
  std::vector<std::vector<ReadWord>> ReadAgain(const Sheet& sheet,
                                               const std::vector<HandField>& hand,
                                               std::vector<ReadWord> head) {
    std::vector<std::vector<ReadWord>> readings = {sheet.words};
    for (size_t i = 1; i < engines_.size(); ++i) {
      Result<std::vector<ReadWord>> words = ReadWith(*engines_[i], sheet);
      if (words) readings.push_back(*std::move(words));
    }
    if (!head.empty()) readings.push_back(std::move(head));
    for (size_t i = 1; i < readings.size(); ++i) {
      std::erase_if(readings[i], [&hand](const ReadWord& word) {
        return std::ranges::any_of(hand, [&word](const HandField& field) {
          return !field.print && Meet(field.box, word.box);
        });
      });
    }
    return readings;
  }

  // Found lines follow the others.
  static void TakeIn(std::vector<ReadWord> found, std::vector<ReadWord>& words) {
    int lines = 0;
    for (const ReadWord& word : words) lines = std::max(lines, word.line + 1);
    for (ReadWord& word : found) {
      word.line += lines;
      words.push_back(std::move(word));
    }
  }

  // Places of all ink that somebody has looked at.
  static std::vector<Box> CoveredBy(const Sheet& sheet,
                                    const std::vector<std::vector<ReadWord>>& readings,
                                    const std::vector<HandField>& hand, const RecoveredFoot& foot) {
    std::vector<Box> covered;
    for (size_t i = 0; i < readings.size(); ++i) {
      for (const ReadWord& word : readings[i]) {
        // Of further readings much of what no other has is not taken.
        if (i == 0 || word.confidence >= kSureWord) covered.push_back(word.box);
      }
    }
    for (const HandField& field : hand) covered.push_back(field.box);
    for (const TakenStamp& stamp : sheet.stamps) covered.push_back(stamp.frame.Bounds());
    if (foot.region) covered.push_back(*foot.region);
    return covered;
  }

  static bool HasLittleText(const std::vector<ReadWord>& words) {
    size_t bytes = 0;
    for (const ReadWord& word : words) bytes += word.text.size() + 1;
    return bytes <= kLittleText;
  }

  // The ink tells whether the lines are level (a table's rules may deceive it); only reading tells
  // which of two ways is up, and it is asked again only where the answer is poor.
  Result<Sheet> ReadUpright(const Raster& scanned, const image::Image& grey, double dpi) {
    const bool sideways = image::LinesRunSideways(grey);
    const std::vector<int> turns = sideways ? std::vector{1, 3, 0} : std::vector{0, 2};
    Result<Sheet> best = ReadTurned(scanned, grey, dpi, turns.front());
    for (size_t i = 1; i < turns.size() && best && MeanConfidence(best->words) < kPoorConfidence;
         ++i) {
      Result<Sheet> other = ReadTurned(scanned, grey, dpi, turns[i]);
      if (other && MeanConfidence(other->words) > MeanConfidence(best->words))
        best = std::move(other);
    }
    return best;
  }

  static void AddDiagnostics(const Sheet& sheet, const image::Resolution& resolution, Page& page) {
    const auto add = [&page](Severity severity, std::string code, std::string message) {
      page.diagnostics.push_back({severity, std::move(code), std::move(message), page.number});
    };
    if (!resolution.stated) {
      add(Severity::kInfo, "resolution_estimated",
          fmt::format("the image does not say its resolution; taken as {:.0f} dpi",
                      resolution.dpi));
    }
    if (sheet.prepared.quarter_turns != 0) {
      add(Severity::kInfo, "page_turned",
          fmt::format("read after turning it by {}°", sheet.prepared.quarter_turns * 90));
    }
    if (sheet.prepared.skew_degrees != 0) {
      add(Severity::kInfo, "page_skewed",
          fmt::format("fed askew by {:.1f}°, levelled", std::abs(sheet.prepared.skew_degrees)));
    }
    if (sheet.prepared.lines_straightened) {
      add(Severity::kInfo, "lines_straightened",
          "the sheet did not lie flat, its lines were straightened");
    }
    const auto corrected = std::count_if(page.words.begin(), page.words.end(),
                                         [](const Word& word) { return !word.raw.empty(); });
    if (corrected != 0) {
      add(Severity::kInfo, "words_corrected",
          fmt::format("{} words were put right by their context or another reading", corrected));
    }
    if (sheet.words.empty()) {
      add(Severity::kWarning, "no_text_found", "there is ink on the page but no text was read");
    } else if (MeanConfidence(sheet.words) < kDoubtfulConfidence) {
      add(Severity::kWarning, "low_confidence",
          fmt::format("the page was hard to read (mean confidence {:.2f})",
                      MeanConfidence(sheet.words)));
    }
  }

  std::vector<std::unique_ptr<Engine>> engines_;
  Correct correct_;
};

}  // namespace

double MeanConfidence(const std::vector<ReadWord>& words) {
  double sum = 0, length = 0;
  for (const ReadWord& word : words) {
    const auto bytes = static_cast<double>(word.text.size());
    sum += word.confidence * bytes;
    length += bytes;
  }
  return length > 0 ? sum / length : 0;
}

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
  return MakePageReader(std::move(engines),
                        [corrector = std::make_shared<Corrector>(LanguageModel::Administrative())](
                            const std::vector<std::vector<ReadWord>>& readings) {
                          return corrector->Correct(readings);
                        });
}

std::unique_ptr<Reader> MakePageReader(std::vector<std::unique_ptr<Engine>> engines,
                                       Correct correct) {
  return std::make_unique<PageReader>(std::move(engines), std::move(correct));
}

Result<std::unique_ptr<Reader>> MakeTesseractReader(const Settings& settings) {
  Result<std::vector<std::unique_ptr<Engine>>> engines = MakeTesseractEngines(settings);
  if (!engines) return std::move(engines).error();
  return MakePageReader(std::move(engines).value());
}

}  // namespace vanthu::reading
