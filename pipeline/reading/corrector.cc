#include "pipeline/reading/corrector.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "models/text/fold.h"
#include "models/text/syllable.h"
#include "models/text/utf8.h"
#include "pipeline/reading/plausible.h"

namespace vanthu::reading {
namespace {

using Readings = std::vector<std::vector<ReadWord>>;

// A gap of this many heights of a line is more than a blank: another column begins behind it.
constexpr double kColumnGap = 3;

// Signs that letters do not have.
constexpr std::string_view kOddSigns = "[]{}|~?!_\\#*";

// Readings cut a piece of print into so many words at most; more is not one piece.
constexpr size_t kMostWords = 3;

bool BeginsColumn(const ReadWord& word, const ReadWord& before) {
  const double height = std::max(word.box.height(), before.box.height());
  return word.line == before.line && word.box.x0 - before.box.x1 > kColumnGap * height;
}

std::string JoinedText(const std::vector<size_t>& places, const std::vector<ReadWord>& words) {
  std::string out;
  for (const size_t i : places) {
    if (!out.empty()) out += ' ';
    out += words[i].text;
  }
  return out;
}

// Signs that no word of a letter has, or the end of a reference that broke off ("V/" for "V/v").
bool HasOddSign(std::string_view text) {
  static constexpr std::array<std::string_view, 10> kOthers = {"¡", "¿", "‹", "›", "©",
                                                               "®", "€", "£", "¥", "¬"};
  const auto holds = [text](std::string_view sign) { return text.find(sign) != text.npos; };
  return text.find_first_of(kOddSigns) != text.npos || std::ranges::any_of(kOthers, holds) ||
         (text.size() > 1 && text.ends_with('/'));
}

// Numbers and references: the words beside say nothing about them.
bool IsReference(std::string_view text) { return text.find_first_of("0123456789/@") != text.npos; }

// Lines of a reading that are worth taking where the first has nothing.
std::set<int> GoodLines(const std::vector<ReadWord>& words, const Weights& weights) {
  struct Sum {
    double words = 0, confidence = 0, syllables = 0;
  };
  std::map<int, Sum> lines;
  for (const ReadWord& word : words) {
    Sum& sum = lines[word.line];
    sum.words += 1;
    sum.confidence += word.confidence;
    sum.syllables += ReadsAsSyllable(word.text) ? 1 : 0;
  }
  std::set<int> good;
  for (const auto& [line, sum] : lines) {
    if (sum.confidence >= weights.lost_line_confidence * sum.words &&
        sum.syllables >= weights.lost_line_syllables * sum.words) {
      good.insert(line);
    }
  }
  return good;
}

// Without what only another reading has and is not worth taking; of a third reading nothing is taken
// that way, the second has most of it.
std::vector<Group> WorthTaking(std::vector<Group> groups, const Readings& readings,
                               const Weights& weights) {
  if (readings.size() == 1) return groups;
  const std::set<int> good = GoodLines(readings[1], weights);
  std::erase_if(groups, [&](const Group& group) {
    if (!group.words[0].empty()) return false;
    return group.words[1].empty() || !good.contains(readings[1][group.words[1].front()].line);
  });
  return groups;
}

}  // namespace

Corrector::Corrector(const LanguageModel& model, const Weights& weights)
    : model_(model), weights_(weights), candidates_(model, weights) {}

std::vector<Corrector::Version> Corrector::VersionsOf(const Group& group,
                                                      const Readings& readings) const {
  std::vector<Version> versions;
  for (size_t r = 0; r < readings.size(); ++r) {
    const std::vector<size_t>& places = group.words[r];
    if (places.empty() || (r > 0 && places.size() > kMostWords)) continue;
    Version version{JoinedText(places, readings[r]), r, 0, 0};
    for (const size_t i : places) version.confidence += readings[r][i].confidence;
    version.confidence /= static_cast<double>(places.size());
    version.weight =
        std::pow(std::max(version.confidence, weights_.least_confidence), weights_.power);
    const auto same = std::ranges::find(versions, version.text, &Version::text);
    if (same == versions.end()) {
      versions.push_back(std::move(version));
    } else {
      same->weight += version.weight;
      same->confidence = std::max(same->confidence, version.confidence);
    }
    if (r == 0 && places.size() > kMostWords) break;
  }
  return versions;
}

Corrector::Choice Corrector::ChoiceOf(const Group& group, const Readings& readings,
                                      bool is_name) const {
  Choice choice;
  choice.versions = VersionsOf(group, readings);
  // Of references the one that readings are surest of; the model would take the one with fewer signs.
  // Where one has it in two parts (201 l1. for 2011.) or as letters (lŠ for 15) the model knows better.
  const auto is_whole = [](const Version& version) {
    return version.text.find(' ') == std::string::npos;
  };
  if (std::ranges::all_of(choice.versions, IsReference, &Version::text) &&
      std::ranges::all_of(choice.versions, is_whole)) {
    const auto best = std::ranges::max(choice.versions, {}, [this](const Version& version) {
      return std::log(version.weight) - (HasOddSign(version.text) ? weights_.odd_sign : 0);
    });
    choice.versions = {best};
  }
  double total = 0;
  for (const Version& version : choice.versions) total += version.weight;
  for (size_t v = 0; v < choice.versions.size(); ++v) {
    const Version& version = choice.versions[v];
    double cost = -std::log(version.weight / total);
    if (choice.versions.size() > 1 && HasOddSign(version.text)) cost += weights_.odd_sign;
    // A known name that only another reading has otherwise: the letters must differ to be believed.
    if (is_name && version.reading > 0 && Fold(version.text) == Fold(choice.versions.front().text))
      cost += weights_.known_name;
    for (Candidate& candidate : candidates_.Of(version.text, version.confidence)) {
      if (is_name && candidate.text != version.text) candidate.cost += weights_.known_name;
      candidate.cost += cost;
      choice.slot.candidates.push_back(std::move(candidate));
      choice.version_of.push_back(v);
    }
  }
  return choice;
}

std::vector<CorrectedWord> Corrector::Correct(const Readings& readings) const {
  const std::vector<ReadWord>& first = readings.front();
  if (model_.empty()) {
    std::vector<CorrectedWord> as_read;
    for (const ReadWord& word : first) as_read.push_back({word, {}});
    return as_read;
  }
  const std::vector<Group> groups = WorthTaking(Align(readings), readings, weights_);
  std::vector<std::string> texts;
  for (const ReadWord& word : first) texts.push_back(word.text);
  const std::vector<bool> names = names_.Mark(texts);

  std::vector<Choice> choices;
  std::vector<Slot> slots;
  for (size_t g = 0; g < groups.size(); ++g) {
    const std::vector<size_t>& places = groups[g].words[0];
    const bool is_name = !places.empty() && names[places.front()];
    choices.push_back(ChoiceOf(groups[g], readings, is_name));
    slots.push_back(std::move(choices.back().slot));
    slots.back().begins =
        g == 0 || (!places.empty() && places.front() > 0 &&
                   BeginsColumn(first[places.front()], first[places.front() - 1]));
  }
  const std::vector<size_t> taken = Decode(model_, slots, weights_);

  std::vector<CorrectedWord> out;
  const int lines = first.empty() ? 0 : std::ranges::max(first, {}, &ReadWord::line).line + 1;
  for (size_t g = 0; g < groups.size(); ++g) {
    const Version& version = choices[g].versions[choices[g].version_of[taken[g]]];
    const std::string& text = slots[g].candidates[taken[g]].text;
    const std::vector<size_t>& before = groups[g].words[0];
    const std::string raw = JoinedText(before, first);
    const std::vector<ReadWord>& words = readings[version.reading];
    const std::vector<size_t>& places = groups[g].words[version.reading];
    for (const size_t i : places) {
      CorrectedWord& word = out.emplace_back(CorrectedWord{words[i], {}});
      // A version of several words has no candidate but itself.
      if (places.size() == 1) word.word.text = text;
      word.word.line = before.empty() ? lines + words[i].line : first[before.front()].line;
      if (text != raw) word.raw = raw;
    }
  }
  return out;
}

}  // namespace vanthu::reading
