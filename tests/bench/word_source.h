// Running text with the frequencies of words and pairs of words in administrative Vietnamese, drawn from
// the counts that come with the program (models/data/language). For benchmarks: it has the statistics of letters
// and says nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "models/core/result.h"

namespace vanthu::bench {

// The same seed draws the same, with any standard library: its distributions are not used.
class Dice {
 public:
  explicit Dice(uint64_t seed) : engine_(seed) {}
  // From 0 to below `count`, which is at least 1.
  uint64_t Below(uint64_t count) { return engine_() % count; }
  double Share() { return static_cast<double>(engine_() >> 11) * 0x1.0p-53; }
  bool Chance(double share) { return Share() < share; }
  // From 0 to below `count`, low ones more often: the n-th about 1/n times as often as the first.
  uint64_t Zipf(uint64_t count);
  // Around `median`; `spread` 1 puts two thirds between a third and three times of it.
  double LogNormal(double median, double spread);

 private:
  std::mt19937_64 engine_;
};

class WordSource {
 public:
  // The file is of the form that models/data/language/README.md describes.
  static Result<WordSource> Load(const std::filesystem::path& file);

  // `count` words in sentences, a capital after each full stop. Classes of the counts (numbers, marks,
  // abbreviations) become ones of the class; a few words are misread by a letter, as scans have them.
  std::string Text(Dice& dice, int count) const;

  // A word by its place among the words by frequency, 0 the most frequent; for queries.
  std::string_view ByFrequency(size_t place) const { return words_[by_frequency_[place]]; }
  size_t size() const { return words_.size(); }
  // The word that most often follows `word` of the vocabulary.
  std::string_view MostFrequentAfter(std::string_view word) const;

 private:
  uint32_t Next(Dice& dice, uint32_t last) const;

  std::vector<std::string> words_;  // in the order of their bytes
  std::vector<uint32_t> by_frequency_;
  std::vector<uint64_t> counted_;       // of all words up to and with this one
  std::vector<uint32_t> first_pair_;    // of each word, one more at the end
  std::vector<uint64_t> pair_counted_;  // of all pairs before this one, one more at the end
  std::vector<uint16_t> second_;        // second word of each pair
};

}  // namespace vanthu::bench
