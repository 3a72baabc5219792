#include "tests/bench/word_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <numbers>
#include <numeric>

#include "models/lexicon/names.h"

namespace vanthu::bench {
namespace {

// How often a word is misread by a letter: what the language model leaves on clean scans.
constexpr double kMisread = 0.003;
// Words of a sentence, at least and at most.
constexpr int kSentence = 40;

constexpr std::array<std::string_view, 12> kAbbreviations = {
    "UBND", "HĐND", "BNG", "TTg", "TW", "NĐ-CP", "QĐ-TTg", "VPCP", "BCĐ", "ODA", "NGO", "SNgV"};

std::string Number(Dice& dice) {
  switch (dice.Below(6)) {
    case 0: return fmt::format("{:02}", 1 + dice.Zipf(31));
    case 1: return std::to_string(1995 + dice.Below(31));
    case 2: return fmt::format("{}.{:03}", 1 + dice.Zipf(999), dice.Below(1000));
    case 3: return fmt::format("{},{}", dice.Below(100), 1 + dice.Below(99));
    case 4:
      return fmt::format("{:02}/{:02}/{}", 1 + dice.Below(28), 1 + dice.Below(12),
                         1995 + dice.Below(31));
    default: return std::to_string(1 + dice.Zipf(5000));
  }
}

// One of its letters, of one byte, becomes another.
std::string Misread(std::string word, Dice& dice) {
  char& letter = word[dice.Below(word.size())];
  if (letter >= 'a' && letter <= 'z') letter = static_cast<char>('a' + dice.Below(26));
  return word;
}

template <typename T>
bool Take(std::string_view& bytes, size_t count, std::vector<T>& out) {
  if (bytes.size() < count * sizeof(T)) return false;
  out.resize(count);
  std::memcpy(out.data(), bytes.data(), count * sizeof(T));
  bytes.remove_prefix(count * sizeof(T));
  return true;
}

}  // namespace

uint64_t Dice::Zipf(uint64_t count) {
  const double place = std::exp(Share() * std::log(static_cast<double>(count) + 1)) - 1;
  return std::min(static_cast<uint64_t>(place), count - 1);
}

double Dice::LogNormal(double median, double spread) {
  const double radius = std::sqrt(-2 * std::log(1 - Share()));
  return median * std::exp(spread * radius * std::cos(2 * std::numbers::pi * Share()));
}

Result<WordSource> WordSource::Load(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string content{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const Error damaged{ErrorCode::kDamaged, "no counts of words", file.string(), 0};
  std::string_view bytes = content;
  if (!bytes.starts_with("VNGRAMS1")) return damaged;
  bytes.remove_prefix(8);
  WordSource source;
  std::vector<uint32_t> sizes, counts, first_triples, pair_counts, triple_counts;
  std::vector<char> vocabulary;
  if (!Take(bytes, 4, sizes) || !Take(bytes, sizes[3], vocabulary) ||
      !Take(bytes, sizes[0], counts) || !Take(bytes, sizes[0] + 1, source.first_pair_) ||
      !Take(bytes, sizes[1] + 1, first_triples) || !Take(bytes, sizes[1], pair_counts) ||
      !Take(bytes, sizes[2], triple_counts) || !Take(bytes, sizes[1], source.second_)) {
    return damaged;
  }
  for (auto at = vocabulary.begin(); source.words_.size() < sizes[0];) {
    const auto end = std::find(at, vocabulary.end(), '\n');
    if (end == vocabulary.end()) return damaged;
    source.words_.emplace_back(at, end);
    at = end + 1;
  }
  source.counted_.resize(counts.size());
  std::inclusive_scan(counts.begin(), counts.end(), source.counted_.begin(), std::plus<>(),
                      uint64_t{0});
  source.pair_counted_.resize(pair_counts.size() + 1);
  std::inclusive_scan(pair_counts.begin(), pair_counts.end(), source.pair_counted_.begin() + 1,
                      std::plus<>(), uint64_t{0});
  source.by_frequency_.resize(sizes[0]);
  std::iota(source.by_frequency_.begin(), source.by_frequency_.end(), 0U);
  std::ranges::stable_sort(source.by_frequency_, std::greater<>(),
                           [&counts](uint32_t word) { return counts[word]; });
  return source;
}

uint32_t WordSource::Next(Dice& dice, uint32_t last) const {
  const auto draw = [&dice](auto begin, auto end, uint64_t from) {
    const uint64_t place = from + dice.Below(*(end - 1) - from);
    return static_cast<uint32_t>(std::upper_bound(begin, end, place) - begin);
  };
  const uint32_t begin = first_pair_[last], end = first_pair_[last + 1];
  const uint64_t counted = counted_[last] - (last > 0 ? counted_[last - 1] : 0);
  const uint64_t in_pairs = pair_counted_[end] - pair_counted_[begin];
  // The counts leave out rare pairs: their share goes to any word.
  if (in_pairs == 0 || dice.Below(std::max(counted, in_pairs)) >= in_pairs) {
    return draw(counted_.begin(), counted_.end(), 0);
  }
  const uint32_t pair = draw(pair_counted_.begin() + begin + 1, pair_counted_.begin() + end + 1,
                             pair_counted_[begin]);
  return second_[begin + pair];
}

std::string WordSource::Text(Dice& dice, int count) const {
  std::string text;
  uint32_t last = by_frequency_[dice.Zipf(1000)];
  int in_sentence = 0;
  for (int i = 0; i < count; ++i) {
    last = Next(dice, last);
    std::string word = words_[last];
    if (word == "<p>") {
      if (!text.empty() && in_sentence > 0) text += dice.Chance(0.3) ? "." : ",";
      if (text.ends_with('.')) in_sentence = 0;
      continue;
    }
    if (word == "<num>") {
      word = Number(dice);
    } else if (word == "<abbr>") {
      word = kAbbreviations[dice.Zipf(kAbbreviations.size())];
    } else if (dice.Chance(kMisread)) {
      word = Misread(std::move(word), dice);
    }
    if (in_sentence == kSentence) {
      text += '.';
      in_sentence = 0;
    }
    if (!text.empty()) text += ' ';
    text += in_sentence == 0 ? SentenceCase(word) : word;
    ++in_sentence;
  }
  return text + ".";
}

std::string_view WordSource::MostFrequentAfter(std::string_view word) const {
  const auto found = std::ranges::lower_bound(words_, word);
  const auto place = static_cast<size_t>(found - words_.begin());
  size_t best = first_pair_[place];
  const auto count = [this](size_t pair) { return pair_counted_[pair + 1] - pair_counted_[pair]; };
  for (size_t pair = best; pair < first_pair_[place + 1]; ++pair) {
    if (count(pair) > count(best) && !words_[second_[pair]].starts_with('<')) best = pair;
  }
  return first_pair_[place] == first_pair_[place + 1] ? word : words_[second_[best]];
}

}  // namespace vanthu::bench
