#include "pipeline/reading/corrector.h"

#include <algorithm>
#include <utility>

#include "pipeline/reading/decode.h"

namespace vanthu::reading {
namespace {

// A gap of this many heights of a line is more than a blank: another column begins behind it.
constexpr double kColumnGap = 3;

// What it costs more to change a word that is a known name with its neighbour: the name may itself be
// misread (Phú Yên as Phù Yên), but then the words around must say so.
constexpr double kKnownNameCost = 2;

bool BeginsColumn(const ReadWord& word, const ReadWord& before) {
  const double height = std::max(word.box.height(), before.box.height());
  return word.line == before.line && word.box.x0 - before.box.x1 > kColumnGap * height;
}

}  // namespace

Corrector::Corrector(const LanguageModel& model) : model_(model), candidates_(model) {}

std::vector<std::string> Corrector::Correct(const std::vector<ReadWord>& words) const {
  std::vector<std::string> texts;
  texts.reserve(words.size());
  for (const ReadWord& word : words) texts.push_back(word.text);
  const std::vector<bool> names = names_.Mark(texts);

  std::vector<Slot> slots;
  slots.reserve(words.size());
  for (size_t i = 0; i < words.size(); ++i) {
    Slot& slot = slots.emplace_back();
    slot.candidates = candidates_.Of(words[i].text, words[i].confidence);
    if (names[i]) {
      for (size_t k = 1; k < slot.candidates.size(); ++k) slot.candidates[k].cost += kKnownNameCost;
    }
    slot.begins = i == 0 || BeginsColumn(words[i], words[i - 1]);
  }
  const std::vector<size_t> choices = Decode(model_, slots);
  for (size_t i = 0; i < words.size(); ++i)
    texts[i] = std::move(slots[i].candidates[choices[i]].text);
  return texts;
}

}  // namespace vanthu::reading
