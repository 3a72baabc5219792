#include "pipeline/reading/recover.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "models/lexicon/person_names.h"
#include "models/lexicon/sign_titles.h"
#include "pipeline/reading/foot_block.h"
#include "pipeline/reading/foot_ink.h"
#include "pipeline/reading/line_value.h"

namespace vanthu::reading {
namespace {

using image::TextRow;

// Worth of a name, confidence and cost of a title from which a reading needs no other beside it.
constexpr double kSureName = 2.8, kSureTitle = 0.75, kSureSpelling = 0.03;
// How much better a reading must be to take another's place.
constexpr double kBetter = 0.03;
// Confidence of a known name, a name by its shape, other text, to be taken over.
constexpr double kLeastName = 0.5, kLeastShape = 0.75, kLeastText = 0.7;
constexpr size_t kLeastWords = 3;  // of other text: two may be the ends of a title
// Of the first reading of a line that is not read again.
constexpr double kReadWell = 0.88;

// A row of letters in the block, read again.
struct Found {
  std::vector<ReadWord> words;
  LineValue value;
  double confidence = 0;
};

// Height of a row's letters from which it is two, and of one of them, in heights of words.
constexpr double kTwoRows = 1.45, kOneRow = 1.05;

constexpr int kMargin = 12;  // pixels of paper round a line that is read

image::Image ImageOf(const image::InkPatch& patch) {
  image::Image out(pixCreate(patch.width + 2 * kMargin, patch.height + 2 * kMargin, 8));
  if (out.empty()) return out;
  pixSetAll(out.get());
  for (int y = 0; y < patch.height; ++y) {
    for (int x = 0; x < patch.width; ++x) {
      const auto value = static_cast<l_uint32>(std::lround(255 * (1 - patch.at(x, y))));
      pixSetPixel(out.get(), x + kMargin, y + kMargin, value);
    }
  }
  return out;
}

Box Moved(const Box& box, double dx, double dy) {
  return {box.x0 + dx, box.y0 + dy, box.x1 + dx, box.y1 + dy};
}

std::optional<Found> ReadStrip(Engine& engine, const Strip& strip, const Box& region, double dpi) {
  if (strip.patch.empty()) return std::nullopt;
  const image::Image image = ImageOf(strip.patch);
  if (image.empty()) return std::nullopt;
  Result<std::vector<ReadWord>> words = engine.RecognizeLine(image, dpi);
  if (!words || words->empty()) return std::nullopt;
  Found found;
  found.words = *std::move(words);
  const double dx = region.x0 + strip.x - kMargin, dy = region.y0 + strip.y - kMargin;
  for (ReadWord& word : found.words) {
    word.box = Moved(word.box, dx, dy);
    for (ReadSymbol& symbol : word.symbols) symbol.box = Moved(symbol.box, dx, dy);
  }
  found.confidence = MeanConfidence(found.words);
  found.value = ValueOf(JoinedText(found.words), found.confidence);
  return found;
}

bool Sure(const Found& found) {
  switch (found.value.kind) {
    case LineKind::kTitle: {
      const auto title = NearestSignTitle(JoinedText(found.words));
      return title && title->cost < kSureSpelling && found.confidence >= kSureTitle;
    }
    case LineKind::kName: return found.value.worth >= kSureName;
    default: return false;
  }
}

bool Acceptable(const Found& found, bool red, bool sealed) {
  switch (found.value.kind) {
    case LineKind::kTitle: return true;  // so many letters are in their places by no chance
    case LineKind::kName:
      if (found.value.worth > 2 + kLeastName) return found.confidence >= kLeastName;
      // Beside a seal the family name may be under it.
      return found.confidence >= kLeastShape && (MendedName(JoinedText(found.words)) || !sealed);
    case LineKind::kText:
      return !red && found.confidence >= kLeastText && found.words.size() >= kLeastWords;
    case LineKind::kNoise: return false;
  }
  return false;
}

// The best reading of one engine; the first that is sure saves the others.
std::optional<Found> ReadRow(Engine& engine, const InkLayer& layer, const TextRow& row,
                             const Box& region, double dpi, std::optional<Found> best) {
  for (const Cut cut : {Cut::kDark, Cut::kWhole, Cut::kOverNext, Cut::kUnderLast, Cut::kScanned}) {
    std::optional<Found> found = ReadStrip(engine, CutRow(layer, row, cut), region, dpi);
    if (found && (!best || found->value.worth > best->value.worth)) best = std::move(found);
    if (best && Sure(*best) && (cut != Cut::kDark || best->value.kind != LineKind::kName)) break;
    // Strokes of a pen: no reading makes letters of them.
    if (cut == Cut::kWhole && best && best->value.kind == LineKind::kNoise &&
        best->confidence < 0.3) {
      break;
    }
  }
  return best;
}

// What the line says in its right spelling, and the share of it that the reading has wrong.
struct Spelling {
  std::string text;
  double cost = 0;
};

// A family name in place of a damaged one is a guess.
constexpr double kGuessedName = 0.2;

std::optional<Spelling> SpellingOf(const Found& found) {
  const std::string text = JoinedText(found.words);
  if (found.value.kind == LineKind::kTitle) {
    if (auto title = NearestSignTitle(text)) return Spelling{title->text, title->cost};
  }
  if (found.value.kind == LineKind::kName && found.value.worth < 2.5) {
    if (auto name = MendedName(text)) return Spelling{*std::move(name), kGuessedName};
  }
  return std::nullopt;
}

// A damaged title or name in its spelling, its words over the width of those that were read.
void Mend(Found& found) {
  const std::optional<Spelling> right = SpellingOf(found);
  if (!right || right->text == JoinedText(found.words)) return;
  Box box = found.words.front().box;
  for (const ReadWord& word : found.words) box = Union(box, word.box);
  const double step = box.width() / static_cast<double>(right->text.size());
  std::vector<ReadWord> words;
  for (size_t begin = 0; begin < right->text.size();) {
    const size_t end = std::min(right->text.find(' ', begin), right->text.size());
    ReadWord word;
    word.text = right->text.substr(begin, end - begin);
    // The table vouches for it as well as the engine.
    word.confidence = (found.confidence + 1 - right->cost) / 2;
    word.box = {box.x0 + step * static_cast<double>(begin), box.y0,
                box.x0 + step * static_cast<double>(end), box.y1};
    words.push_back(std::move(word));
    begin = end + 1;
  }
  found.words = std::move(words);
}

// Places in `words` of what stands in the row's place.
std::vector<size_t> WordsAt(const std::vector<ReadWord>& words, const Box& row, double word) {
  std::vector<size_t> out;
  for (size_t i = 0; i < words.size(); ++i) {
    const Box& box = words[i].box;
    const double y = box.center_y();
    if (y > row.y0 - 0.2 * word && y < row.y1 + 0.2 * word &&
        box.center_x() > row.x0 - 2.5 * word && box.center_x() < row.x1 + 2.5 * word) {
      out.push_back(i);
    }
  }
  return out;
}

bool BeginsAtSeal(const InkLayer& layer, const TextRow& row) {
  return layer.seal && layer.seal->Holds(row.box.x0, row.box.center_y(), -1.5 * layer.word);
}

class FootReader {
 public:
  FootReader(const Engines& engines, Sheet& sheet, const FootBlock& block, double word)
      : engines_(engines), sheet_(sheet), region_(block.region), word_(word) {
    for (const ReadWord& read : sheet.words) line_ = std::max(line_, read.line);
    foot_.region = region_;
  }

  void ReadLayer(const InkLayer& layer, bool red) {
    for (const TextRow& row : LetterRowsOf(layer)) {
      if (ReadAgain(layer, row, red) || row.box.height() < kTwoRows * word_) continue;
      // A line stamped over another: letters of both touch.
      TextRow upper = row, lower = row;
      upper.box.y1 = row.box.y0 + kOneRow * word_;
      lower.box.y0 = row.box.y1 - kOneRow * word_;
      ReadAgain(layer, upper, red);
      ReadAgain(layer, lower, red);
    }
    if (layer.seal) DropWordsOf(*layer.seal);
  }

  RecoveredFoot foot() && { return std::move(foot_); }

 private:
  // Whether the row has its words now.
  bool ReadAgain(const InkLayer& layer, const TextRow& row, bool red) {
    const Box place = Moved(row.box, region_.x0, region_.y0);
    if (IsRecovered(place)) return true;
    const std::vector<size_t> at = WordsAt(sheet_.words, place, word_);
    std::vector<ReadWord> before;
    for (const size_t i : at) before.push_back(sheet_.words[i]);
    const double confidence = MeanConfidence(before);
    const LineValue had = ValueOf(JoinedText(before), confidence);
    if (ReadWell(before, had, confidence, place)) {
      kept_.push_back(place);
      return true;
    }
    std::optional<Found> found;
    // What one net makes of letters that a seal crosses, another may not.
    for (const auto& engine : engines_) {
      found = ReadRow(*engine, layer, row, region_, sheet_.prepared.dpi, std::move(found));
      if (!found || Sure(*found) || found->value.kind == LineKind::kNoise) break;
    }
    if (!found || !Acceptable(*found, red, BeginsAtSeal(layer, row))) {
      if (before.empty() && row.letters.size() >= kTextLike) foot_.unread.push_back(place);
      if (had.kind != LineKind::kNoise) kept_.push_back(place);
      return false;
    }
    Box wide = place;
    for (const ReadWord& read : found->words) wide = Union(wide, read.box);
    kept_.push_back(wide);
    if (found->value.worth < had.worth + kBetter) {
      // The first reading is no worse, but it may need mending all the same.
      if (had.kind == LineKind::kText) return true;
      *found = {before, had, confidence};
    }
    for (auto i = at.rbegin(); i != at.rend(); ++i) {
      sheet_.words.erase(sheet_.words.begin() + static_cast<std::ptrdiff_t>(*i));
    }
    Mend(*found);
    if (found->value.kind != LineKind::kText) {
      // Rows may overlap; their words must not, or the page's rows run together.
      const double edge = 0.1 * place.height();
      for (ReadWord& read : found->words) {
        read.box.y0 = place.y0 + edge;
        read.box.y1 = place.y1 - edge;
      }
      foot_.lines.push_back({std::move(found->words), JoinedText(before)});
      return true;
    }
    ++line_;
    for (ReadWord& read : found->words) {
      read.line = line_;
      sheet_.words.push_back(std::move(read));
    }
    return true;
  }

  // Another ink's layer has the row's line already.
  bool IsRecovered(const Box& place) const {
    return std::ranges::any_of(foot_.lines, [&place](const RecoveredLine& line) {
      return std::ranges::any_of(line.words, [&place](const ReadWord& read) {
        return VerticalOverlap(read.box, place) > 0.5 * place.height() &&
               HorizontalOverlap(read.box, place) > 0;
      });
    });
  }

  // A title, a name or words that leave nothing to wish for, as wide as the row's letters.
  bool ReadWell(const std::vector<ReadWord>& before, const LineValue& had, double confidence,
                const Box& place) const {
    if (had.kind == LineKind::kNoise || confidence < kReadWell) return false;
    if (had.kind == LineKind::kName && had.worth < 2 + kReadWell) return false;
    Box box = before.front().box;
    for (const ReadWord& read : before) box = Union(box, read.box);
    return box.x0 < place.x0 + 0.4 * word_ && box.x1 > place.x1 - 0.4 * word_;
  }

  // The seal's own words are not the letter's.
  void DropWordsOf(const image::Seal& seal) {
    std::erase_if(sheet_.words, [&](const ReadWord& read) {
      const Box& box = read.box;
      const bool kept = std::ranges::any_of(kept_, [&box](const Box& row) {
        return box.center_y() > row.y0 && box.center_y() < row.y1 && box.x0 < row.x1 &&
               row.x0 < box.x1;
      });
      return !kept && seal.Holds(box.x0 - region_.x0, box.center_y() - region_.y0, 2) &&
             seal.Holds(box.x1 - region_.x0, box.center_y() - region_.y0, 2);
    });
  }

  // Letters in a row that is print: strokes of a pen seldom give as many.
  static constexpr size_t kTextLike = 6;

  const Engines& engines_;
  Sheet& sheet_;
  Box region_;
  double word_;
  int line_ = 0;
  std::vector<Box> kept_;  // rows whose words are the letter's
  RecoveredFoot foot_;
};

}  // namespace

RecoveredFoot RecoverFoot(const Engines& engines, Sheet& sheet) {
  const double word = WordHeight(sheet.words);
  if (word == 0) return {};
  const auto block =
      FindFootBlock(sheet.words, word, sheet.prepared.image.width(), sheet.prepared.image.height());
  if (!block) return {};
  const std::vector<InkLayer> layers = InkLayersOf(sheet, *block, word);
  const bool sealed =
      std::ranges::any_of(layers, [](const InkLayer& l) { return l.seal.has_value(); });
  if (!block->sure && !sealed) return {};
  FootReader reader(engines, sheet, *block, word);
  for (size_t i = 0; i < layers.size(); ++i) reader.ReadLayer(layers[i], i > 0);
  return std::move(reader).foot();
}

void AddRecovered(RecoveredFoot foot, const image::PageMap& to_page, Page& page) {
  int block = 0;
  std::vector<Word> recovered;
  for (const Word& word : page.words) block = std::max(block, word.block);
  for (RecoveredLine& line : foot.lines) {
    std::vector<Word> words;
    for (ReadWord& read : line.words) {
      Word& out = words.emplace_back();
      out.text = std::move(read.text);
      out.confidence = read.confidence;
      out.box = image::MapBox(to_page, read.box);
      out.block = block + 1;
    }
    ++block;
    if (words.empty()) continue;
    // The whole of what stood there is told once, beside the first word.
    words.front().raw = std::move(line.raw);
    // Another engine may have read the place as well.
    std::erase_if(page.words, [&](const Word& word) {
      return std::ranges::any_of(words, [&word](const Word& mine) {
        return VerticalOverlap(mine.box, word.box) > 0.5 * word.box.height() &&
               HorizontalOverlap(mine.box, word.box) > 0.5 * word.box.width();
      });
    });
    recovered.insert(recovered.end(), std::make_move_iterator(words.begin()),
                     std::make_move_iterator(words.end()));
  }
  page.words.insert(page.words.end(), std::make_move_iterator(recovered.begin()),
                    std::make_move_iterator(recovered.end()));
  for (const Box& box : foot.unread) {
    Diagnostic note{Severity::kWarning, "text_unread", "letters that could not be read",
                    page.number};
    note.evidence.push_back({page.number, image::MapBox(to_page, box), 0});
    page.diagnostics.push_back(std::move(note));
  }
}

}  // namespace vanthu::reading
