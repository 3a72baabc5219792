#include "models/lexicon/language_model.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "models/lexicon/table.h"
#include "models/text/fold.h"
#include "models/text/syllable.h"
#include "models/text/utf8.h"

namespace vanthu {
namespace {

constexpr double kDiscount = 0.75;
constexpr double kUnknownSyllableProbability = 2e-8;
constexpr double kUnknownWordProbability = 2e-9;

// Words have 16 bits in the lists of pairs and triples.
constexpr size_t kMostWords = 0xFFFF;

// Takes a file apart from its beginning; false once it is too short.
class Parts {
 public:
  explicit Parts(std::string_view bytes) : rest_(bytes) {}

  bool Skip(std::string_view mark) {
    if (!rest_.starts_with(mark)) return false;
    rest_.remove_prefix(mark.size());
    return true;
  }

  template <typename Number>
  bool Take(size_t count, std::vector<Number>& out) {
    if (rest_.size() / sizeof(Number) < count) return false;
    out.resize(count);
    std::memcpy(out.data(), rest_.data(), count * sizeof(Number));
    rest_.remove_prefix(count * sizeof(Number));
    return true;
  }

  bool empty() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

std::vector<std::string_view> SplitAt(std::string_view text, char separator) {
  std::vector<std::string_view> out;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(separator, begin), text.size());
    out.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

// Groups lie one behind the other: `starts` rises from 0 to `size`.
bool AreStarts(const std::vector<uint32_t>& starts, size_t size) {
  return !starts.empty() && starts.front() == 0 && starts.back() == size &&
         std::is_sorted(starts.begin(), starts.end());
}

bool AllBelow(const std::vector<uint16_t>& words, size_t size) {
  return std::all_of(words.begin(), words.end(), [size](uint16_t w) { return w < size; });
}

// The share of a context's occurrences that discounting leaves to shorter contexts.
float Rest(std::span<const uint32_t> counts, uint32_t context) {
  if (context == 0) return 1;
  double seen = 0;
  for (const uint32_t count : counts) seen += std::max(count - kDiscount, 0.0);
  // Rounding must not make what follows impossible.
  constexpr double kLeast = 1e-6;
  return static_cast<float>(std::max(1 - seen / context, kLeast));
}

// A run of digits with what stands between them in numbers and dates.
size_t NumberEnd(std::string_view text, size_t begin) {
  size_t end = begin;
  const auto digit = [text](size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
  };
  while (digit(end)) {
    ++end;
    if (end < text.size() && std::string_view(".,/:-").find(text[end]) != std::string_view::npos &&
        digit(end + 1)) {
      ++end;
    }
  }
  return end;
}

}  // namespace

LanguageModel LanguageModel::FromCounts(std::span<const NgramCount> counts) {
  std::map<std::string, uint32_t, std::less<>> words;
  for (const NgramCount& row : counts) {
    if (row.ngram.find(' ') == std::string::npos && words.size() < kMostWords)
      words[row.ngram] = row.count;
  }
  LanguageModel model;
  for (const auto& [word, count] : words) {
    model.text_.insert(model.text_.end(), word.begin(), word.end());
    model.text_.push_back('\n');
    model.counts_.push_back(count);
  }
  const auto token = [&words](std::string_view word) -> std::optional<uint16_t> {
    const auto at = words.find(word);
    if (at == words.end()) return std::nullopt;
    return static_cast<uint16_t>(std::distance(words.begin(), at));
  };

  using Pair = std::pair<uint16_t, uint16_t>;
  std::map<Pair, uint32_t> pairs;
  std::map<Pair, std::map<uint16_t, uint32_t>> triples;
  for (const NgramCount& row : counts) {
    const std::vector<std::string_view> parts = SplitAt(row.ngram, ' ');
    if (parts.size() < 2) continue;
    const auto first = token(parts[0]), second = token(parts[1]);
    if (!first || !second) continue;
    if (parts.size() == 2)
      pairs[{*first, *second}] = row.count;
    else if (const auto third = token(parts[2]))
      triples[{*first, *second}][*third] = row.count;
  }
  model.first_pair_.assign(words.size() + 1, 0);
  model.first_triple_.push_back(0);
  for (const auto& [pair, count] : pairs) {
    ++model.first_pair_[pair.first + 1U];
    model.seconds_.push_back(pair.second);
    model.pair_counts_.push_back(count);
    for (const auto& [third, times] : triples[pair]) {
      model.thirds_.push_back(third);
      model.triple_counts_.push_back(times);
    }
    model.first_triple_.push_back(static_cast<uint32_t>(model.thirds_.size()));
  }
  for (size_t i = 1; i < model.first_pair_.size(); ++i)
    model.first_pair_[i] += model.first_pair_[i - 1];
  model.Prepare();
  return model;
}

Result<LanguageModel> LanguageModel::Load(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  if (!in)
    return Error{ErrorCode::kNotFound, "the counts of words are not there", file.string(), 0};
  std::string bytes(static_cast<size_t>(std::max<std::streamoff>(in.tellg(), 0)), '\0');
  in.seekg(0);
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));

  const Error damaged{ErrorCode::kDamaged, "the counts of words are damaged", file.string(), 0};
  LanguageModel model;
  Parts parts(bytes);
  std::vector<uint32_t> sizes;
  if (!parts.Skip("VNGRAMS1") || !parts.Take(4, sizes)) return damaged;
  const size_t words = sizes[0], pairs = sizes[1], triples = sizes[2];
  if (words > kMostWords || !parts.Take(sizes[3], model.text_) ||
      !parts.Take(words, model.counts_) || !parts.Take(words + 1, model.first_pair_) ||
      !parts.Take(pairs + 1, model.first_triple_) || !parts.Take(pairs, model.pair_counts_) ||
      !parts.Take(triples, model.triple_counts_) || !parts.Take(pairs, model.seconds_) ||
      !parts.Take(triples, model.thirds_) || !parts.empty()) {
    return damaged;
  }
  const auto lines = std::count(model.text_.begin(), model.text_.end(), '\n');
  if (static_cast<size_t>(lines) < words || !AreStarts(model.first_pair_, pairs) ||
      !AreStarts(model.first_triple_, triples) || !AllBelow(model.seconds_, words) ||
      !AllBelow(model.thirds_, words)) {
    return damaged;
  }
  model.Prepare();
  return model;
}

const LanguageModel& LanguageModel::Administrative() {
  static const LanguageModel model = [] {
    Result<LanguageModel> loaded = Load(DataDir() / "language" / "ngrams.bin");
    return loaded.ok() ? *std::move(loaded) : LanguageModel();
  }();
  return model;
}

void LanguageModel::Prepare() {
  const std::string_view text(text_.data(), text_.size());
  size_t begin = 0;
  for (size_t i = 0; i < counts_.size(); ++i) {
    const size_t end = text.find('\n', begin);
    words_.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  for (const uint32_t count : counts_) total_ += count;
  for (size_t i = 0; i < counts_.size(); ++i) {
    pair_rest_.push_back(
        Rest(std::span(pair_counts_).subspan(first_pair_[i], first_pair_[i + 1] - first_pair_[i]),
             counts_[i]));
  }
  for (size_t i = 0; i < pair_counts_.size(); ++i) {
    const auto of_pair = std::span(triple_counts_)
                             .subspan(first_triple_[i], first_triple_[i + 1] - first_triple_[i]);
    triple_rest_.push_back(Rest(of_pair, pair_counts_[i]));
  }
}

LanguageModel::Token LanguageModel::Find(std::string_view word) const {
  const auto at = std::lower_bound(words_.begin(), words_.end(), word);
  if (at != words_.end() && *at == word) return static_cast<Token>(at - words_.begin());
  return IsSyllable(word) ? kUnknownSyllable : kUnknownWord;
}

std::vector<LanguageModel::Token> LanguageModel::Tokenize(std::string_view printed) const {
  std::vector<Token> out;
  bool in_marks = false;
  for (size_t i = 0; i < printed.size();) {
    const CodePoint at = DecodeAt(printed, i);
    if (at.value == ' ') {
      in_marks = false;
      i += at.length;
    } else if (IsDigit(at.value)) {
      in_marks = false;
      i = NumberEnd(printed, i);
      out.push_back(Find(kNumber));
    } else if (IsLetter(at.value)) {
      in_marks = false;
      size_t end = i;
      int capitals = 0;
      for (CodePoint c = at; c.length > 0 && IsLetter(c.value); c = DecodeAt(printed, end)) {
        if (IsUpper(c.value)) ++capitals;
        end += c.length;
      }
      const std::string word = MatchForm(printed.substr(i, end - i));
      out.push_back(capitals >= 2 && !IsSyllable(word) ? Find(kAbbreviation) : Find(word));
      i = end;
    } else {
      if (!in_marks) out.push_back(Find(kPunctuation));
      in_marks = true;
      i += std::max<size_t>(at.length, 1);
    }
  }
  return out;
}

uint32_t LanguageModel::FindPair(Token first, Token second) const {
  if (first >= words_.size() || second >= words_.size()) return kNoPair;
  const auto begin = seconds_.begin() + first_pair_[first];
  const auto end = seconds_.begin() + first_pair_[first + 1];
  const auto at = std::lower_bound(begin, end, second);
  return at != end && *at == second ? static_cast<uint32_t>(at - seconds_.begin()) : kNoPair;
}

uint32_t LanguageModel::FindTriple(uint32_t pair, Token third) const {
  if (third >= words_.size()) return kNoPair;
  const auto begin = thirds_.begin() + first_triple_[pair];
  const auto end = thirds_.begin() + first_triple_[pair + 1];
  const auto at = std::lower_bound(begin, end, third);
  return at != end && *at == third ? static_cast<uint32_t>(at - thirds_.begin()) : kNoPair;
}

LanguageModel::Step LanguageModel::Next(const Context& context, Token token) const {
  double probability = token < words_.size()       ? counts_[token] / total_
                       : token == kUnknownSyllable ? kUnknownSyllableProbability
                                                   : kUnknownWordProbability;
  Step step;
  step.next.last = token;
  step.next.pair = FindPair(context.last, token);
  const auto seen = [](uint32_t count, uint32_t of) {
    return std::max(count - kDiscount, 0.0) / of;
  };
  if (context.last < words_.size()) {
    probability *= static_cast<double>(pair_rest_[context.last]);
    if (step.next.pair != kNoPair)
      probability += seen(pair_counts_[step.next.pair], counts_[context.last]);
  }
  if (context.pair != kNoPair) {
    probability *= static_cast<double>(triple_rest_[context.pair]);
    const uint32_t triple = FindTriple(context.pair, token);
    if (triple != kNoPair) probability += seen(triple_counts_[triple], pair_counts_[context.pair]);
  }
  constexpr double kLeast = 1e-15;  // of a word that stands in the table with a count of 0
  step.log_probability = std::log(std::max(probability, kLeast));
  return step;
}

}  // namespace vanthu
