#include "tests/bench/query_mix.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "models/text/fold.h"

namespace vanthu::bench {
namespace {

class Asker {
 public:
  Asker(const LetterMaker& maker, uint64_t letters) : maker_(maker), letters_(letters) {}

  BenchQuery Ask(size_t kind) {
    switch (kind) {
      case 0: return {"number", Spelled(*ALetter().number)};
      case 1: return {"number", Spelled(*ALetter().number)};
      case 2: return {"number and year", NumberAndYear()};
      case 3: return {"common words", Accents(Words(1 + dice_.Below(3), 0, 200))};
      case 4: return {"words", Accents(Words(2 + dice_.Below(2), 200, 3000))};
      case 5: return {"rare words", Accents(Words(1, 5000, maker_.words().size()))};
      case 6: return {"words of a subject", Accents(PartOf(ALetter().subject->value, 4))};
      case 7: return {"phrase", "\"" + Accents(CommonPhrase()) + "\""};
      case 8: return {"phrase of a letter", "\"" + PartOf(ALetter().sections[0].text, 3) + "\""};
      case 9: return {"words of a subject", PartOf(ALetter().subject->value, 3)};
      case 10: return {"words and year", Words(1, 100, 3000) + Year()};
      case 11: return {"words, type, year", TypeAndYear()};
      case 12:
        return {"issuer", "coquan:\"" + ALetter().issuer->name + "\" " + Words(1, 100, 3000)};
      case 13: return {"type and year alone", "loai:" + ALetter().doc_type->code + Year()};
      case 14: return {"signer", "nguoiky:\"" + *ALetter().signer->name + "\""};
      case 15: return {"partner", "doitac:\"" + APartner().name + "\""};
      case 16: return {"country", "nuoc:" + APartner().country.value_or("LA") + Year()};
      case 17: return {"partner and words", APartner().name + " " + Words(1, 100, 3000)};
      case 18: return {"either", Words(1, 500, 5000) + " OR " + Words(1, 500, 5000)};
      default: return {"cites", "trichdan:" + Cited()};
    }
  }
  static constexpr size_t kKinds = 20;

  std::string Beginning() {
    std::string word = Fold(Words(1, 100, 5000));
    return word.substr(0, std::max<size_t>(2, word.size() - 1)) + "* " + Words(1, 100, 3000);
  }

 private:
  Record ALetter() { return maker_.Make(dice_.Below(letters_)); }

  const Partner& APartner() { return maker_.partners()[dice_.Zipf(maker_.partners().size())]; }

  std::string Year() { return fmt::format(" nam:{}", 2000 + dice_.Below(26)); }

  // Half of what people type has no accents.
  std::string Accents(const std::string& text) { return dice_.Chance(0.5) ? Fold(text) : text; }

  std::string Spelled(const DocNumber& number) {
    if (dice_.Chance(0.5)) return number.normalized;
    std::string text = Fold(number.normalized);
    std::ranges::replace_if(
        text, [](char c) { return c == '/' || c == '-'; }, ' ');
    return text;
  }

  std::string NumberAndYear() {
    const Record letter = ALetter();
    return fmt::format("so:{} nam:{}", *letter.number->serial, *letter.issue_date->year);
  }

  // Words whose place by frequency is in the range.
  std::string Words(uint64_t count, size_t first, size_t last) {
    std::string text;
    while (count > 0) {
      const size_t places = std::min(last, maker_.words().size()) - first;
      const std::string_view word = maker_.words().ByFrequency(first + dice_.Below(places));
      if (word.starts_with('<')) continue;
      if (!text.empty()) text += ' ';
      text += word;
      --count;
    }
    return text;
  }

  std::string CommonPhrase() {
    std::string text = Words(1, 0, 1000);
    std::string last = text;
    for (uint64_t i = 1 + dice_.Below(2); i > 0; --i) {
      last = maker_.words().MostFrequentAfter(last);
      text += " " + last;
    }
    return text;
  }

  // `count` words that stand together, from one of the first on.
  std::string PartOf(const std::string& text, int count) {
    size_t begin = 0;
    for (uint64_t skip = dice_.Below(4); skip > 0; --skip) {
      begin = std::min(text.find(' ', begin), text.size() - 1) + 1;
    }
    size_t end = begin;
    for (int i = 0; i < count && end < text.size(); ++i) {
      end = std::min(text.find(' ', end + 1), text.size());
    }
    std::string part = text.substr(begin, end - begin);
    std::erase_if(part, [](char c) { return c == ',' || c == '.' || c == '"'; });
    return part;
  }

  std::string TypeAndYear() {
    return fmt::format("{} loai:{}{}", Words(1, 100, 3000), ALetter().doc_type->code, Year());
  }

  std::string Cited() {
    while (true) {
      const Record letter = ALetter();
      if (!letter.references.empty()) return *letter.references[0].number;
    }
  }

  const LetterMaker& maker_;
  uint64_t letters_;
  Dice dice_{20'260'101};
};

}  // namespace

std::vector<BenchQuery> BeginningsOfWords(const LetterMaker& maker, uint64_t letters,
                                          size_t count) {
  Asker asker(maker, letters);
  std::vector<BenchQuery> queries;
  for (size_t i = 0; i < count; ++i) queries.push_back({"beginning of a word", asker.Beginning()});
  return queries;
}

std::vector<BenchQuery> QueryMix(const LetterMaker& maker, uint64_t letters, size_t count) {
  Asker asker(maker, letters);
  std::vector<BenchQuery> queries;
  for (size_t i = 0; i < count; ++i) queries.push_back(asker.Ask(i % Asker::kKinds));
  return queries;
}

}  // namespace vanthu::bench
