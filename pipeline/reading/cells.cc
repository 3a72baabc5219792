#include "pipeline/reading/cells.h"

#include <optional>
#include <utility>

#include "pipeline/reading/cell_digits.h"

namespace vanthu::reading {
namespace {

// Mean confidence from which on the first reading of a cell is believed. Higher (0.85, 0.92) costs time
// and gives no more right cells on aged prints.
constexpr double kSureCell = 0.7;
// Sizes at which a cell that is doubtful is read again.
constexpr double kOtherSizes[] = {0.8, 1.25};

// What is doubtful is read again at other sizes: short entries ("(1)", "7") give the engine little
// to go by, and it is the confidence that tells.
Result<std::vector<ReadWord>> ReadCell(Engine& engine, const image::CellImage& cell, double dpi) {
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
  if (best) {
    if (std::optional<ReadWord> digits = LoneDigits(cell.image, *best)) {
      best->assign(1, *std::move(digits));
    }
  }
  return best;
}

// The words of a cell at their places on the page, its lines counted on from those so far.
void AddCell(std::vector<ReadWord> inside, const image::CellImage& cell,
             std::vector<ReadWord>& words) {
  const int lines = words.empty() ? 0 : words.back().line + 1;
  for (ReadWord& word : inside) {
    word.box = {word.box.x0 + cell.x, word.box.y0 + cell.y, word.box.x1 + cell.x,
                word.box.y1 + cell.y};
    word.line += lines;
    words.push_back(std::move(word));
  }
}

}  // namespace

Status ReadCells(Engine& engine, const image::CutTables& cut, double dpi,
                 std::vector<ReadWord>& words) {
  for (const image::CellImage& cell : cut.cells) {
    Result<std::vector<ReadWord>> inside = ReadCell(engine, cell, dpi);
    if (!inside) return std::move(inside).error();
    AddCell(*std::move(inside), cell, words);
  }
  return Done{};
}

}  // namespace vanthu::reading
