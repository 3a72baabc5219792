#include "pipeline/archive/gaps.h"

#include <re2/re2.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "pipeline/archive/fact_select.h"
#include "pipeline/archive/register_query.h"

namespace vanthu::archive {
namespace {

using nlohmann::ordered_json;

// Types that offices number apart, whatever the letters at hand look like.
const std::set<std::string>& OwnSeriesTypes() {
  static const std::set<std::string> types = {"QĐ", "NQ", "CT", "NĐ", "TT", "L"};
  return types;
}

// A type has a series of its own where this share of its pairs with letters of the others contradict one
// series, or this share of its numbers are the others' as well. Independent series come near a half of the
// pairs unless both grow alike; then their numbers meet.
constexpr double kContradicting = 0.2;
// One number that is met twice is a slip, which is what is looked for.
constexpr int kFewestMet = 2;
// Days that a numbered letter may wait for its signature.
constexpr int64_t kWaiting = 10;

using ByType = std::map<std::string, std::vector<const NumberedLetter*>>;

// Two letters of one series: the higher number on an earlier day.
bool Contradict(const NumberedLetter& a, const NumberedLetter& b) {
  if (a.serial == b.serial || !a.day || !b.day || std::abs(*a.day - *b.day) <= kWaiting)
    return false;
  return (a.serial < b.serial) != (*a.day < *b.day);
}

// How much speaks against one series for a type's letters and those of the other types, 0..1.
double Contradiction(const ByType& types, const std::string& type) {
  double pairs = 0, contradicting = 0;
  int met = 0;
  const std::vector<const NumberedLetter*>& own = types.at(type);
  for (const NumberedLetter* a : own) {
    bool is_met = false;
    for (const auto& [other, letters] : types) {
      if (other == type) continue;
      for (const NumberedLetter* b : letters) {
        ++pairs;
        contradicting += Contradict(*a, *b) ? 1 : 0;
        is_met = is_met || (a->serial == b->serial && a->suffix == b->suffix);
      }
    }
    met += is_met ? 1 : 0;
  }
  const double share = pairs > 0 ? contradicting / pairs : 0;
  if (met < kFewestMet) return share;
  return std::max(share, static_cast<double>(met) / static_cast<double>(own.size()));
}

// Types that contradict the others, the one that does most first; what is left shares one series.
std::set<std::string> TypesApart(ByType types) {
  std::set<std::string> apart;
  while (types.size() > 1) {
    std::string worst;
    double most = kContradicting;
    for (const auto& [type, letters] : types) {
      // Dispatches are what the common series is made of.
      const double share = type == "CV" ? 0 : Contradiction(types, type);
      if (share >= most) worst = type, most = share;
    }
    if (worst.empty()) break;
    apart.insert(worst);
    types.erase(worst);
  }
  return apart;
}

std::set<std::string> TypesApart(const std::vector<NumberedLetter>& letters, SeriesRule rule) {
  ByType common;
  std::set<std::string> apart;
  for (const NumberedLetter& letter : letters) {
    if (letter.year_in_number) continue;
    if (rule == SeriesRule::kTypes ||
        (rule == SeriesRule::kAuto && OwnSeriesTypes().contains(letter.type))) {
      apart.insert(letter.type);
    } else {
      common[letter.type].push_back(&letter);
    }
  }
  if (rule == SeriesRule::kAuto) apart.merge(TypesApart(std::move(common)));
  return apart;
}

// 12/2021/QĐ-UBND, 30/2020/NĐ-CP.
bool HasYear(const std::string& number) {
  static const RE2 with_year(R"(^\d+\pL?/(?:19|20)\d\d/)");
  return RE2::PartialMatch(number, with_year);
}

// What is numbered in one row: the letters of an agency.
struct Numbered {
  std::string issuer;
  std::vector<NumberedLetter> letters;
};

// Days of the year, months taken as of 31; none for a date that is not known to the day.
std::optional<int64_t> DayOf(const std::optional<std::string>& date) {
  if (!date || date->size() < 10) return std::nullopt;
  return std::stoll(date->substr(5, 2)) * 31 + std::stoll(date->substr(8, 2));
}

NumberedLetter LetterOf(const Paper& paper) {
  NumberedLetter letter;
  letter.id = paper.head.id;
  letter.number = paper.head.number.value_or("");
  letter.serial = paper.serial.value_or(0);
  letter.suffix = paper.suffix.value_or("");
  letter.type = paper.head.doc_type.value_or("CV");
  letter.year_in_number = HasYear(letter.number);
  letter.day = DayOf(paper.head.issue_date);
  return letter;
}

ordered_json GapRow(const Numbered& of, int year, const std::string& series,
                    const NumberFinding& finding) {
  ordered_json letters = ordered_json::array();
  for (const NumberedLetter& letter : finding.letters) {
    letters.push_back({{"letter_id", letter.id}, {"number", letter.number}});
  }
  return {{"issuer", of.issuer},
          {"year", year},
          {"series", series},
          {"kind", finding.letters.empty() ? "missing" : "double"},
          {"first", finding.first},
          {"last", finding.last},
          {"count", finding.letters.empty() ? finding.last - finding.first + 1
                                            : static_cast<int64_t>(finding.letters.size())},
          {"letters", letters}};
}

std::string SeriesName(const NumberSeries& series, int year) {
  std::string name;
  for (const std::string& type : series.types) name += (name.empty() ? "" : ", ") + type;
  return series.year_in_number ? std::to_string(year) + "/" + name : name;
}

Status TakeFindings(const Numbered& of, int year, const std::vector<NumberSeries>& all,
                    const RowSink& take) {
  for (const NumberSeries& series : all) {
    for (const NumberFinding& finding : FindingsIn(series)) {
      const Status taken = take(GapRow(of, year, SeriesName(series, year), finding));
      if (!taken.ok()) return taken;
    }
  }
  return Done{};
}

Status EachArrivalGap(Archive& archive, const Office& office, int year, const RowSink& take) {
  if (Status known = CheckOffice(office); !known.ok()) return known;
  const Result<std::vector<Paper>> papers = PapersOfYear(archive, office, Direction::kIn, year);
  if (!papers.ok()) return papers.error();
  Numbered ours{office.name(), {}};
  for (const Paper& paper : *papers) {
    const std::optional<int64_t> serial =
        paper.arrival_number ? ArrivalSerial(*paper.arrival_number) : std::nullopt;
    if (!serial) continue;
    NumberedLetter letter = LetterOf(paper);
    letter.serial = *serial;
    letter.suffix = paper.arrival_number->substr(std::min(
        paper.arrival_number->find_first_not_of("0123456789"), paper.arrival_number->size()));
    letter.type = "đến";
    letter.year_in_number = false;
    ours.letters.push_back(std::move(letter));
  }
  return TakeFindings(ours, year, SeriesOf(ours.letters, SeriesRule::kOne), take);
}

}  // namespace

std::vector<NumberSeries> SeriesOf(std::vector<NumberedLetter> letters, SeriesRule rule) {
  const std::set<std::string> apart = TypesApart(letters, rule);
  // By whether the year is in the number, then by type; "" is what all the others share.
  std::map<std::pair<bool, std::string>, NumberSeries> all;
  std::ranges::sort(letters, {}, [](const NumberedLetter& letter) {
    return std::tuple(letter.serial, letter.suffix, letter.id);
  });
  for (NumberedLetter& letter : letters) {
    const bool own = letter.year_in_number || apart.contains(letter.type);
    NumberSeries& series = all[{letter.year_in_number, own ? letter.type : ""}];
    series.year_in_number = letter.year_in_number;
    if (std::ranges::find(series.types, letter.type) == series.types.end()) {
      series.types.push_back(letter.type);
    }
    series.letters.push_back(std::move(letter));
  }
  std::vector<NumberSeries> list;
  for (auto& [name, series] : all) {
    std::ranges::sort(series.types);
    list.push_back(std::move(series));
  }
  return list;
}

std::vector<NumberFinding> FindingsIn(const NumberSeries& series) {
  std::vector<NumberFinding> findings;
  int64_t next = 1;  // the number that should come
  for (size_t i = 0; i < series.letters.size();) {
    const NumberedLetter& letter = series.letters[i];
    if (letter.serial > next) findings.push_back({next, letter.serial - 1, {}});
    next = std::max(next, letter.serial + 1);
    size_t end = i + 1;
    while (end < series.letters.size() && series.letters[end].serial == letter.serial &&
           series.letters[end].suffix == letter.suffix) {
      ++end;
    }
    if (end - i > 1) {
      findings.push_back({letter.serial,
                          letter.serial,
                          {series.letters.begin() + static_cast<std::ptrdiff_t>(i),
                           series.letters.begin() + static_cast<std::ptrdiff_t>(end)}});
    }
    i = end;
  }
  return findings;
}

Status EachGap(Archive& archive, const Office& office, const GapFilter& filter,
               const RowSink& take) {
  if (filter.direction == Direction::kIn) {
    return EachArrivalGap(archive, office, filter.year, take);
  }
  Condition where = {"l.year = ? AND l.serial IS NOT NULL", {int64_t{filter.year}}};
  if (filter.issuer) where.And(IssuedBy(*filter.issuer));
  const bool ours = office.known() && !filter.issuer;
  // Spellings of our own name are one agency.
  std::map<std::string, Numbered> agencies;
  const Status read = EachPaper(archive, office, where, [&](const Paper& paper) -> Status {
    if (!paper.head.issuer || (ours && paper.direction != Direction::kOut)) return Done{};
    const bool own = office.known() && paper.direction == Direction::kOut;
    Numbered& agency = agencies[own ? "" : AgencyKey(*paper.head.issuer)];
    if (agency.issuer.empty()) agency.issuer = own ? office.name() : *paper.head.issuer;
    agency.letters.push_back(LetterOf(paper));
    return Done{};
  });
  if (!read.ok()) return read;
  for (const auto& [key, agency] : agencies) {
    const std::vector<NumberSeries> series = SeriesOf(agency.letters, filter.rule);
    if (Status taken = TakeFindings(agency, filter.year, series, take); !taken.ok()) return taken;
  }
  return Done{};
}

}  // namespace vanthu::archive
