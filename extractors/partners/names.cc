#include "extractors/partners/names.h"

#include <algorithm>
#include <utility>

#include "extractors/partners/guards.h"
#include "extractors/partners/lexicon.h"
#include "extractors/partners/phrases.h"
#include "extractors/partners/words.h"
#include "models/text/fold.h"

namespace vanthu::extractors {
namespace {

// A homonym counts where its country stands so many words away at most: "tỉnh Hà Nam (Trung Quốc)".
constexpr size_t kNearWords = 12;

struct Candidate {
  size_t at = 0, words = 0;
  std::optional<LexiconHit> hit;
  std::optional<PartnerName> name;  // of a phrase; without hit and name: words that hold no partner
};

std::vector<Candidate> Candidates(std::string_view text, const std::vector<TextWord>& words) {
  std::vector<Candidate> out;
  for (size_t at = 0; at < words.size();) {
    Candidate candidate;
    candidate.at = at;
    for (const auto read : {&MissionAt, &OrganisationAt, &LocalityAt, &PersonAt}) {
      Phrase phrase = read(text, words, at);
      if (phrase.words == 0) continue;
      candidate.words = phrase.words;
      candidate.name = std::move(phrase.name);
      break;
    }
    const std::optional<LexiconHit> hit = LookUp(text, words, at);
    if (hit && hit->words >= candidate.words) {
      candidate.words = hit->words;
      candidate.hit = hit;
      candidate.name.reset();
    }
    if (candidate.words == 0) {
      ++at;
      continue;
    }
    at += candidate.words;
    out.push_back(std::move(candidate));
  }
  return out;
}

bool IsCountryHit(const Candidate& candidate) {
  return candidate.hit && candidate.hit->partner->foreign &&
         candidate.hit->partner->kind == PartnerKind::kCountry;
}

// Another country of the list that candidate `i` stands in: "Pháp, Anh và Đức".
bool BesideName(const std::vector<TextWord>& words, const std::vector<Candidate>& all, size_t i) {
  const auto listed = [&](const Candidate& left, const Candidate& right) {
    if (!IsCountryHit(left) || !IsCountryHit(right)) return false;
    const size_t end = left.at + left.words;
    if (right.at == end) return words[end].gap != Gap::kBlank && !words[end].ends_clause;
    return right.at == end + 1 && words[end].gap == Gap::kBlank &&
           (words[end].folded == "va" || words[end].folded == "hoac" || words[end].folded == "hay");
  };
  return (i > 0 && listed(all[i - 1], all[i])) ||
         (i + 1 < all.size() && listed(all[i], all[i + 1]));
}

bool CountryIsNear(const std::vector<Candidate>& all, size_t i) {
  const Candidate& own = all[i];
  const auto names_it = [&](const Candidate& other) {
    return other.hit && other.hit->test != NameTest::kNear &&
           other.hit->partner->country == own.hit->partner->country &&
           (other.hit->partner->kind == PartnerKind::kCountry ||
            other.hit->partner->kind == PartnerKind::kLocality);
  };
  for (size_t j = i; j-- > 0 && own.at - all[j].at <= kNearWords;) {
    if (names_it(all[j])) return true;
  }
  for (size_t j = i + 1; j < all.size() && all[j].at - own.at <= kNearWords; ++j) {
    if (names_it(all[j])) return true;
  }
  return false;
}

// "Doosan Enerbility Việt Nam" is a domestic company, "xe tải Hyundai" a thing.
bool IsForeignFirm(std::string_view text, const std::vector<TextWord>& words,
                   const Candidate& own) {
  constexpr size_t kReach = 4;  // words between the name and "Việt Nam"
  const size_t next = own.at + own.words;
  for (size_t i = next; i < words.size() && i < next + kReach; ++i) {
    if (words[i].gap != Gap::kBlank) break;
    if (words[i].folded == "vietnam" || words[i].folded == "vina") return false;
    if (words[i].folded == "viet" && i + 1 < words.size() && words[i + 1].folded == "nam")
      return false;
    if (!words[i].capital) break;
  }
  if (own.at == 0 || words[own.at].gap != Gap::kBlank) return true;
  const TextWord& before = words[own.at - 1];
  const std::string printed = MatchForm(text.substr(before.begin, before.end - before.begin));
  return printed != "xe" && printed != "tô" && printed != "tải" && printed != "hiệu" &&
         printed != "xin";
}

bool IsMeant(std::string_view text, const std::vector<TextWord>& words,
             const std::vector<Candidate>& all, size_t i) {
  const Candidate& own = all[i];
  const KnownPartner& partner = *own.hit->partner;
  if (!partner.foreign) return false;
  if (partner.kind == PartnerKind::kCompany && !IsForeignFirm(text, words, own)) return false;
  if (partner.kind == PartnerKind::kCountry && IsOfAnotherThing(words, own.at)) return false;
  if (own.hit->test == NameTest::kNear && !CountryIsNear(all, i)) return false;
  if (own.hit->test != NameTest::kGuarded) return true;
  NamePlace place;
  place.at = own.at;
  place.count = own.words;
  place.country = partner.kind == PartnerKind::kCountry;
  place.beside_name = BesideName(words, all, i);
  place.before_name = i + 1 < all.size() && all[i + 1].at == own.at + own.words;
  return StandsForItself(text, words, place);
}

// "Đài Loan (Trung Quốc)" is one place.
bool IsItsState(const std::vector<Candidate>& all, size_t i) {
  if (i == 0 || all[i].hit->partner->country != "CN" || !all[i - 1].hit) return false;
  const auto& before = all[i - 1].hit->partner->country;
  return (before == "TW" || before == "HK" || before == "MO") &&
         all[i - 1].at + all[i - 1].words == all[i].at;
}

// "Đảng Nhân dân Campuchia" says where it comes from, JICA does not.
bool NamesItsCountry(std::string_view text, const std::vector<TextWord>& words,
                     const Candidate& candidate) {
  for (size_t i = candidate.at; i < candidate.at + candidate.words; ++i) {
    const std::optional<LexiconHit> hit = LookUp(text, words, i);
    if (hit && hit->partner->kind == PartnerKind::kCountry) return true;
  }
  return false;
}

// A name that the letter writes with other capitals keeps them ("Ngân hàng Phát triển Châu Á"), but
// not those of a heading.
std::string InPrintedCase(std::string_view printed, std::string name) {
  if (printed == name || Upper(printed) == printed || MatchForm(printed) != MatchForm(name))
    return name;
  return std::string(printed);
}

}  // namespace

std::vector<PartnerName> FindPartners(std::string_view text) {
  const std::vector<TextWord> words = WordsOf(text);
  const std::vector<Candidate> candidates = Candidates(text, words);
  std::vector<PartnerName> out;
  for (size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& candidate = candidates[i];
    PartnerName found;
    const size_t end = candidate.at + candidate.words;
    if (candidate.hit) {
      const KnownPartner& partner = *candidate.hit->partner;
      if (!IsMeant(text, words, candidates, i)) continue;
      if (partner.kind == PartnerKind::kCountry && IsItsState(candidates, i) &&
          text[words[candidate.at].begin - 1] == '(') {
        continue;
      }
      found.name =
          !candidate.hit->abbreviated && !partner.full.empty() ? partner.full : partner.name;
      found.kind = partner.kind;
      found.country = partner.country;
      if (partner.kind != PartnerKind::kCountry && partner.kind != PartnerKind::kLocality) {
        found.name = InPrintedCase(
            text.substr(words[candidate.at].begin, words[end - 1].end - words[candidate.at].begin),
            std::move(found.name));
      }
      found.identity = Fold(partner.name);
      const bool may_be_given = partner.kind == PartnerKind::kNgo ||
                                partner.kind == PartnerKind::kCompany ||
                                partner.kind == PartnerKind::kOther;
      if (found.country && may_be_given)
        found.country_named = NamesItsCountry(text, words, candidate);
      if (!found.country && may_be_given) {
        const auto country = CountryAfter(text, words, end, false);
        if (country && !country->domestic) found.country = country->code;
      }
    } else if (candidate.name) {
      found = *candidate.name;
      if (found.identity.empty()) found.identity = Fold(found.name);
    } else {
      continue;
    }
    found.begin = words[candidate.at].begin;
    found.end = words[end - 1].end;
    out.push_back(std::move(found));
  }
  return out;
}

}  // namespace vanthu::extractors
