// Delegations abroad and from abroad (đoàn ra, đoàn vào), one a row of a table that lists them.
#include <re2/re2.h>

#include <algorithm>

#include "extractors/delegations/columns.h"
#include "extractors/delegations/rows.h"
#include "extractors/partners/names.h"
#include "models/document/letter.h"
#include "models/document/record.h"
#include "models/text/fold.h"
#include "models/text/normalize.h"

namespace vanthu::extractors {
namespace {

std::vector<PartnerName> NamesIn(const std::optional<std::string>& cell) {
  if (!cell) return {};
  return FindPartners(Normalize(*cell).text);
}

void AddCountries(const std::vector<PartnerName>& names, std::vector<std::string>& countries) {
  for (const PartnerName& name : names) {
    if (name.country && name.country_named &&
        std::ranges::find(countries, *name.country) == countries.end()) {
      countries.push_back(*name.country);
    }
  }
}

void AddPartners(const std::vector<PartnerName>& names, std::vector<std::string>& partners) {
  for (const PartnerName& name : names) {
    if (name.kind != PartnerKind::kCountry &&
        std::ranges::find(partners, name.name) == partners.end()) {
      partners.push_back(name.name);
    }
  }
}

std::string WithoutMark(std::string text) {
  static const RE2 mark(R"(^[-–—+*•]\s*)");
  static const RE2 closing(R"([;.,]\s*$)");
  RE2::Replace(&text, mark, "");
  RE2::Replace(&text, closing, "");
  return text;
}

// The items of a cell: its lines, and on one line what "; - " parts.
std::vector<std::string> Items(const std::string& cell) {
  std::vector<std::string> items;
  std::string rest = cell;
  static const RE2 border(R"(\n|[;.]\s+(?:[-–—+]\s))");
  re2::StringPiece at(rest);
  size_t begin = 0;
  re2::StringPiece hit;
  while (border.Match(at, begin, at.size(), RE2::UNANCHORED, &hit, 1)) {
    const size_t from = static_cast<size_t>(hit.data() - at.data());
    const size_t mark = from + (hit[0] == '\n' ? 0 : 1);
    items.emplace_back(rest.substr(begin, mark - begin));
    begin = mark + 1;
    while (begin < rest.size() && rest[begin] == ' ') ++begin;
  }
  items.emplace_back(rest.substr(begin));
  return items;
}

// The column of partners: what stands in it is one, also where no table and no phrase knows the name.
void AddListed(const std::string& cell, std::vector<std::string>& partners) {
  for (const std::string& item : Items(cell)) {
    const std::vector<PartnerName> names = NamesIn(item);
    AddPartners(names, partners);
    const std::string printed = WithoutMark(item);
    if (names.empty() && !printed.empty() &&
        std::ranges::find(partners, printed) == partners.end()) {
      partners.push_back(printed);
    }
  }
}

// "- Lãnh đạo tỉnh; - Thăm xã giao": who receives stands before what is done.
void SplitHeadAndContent(const std::string& cell, Delegation& delegation) {
  static const RE2 office(
      R"(^(?:lanh dao|thuong truc|chu tich|pho chu tich|bi thu|ban|bch|ubnd|uy ban|hdnd|so|vpub|van phong|tinh|thanh uy|huyen uy|cong an|bo |truong|doan |hoi |lien hiep|cac so|dai dien|co quan|don vi|bql|trung tam|chi cuc|cuc)\b)");
  static const RE2 deed(
      R"(^(?:tham|chao|tim hieu|khao sat|trao doi|ky|hoi dam|du|tham du|lam viec|gioi thieu|xuc tien|hoc tap|giam sat)\b)");
  std::string head, content;
  bool in_head = true;
  for (const std::string& item : Items(cell)) {
    const std::string words = WithoutMark(item);
    const std::string folded = Fold(words);
    in_head = in_head && RE2::PartialMatch(folded, office) && !RE2::PartialMatch(folded, deed);
    std::string& to = in_head ? head : content;
    if (!to.empty()) to += in_head ? "; " : "\n";
    to += in_head ? words : item;
  }
  if (head.empty()) {
    delegation.head = cell;
    return;
  }
  delegation.head = head;
  if (!content.empty()) delegation.content = content;
}

Delegation DelegationOf(const ListedRow& row, const ColumnRoles& roles, Direction direction) {
  Delegation delegation;
  delegation.direction = direction;
  delegation.seq = row.Ordinal();
  delegation.purpose = row.Text("purpose");
  delegation.head = row.Text("head");
  delegation.content = row.Text("content");
  if (roles.HeadHoldsContent() && delegation.head) {
    const std::string cell = *delegation.head;
    SplitHeadAndContent(cell, delegation);
  }
  delegation.members = row.Number("members");
  delegation.days = row.Number("days");
  delegation.count = row.Number("count");
  delegation.funding = row.Text("funding");
  const std::vector<PartnerName> of_country = NamesIn(row.Text("country"));
  const std::vector<PartnerName> of_purpose = NamesIn(delegation.purpose);
  const std::vector<PartnerName> of_content = NamesIn(delegation.content);
  const std::vector<PartnerName> of_partners = NamesIn(row.Text("partners"));
  // The column of countries says it; without one the words that name the delegation, then what it
  // does.
  for (const auto* names : {&of_country, &of_purpose, &of_partners, &of_content}) {
    if (delegation.countries.empty()) AddCountries(*names, delegation.countries);
  }
  AddPartners(of_country, delegation.partners);
  AddPartners(of_purpose, delegation.partners);
  AddListed(row.Text("partners").value_or(""), delegation.partners);
  AddPartners(of_content, delegation.partners);
  return delegation;
}

}  // namespace

void ExtractDelegations(const Letter& letter, Record& record) {
  RowPlaces places(letter);
  for (const Table& table : letter.tables) {
    if (table.kind != TableKind::kOutgoingDelegations &&
        table.kind != TableKind::kIncomingDelegations) {
      continue;
    }
    const Direction direction =
        table.kind == TableKind::kOutgoingDelegations ? Direction::kOut : Direction::kIn;
    const ColumnRoles roles("delegations", table.columns);
    for (const std::vector<std::string>& cells : table.rows) {
      const ListedRow row(cells, roles);
      if (!row.Lists("purpose")) continue;
      Delegation delegation = DelegationOf(row, roles, direction);
      places.Describe(table, cells, "delegations/table", delegation);
      delegation.period = PeriodOf(row.Text("period"), table, record, delegation);
      record.delegations.push_back(std::move(delegation));
    }
  }
}

}  // namespace vanthu::extractors
