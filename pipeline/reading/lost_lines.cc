#include "pipeline/reading/lost_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "pipeline/image/strip.h"
#include "pipeline/image/uncovered.h"
#include "pipeline/reading/plausible.h"

namespace vanthu::reading {
namespace {

// Letters of a row that is read again, and of one that is told where it gives no text: pen strokes and
// what shows through the sheet seldom stand side by side so long.
constexpr size_t kFewestLetters = 4, kPrintLike = 8;
// A page with more rows is a picture, or bad all over: reading them one by one gives nothing.
constexpr size_t kMostRows = 40;
// Share of a line's letters in Vietnamese syllables or numbers, and its confidence, to be taken for text
// (/shared/reading.md accepts a line at 0.6 and 0.45; alone, without another reading, 0.45 lets seals in).
constexpr double kLeastSyllables = 0.6, kLeastConfidence = 0.6;
// Share of the rim of a page where a scanner leaves its shadow.
constexpr double kRim = 0.01;
// Coverage below which a person should look at the page.
constexpr double kPoorCoverage = 0.9;

bool IsNumber(const std::string& text) {
  return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; }) &&
         std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '/' || c == '-' ||
                  c == ':' || c == '%';
         });
}

bool IsText(const std::vector<ReadWord>& words) {
  if (words.empty() || MeanConfidence(words) < kLeastConfidence) return false;
  size_t letters = 0, sound = 0;
  for (const ReadWord& word : words) {
    letters += word.text.size();
    if (ReadsAsSyllable(word.text) || IsNumber(word.text)) sound += word.text.size();
  }
  // One short word is what a stroke or a worn rule is read as.
  return letters > 4 &&
         static_cast<double>(sound) >= kLeastSyllables * static_cast<double>(letters);
}

std::vector<ReadWord> ReadRow(Engine& engine, const Sheet& sheet, const Box& row, double word) {
  const Box region{row.x0 - 0.5 * word, row.y0 - 0.35 * word, row.x1 + 0.5 * word,
                   row.y1 + 0.35 * word};
  const image::Strip strip = image::CutStrip(sheet.prepared.image, region, 0.75 * word, 1);
  if (strip.image.empty()) return {};
  Result<std::vector<ReadWord>> read = engine.RecognizeLine(strip.image, sheet.prepared.dpi);
  if (!read || !IsText(*read)) return {};
  for (ReadWord& found : *read) {
    found.box = strip.OnPage(found.box);
    for (ReadSymbol& symbol : found.symbols) symbol.box = strip.OnPage(symbol.box);
  }
  return *std::move(read);
}

bool AtRim(const Box& row, const image::Image& page) {
  const double rim = kRim * std::max(page.width(), page.height());
  return row.x0 < rim || row.y0 < rim || row.x1 > page.width() - rim ||
         row.y1 > page.height() - rim;
}

}  // namespace

LostLines ReadLostLines(Engine& engine, const Sheet& sheet, const std::vector<Box>& covered,
                        double word) {
  LostLines lost;
  const image::PageCoverage coverage =
      image::CoverageOf(sheet.prepared.image, covered, word, kFewestLetters);
  if (coverage.letters == 0) return lost;
  size_t read = coverage.covered;
  int line = 0;
  for (const image::TextRow& row : coverage.rows) {
    if (coverage.rows.size() > kMostRows || AtRim(row.box, sheet.prepared.image)) continue;
    std::vector<ReadWord> words = ReadRow(engine, sheet, row.box, word);
    if (words.empty()) {
      if (row.letters.size() >= kPrintLike) lost.unread.push_back(row.box);
      continue;
    }
    read += row.letters.size();
    for (ReadWord& found : words) {
      found.line = line;
      lost.words.push_back(std::move(found));
    }
    ++line;
  }
  lost.coverage = static_cast<double>(read) / static_cast<double>(coverage.letters);
  return lost;
}

void NoteLostLines(const LostLines& lost, const image::PageMap& to_page, Page& page) {
  for (const Box& box : lost.unread) {
    Diagnostic note{Severity::kWarning, "text_unread", "letters that could not be read",
                    page.number};
    note.evidence.push_back({page.number, image::MapBox(to_page, box), 0});
    page.diagnostics.push_back(std::move(note));
  }
  if (lost.coverage < kPoorCoverage) {
    page.diagnostics.push_back(
        {Severity::kWarning, "text_coverage",
         fmt::format("words cover {:.0f} % of what looks like letters", 100 * lost.coverage),
         page.number});
  }
}

}  // namespace vanthu::reading
