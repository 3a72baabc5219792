#include "pipeline/reading/head_zones.h"

#include <re2/re2.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "models/text/fold.h"
#include "models/text/syllable.h"
#include "models/text/utf8.h"
#include "pipeline/image/strip.h"

namespace vanthu::reading {
namespace {

// Heads end above this share of the page.
constexpr double kHeadShare = 0.4;
// A gap of this many heights of a line parts two columns.
constexpr double kColumnGap = 1.6;
// Quality from which on a part, and each of its words, is not read again.
constexpr double kSureQuality = 0.88, kSureWord = 0.72;
// The same for running words, where a language model has the last word.
constexpr double kSureProse = 0.8;
// Quality below which a part is noise, and the least gain for which it is replaced.
constexpr double kNoise = 0.65, kLeastGain = 0.1;
// A page with more doubtful parts is bad all over: reading them again costs more than it gives.
constexpr size_t kMostParts = 10;
// Sizes at which a part is read again.
constexpr double kSizes[] = {1.0, 1.4};

std::string FoldedLine(const std::vector<ReadWord>& words, size_t first, size_t past) {
  std::string text;
  for (size_t i = first; i < past; ++i) {
    if (!text.empty()) text += ' ';
    text += words[i].text;
  }
  return Fold(text);
}

bool EndsHead(const std::string& folded) {
  static const RE2 end(R"(^\W{0,3}(?:kinh gui|can cu|thuc hien|theo de nghi)(?:[^a-z]|$))");
  return RE2::PartialMatch(folded, end);
}

bool IsMottoLine(const std::string& folded) {
  static const RE2 motto(R"(cong h\S{1,3} xa h\S{1,2} ch\S{1,2}|dang cong san viet)");
  return RE2::PartialMatch(folded, motto);
}

double Median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

size_t LettersOf(std::string_view text) {
  size_t letters = 0;
  for (size_t i = 0; i < text.size();) {
    const CodePoint at = DecodeAt(text, i);
    if (IsWordChar(at.value)) ++letters;
    i += std::max<size_t>(at.length, 1);
  }
  return letters;
}

size_t LettersOf(const std::vector<ReadWord>& words) {
  size_t letters = 0;
  for (const ReadWord& word : words) letters += LettersOf(word.text);
  return letters;
}

// The motto's two lines begin a column, however near the issuer stands.
bool BeginsMotto(const std::vector<ReadWord>& words, size_t i) {
  static const RE2 motto(R"(^\W?(?:cong h.{1,3} xa|doc lap|dang cong san))");
  return RE2::PartialMatch(FoldedLine(words, i, std::min(words.size(), i + 3)), motto);
}

// The part's letters: the median of its words' heights, which a rule or a speck does not move.
HeadPart PartOf(const std::vector<ReadWord>& words, size_t first, size_t past) {
  HeadPart part{first, past, words[first].box, 0};
  std::vector<double> heights;
  for (size_t i = first; i < past; ++i) {
    part.box = Union(part.box, words[i].box);
    if (LettersOf(words[i].text) > 1) heights.push_back(words[i].box.height());
  }
  if (heights.empty()) heights.push_back(part.box.height());
  part.letter = Median(std::move(heights)) * 0.75;
  return part;
}

// A sign that letters' heads do not have, but for those of an address for mail.
bool IsOdd(char32_t c) {
  static constexpr std::u32string_view kOdd = U"[]{}|~?!\\#*‡†§£€¬¡¿ˆ‹›“”‘’\"_=<>^`©®°¥¢";
  return kOdd.find(c) != std::u32string_view::npos;
}

double QualityOf(const ReadWord& word) {
  double odd = 0, letters = 0;
  for (size_t i = 0; i < word.text.size();) {
    const CodePoint at = DecodeAt(word.text, i);
    if (IsOdd(at.value)) odd += 1;
    if (IsWordChar(at.value)) letters += 1;
    i += std::max<size_t>(at.length, 1);
  }
  double quality = word.confidence;
  if (odd > 0) quality *= 0.5;
  // A mark alone, as specks give them; a dash is none.
  if (letters == 0 && word.text != "-" && word.text != "–") quality = std::min(quality, 0.3);
  return quality;
}

// Four words and more in small letters.
bool IsProse(const std::vector<ReadWord>& words) {
  int small = 0;
  for (const ReadWord& word : words) {
    if (IsLower(DecodeAt(word.text, 0).value) && Upper(word.text) != word.text) ++small;
  }
  return small >= 4;
}

bool IsDoubtful(const std::vector<ReadWord>& words, const HeadPart& part) {
  const std::vector<ReadWord> inside(words.begin() + static_cast<std::ptrdiff_t>(part.first),
                                     words.begin() + static_cast<std::ptrdiff_t>(part.past));
  const double quality = HeadQuality(inside);
  if (IsProse(inside)) return quality < kSureProse;
  if (quality < kSureQuality) return true;
  return std::ranges::any_of(inside,
                             [](const ReadWord& word) { return QualityOf(word) < kSureWord; });
}

// The words of a part read by itself, of the part's own line alone, at their places on the page.
std::vector<ReadWord> ReadPart(Engine& engine, const image::Image& image, double dpi,
                               const HeadPart& part, double size) {
  const double letter = part.letter;
  const Box region{part.box.x0 - 0.6 * letter, part.box.y0 - 0.5 * letter,
                   part.box.x1 + 0.6 * letter, part.box.y1 + 0.5 * letter};
  const image::Strip strip = image::CutStrip(image, region, letter, size);
  if (strip.image.empty()) return {};
  Result<std::vector<ReadWord>> read = engine.RecognizeBlock(strip.image, dpi * size);
  if (!read) return {};
  std::vector<ReadWord> out;
  for (ReadWord& word : *read) {
    word.box = strip.OnPage(word.box);
    for (ReadSymbol& symbol : word.symbols) symbol.box = strip.OnPage(symbol.box);
    const double shared = VerticalOverlap(word.box, part.box);
    if (shared < 0.5 * std::min(word.box.height(), part.box.height())) continue;
    out.push_back(std::move(word));
  }
  // The engine may take one line for two, word by word.
  std::ranges::stable_sort(out, {}, [](const ReadWord& word) { return word.box.x0; });
  // Its boxes may take in a neighbour's letters.
  for (size_t i = 1; i < out.size(); ++i)
    out[i - 1].box.x1 = std::clamp(out[i].box.x0, out[i - 1].box.x0 + 1, out[i - 1].box.x1 + 1);
  return out;
}

bool IsWordAt(std::string_view text, size_t i) { return IsWordChar(DecodeAt(text, i).value); }

// Dirt beside the print: a word without letters, or with more signs of dirt than letters.
bool IsSpeck(const ReadWord& word) {
  size_t letters = 0, odd = 0;
  for (size_t i = 0; i < word.text.size();) {
    const CodePoint at = DecodeAt(word.text, i);
    letters += IsWordChar(at.value) ? 1U : 0U;
    odd += IsOdd(at.value) ? 1U : 0U;
    i += std::max<size_t>(at.length, 1);
  }
  return letters == 0 ? word.confidence < 0.9 : odd > letters && word.confidence < 0.5;
}

// The word without the marks of dirt before its first letter, and behind its last one.
void Trim(ReadWord& word, bool before, bool behind) {
  static constexpr std::u32string_view kDirt = U"_'\"“”‘’`~|¬ˆ‹›*^";
  const auto is_dirt = [](char32_t c) { return kDirt.find(c) != std::u32string_view::npos; };
  const size_t size = word.text.size();
  size_t from = 0, to = size;
  for (bool dirt = false; before && from < to && !IsWordAt(word.text, from);) {
    const CodePoint at = DecodeAt(word.text, from);
    dirt = dirt || is_dirt(at.value) || at.value == ',' || at.value == '.';
    if (!dirt) break;
    from += at.length;
  }
  while (behind && to > from) {
    size_t last = to - 1;
    while (last > from && (static_cast<unsigned char>(word.text[last]) & 0xC0U) == 0x80U) --last;
    if (!is_dirt(DecodeAt(word.text, last).value)) break;
    to = last;
  }
  if (from == to || (from == 0 && to == size)) return;
  word.text = word.text.substr(from, to - from);
  // Signs that went take their boxes along.
  size_t drop = 0, length = 0;
  for (; drop < word.symbols.size() && length < from; ++drop)
    length += word.symbols[drop].text.size();
  word.symbols.erase(word.symbols.begin(),
                     word.symbols.begin() + static_cast<std::ptrdiff_t>(drop));
  length = 0;
  size_t keep = 0;
  for (; keep < word.symbols.size() && length < word.text.size(); ++keep)
    length += word.symbols[keep].text.size();
  word.symbols.resize(keep);
  if (word.symbols.empty()) return;
  if (drop > 0) word.box.x0 = std::min(word.symbols.front().box.x0, word.box.x1 - 1);
  if (to < size) word.box.x1 = std::max(word.symbols.back().box.x1, word.box.x0 + 1);
}

void DropSpecks(std::vector<ReadWord>& words) {
  const size_t all = words.size();
  while (!words.empty() && IsSpeck(words.back())) words.pop_back();
  const bool dirty = words.size() < all;
  while (!words.empty() && IsSpeck(words.front())) words.erase(words.begin());
  if (words.empty()) return;
  ReadWord& last = words.back();
  // A comma among specks is one of them.
  if (dirty && last.confidence < kSureWord && last.text.size() > 2 && last.text.ends_with(','))
    last.text.pop_back();
  Trim(words.front(), true, false);
  Trim(words.back(), false, true);
}

// Parts without the dirt at their ends; those that are nothing else stay.
void TidyParts(std::vector<ReadWord>& words, double image_height) {
  std::vector<HeadPart> parts = PartsOfHead(words, image_height);
  std::ranges::sort(parts, std::ranges::greater{}, &HeadPart::first);
  for (const HeadPart& part : parts) {
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(part.first);
    const auto end = words.begin() + static_cast<std::ptrdiff_t>(part.past);
    std::vector<ReadWord> inside(begin, end);
    DropSpecks(inside);
    // Alone on its line it may be an ornament: the star under a Party's issuer.
    const bool beside =
        (part.first > 0 && words[part.first - 1].line == words[part.first].line) ||
        (part.past < words.size() && words[part.past].line == words[part.first].line);
    if (inside.empty() && !beside) continue;
    words.insert(words.erase(begin, end), inside.begin(), inside.end());
  }
}

// A dash at the end that the first reading has not is a piece of a rule or of a neighbour.
void DropDashes(std::vector<ReadWord>& read, const std::vector<ReadWord>& before) {
  const auto is_dash = [](const ReadWord& word) {
    return word.text == "-" || word.text == "–" || word.text == "—";
  };
  if (!read.empty() && is_dash(read.back()) && !is_dash(before.back())) read.pop_back();
  if (!read.empty() && is_dash(read.front()) && !is_dash(before.front())) read.erase(read.begin());
}

}  // namespace

double HeadQuality(const std::vector<ReadWord>& words) {
  double sum = 0, length = 0;
  for (const ReadWord& word : words) {
    const auto bytes = static_cast<double>(word.text.size());
    sum += QualityOf(word) * bytes;
    length += bytes;
  }
  return length > 0 ? sum / length : 0;
}

std::vector<HeadPart> PartsOfHead(const std::vector<ReadWord>& words, double image_height) {
  std::vector<HeadPart> parts;
  double top = 0, end = kHeadShare * image_height;
  for (size_t first = 0, past = 0; first < words.size(); first = past) {
    while (past < words.size() && words[past].line == words[first].line) ++past;
    const std::string folded = FoldedLine(words, first, past);
    const Box box = PartOf(words, first, past).box;
    if (box.y0 < end && EndsHead(folded)) end = box.y0;
    if (top == 0 && box.y0 < end && IsMottoLine(folded)) top = box.y0 - box.height();
    size_t begin = first;
    for (size_t i = first + 1; i <= past; ++i) {
      if (i < past) {
        const double height = std::max(words[i].box.height(), words[i - 1].box.height());
        if (words[i].box.x0 - words[i - 1].box.x1 < kColumnGap * height && !BeginsMotto(words, i))
          continue;
      }
      parts.push_back(PartOf(words, begin, i));
      begin = i;
    }
  }
  std::erase_if(parts, [&](const HeadPart& part) {
    return part.box.center_y() < top || part.box.center_y() > end || part.letter < 8 ||
           part.letter > 90;
  });
  return parts;
}

std::vector<ReadWord> RereadHead(Engine& engine, const image::Image& image, double dpi,
                                 std::vector<ReadWord>& words) {
  std::vector<ReadWord> further;
  TidyParts(words, image.height());
  std::vector<HeadPart> parts = PartsOfHead(words, image.height());
  std::erase_if(parts, [&](const HeadPart& part) { return !IsDoubtful(words, part); });
  if (parts.size() > kMostParts) return further;
  // From behind, so that the places of the words before stay.
  std::ranges::sort(parts, std::ranges::greater{}, &HeadPart::first);
  int line = 0;
  for (const HeadPart& part : parts) {
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(part.first);
    const auto end = words.begin() + static_cast<std::ptrdiff_t>(part.past);
    const std::vector<ReadWord> before(begin, end);
    std::vector<ReadWord> best;
    double most = 0;
    for (const double size : kSizes) {
      std::vector<ReadWord> read = ReadPart(engine, image, dpi, part, size);
      DropSpecks(read);
      DropDashes(read, before);
      if (LettersOf(read) * 10 < LettersOf(before) * 7) continue;
      const double quality = HeadQuality(read);
      if (quality <= most) continue;
      most = quality;
      best = std::move(read);
      if (most >= kSureQuality) break;
    }
    if (best.empty()) continue;
    const double had = HeadQuality(before);
    if (had < kNoise && most > had + kLeastGain) {
      for (ReadWord& word : best) word.line = before.front().line;
      words.insert(words.erase(begin, end), best.begin(), best.end());
    } else {
      for (ReadWord& word : best) word.line = line;
      ++line;
      further.insert(further.end(), best.begin(), best.end());
    }
  }
  return further;
}

}  // namespace vanthu::reading
