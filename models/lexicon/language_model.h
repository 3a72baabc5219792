// How probable a word is after the two before it, in the language of Vietnamese administration: counts
// of words, pairs and triples with absolute discounting. Syllables are the words of the model.
// Source of the counts and form of the file: models/data/language/README.md. Not for spelling: a word
// that the counts do not know is improbable, not wrong.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/core/result.h"

namespace vanthu {

class LanguageModel {
 public:
  // A word of the vocabulary by its place in it, or one of the two kinds of words outside.
  using Token = uint32_t;
  static constexpr Token kUnknownSyllable = 0xFFFFFFFE;  // well-formed, never seen
  static constexpr Token kUnknownWord = 0xFFFFFFFF;

  // How the classes of tokens are spelled that are no words: numbers, marks, abbreviations.
  static constexpr std::string_view kNumber = "<num>";
  static constexpr std::string_view kPunctuation = "<p>";
  static constexpr std::string_view kAbbreviation = "<abbr>";

  // What goes before, as far as the counts know it; as made it is the beginning of a text.
  struct Context {
    Token last = kUnknownWord;
    uint32_t pair = kNoPair;  // the last two words, where they were counted
    bool operator==(const Context&) const = default;
  };

  struct Step {
    double log_probability = 0;  // natural
    Context next;
  };

  struct NgramCount {
    std::string ngram;  // one to three words, a blank between
    uint32_t count = 0;
  };

  // Without words: everything is equally improbable.
  LanguageModel() = default;
  LanguageModel(LanguageModel&&) = default;
  LanguageModel& operator=(LanguageModel&&) = default;

  // Pairs and triples whose words have no count of their own, and triples whose first two words are
  // no pair, are passed over, as in the file. Each n-gram stands once.
  static LanguageModel FromCounts(std::span<const NgramCount> counts);

  // kNotFound, kDamaged where the file is not of this form.
  static Result<LanguageModel> Load(const std::filesystem::path& file);

  // The counts that come with the program, loaded once; without words where they are not installed.
  static const LanguageModel& Administrative();

  bool empty() const { return words_.empty(); }
  size_t size() const { return words_.size(); }
  // `token` is below size(). Valid as long as the model.
  std::string_view Word(Token token) const { return words_[token]; }
  uint32_t Count(Token token) const { return token < counts_.size() ? counts_[token] : 0; }

  // A word in lower case with its tone in the older convention, or the name of a class.
  Token Find(std::string_view word) const;
  // A printed text as the counts see it: words in lower case, numbers, abbreviations (two capitals
  // and more that are no syllable) and runs of other marks as their class.
  std::vector<Token> Tokenize(std::string_view printed) const;

  Step Next(const Context& context, Token token) const;

 private:
  static constexpr uint32_t kNoPair = 0xFFFFFFFF;

  uint32_t FindPair(Token first, Token second) const;
  uint32_t FindTriple(uint32_t pair, Token third) const;
  void Prepare();

  std::vector<char> text_;  // the vocabulary, a line break after each word; moving keeps its place
  std::vector<std::string_view> words_;  // into text_, in the order of their bytes
  std::vector<uint32_t> counts_;
  std::vector<uint32_t> first_pair_;    // of each word, one more at the end
  std::vector<uint32_t> first_triple_;  // of each pair, likewise
  std::vector<uint32_t> pair_counts_;
  std::vector<uint32_t> triple_counts_;
  std::vector<uint16_t> seconds_;  // of each pair, rising among those with the same first word
  std::vector<uint16_t> thirds_;
  std::vector<float> pair_rest_;    // of each word: what its pairs leave to shorter contexts
  std::vector<float> triple_rest_;  // of each pair
  double total_ = 0;
};

}  // namespace vanthu
