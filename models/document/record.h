// What is known about one letter: the values of the schema, each with the place that it was read
// from. Extractors fill it; the archive, the exports and the web page read it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/core/date.h"
#include "models/document/page.h"

namespace vanthu {

// A value without evidence is a defect: whoever makes one fills all four.
struct Evidenced {
  std::string raw;  // as printed, after NFC
  std::vector<Evidence> evidence;
  std::string rule;  // name of the rule that found it
  double score = 0;  // 0..1, how sure
};

struct TextValue : Evidenced {
  std::string value;
};

// A calendar date whose parts may have been left blank on the page.
struct DateValue : Evidenced {
  std::optional<int> year, month, day;
};

// Số, ký hiệu. 650/UBND-ĐNMN: serial 650, symbol UBND-ĐNMN. 703-TB/TU: symbol -TB/TU.
struct DocNumber : Evidenced {
  std::optional<int64_t> serial;
  std::optional<std::string> suffix;  // B of 3176B
  std::string symbol;
  std::string normalized;
};

struct DocType : Evidenced {
  std::string code;  // Decree 30/2020 Annex III; CV for a dispatch
  std::string name;  // Vietnamese, sentence case
};

struct Issuer : Evidenced {
  std::string name;
  std::optional<std::string> parent;
};

struct Signature {
  std::optional<std::string> authority, title, name;
};

struct Signer : Evidenced {
  std::optional<std::string> authority, title, name;
  std::vector<Signature> cosigners;
};

// The receiving office's incoming stamp (dấu công văn đến).
struct Stamp : Evidenced {
  std::optional<std::string> office, number;
  std::optional<DateValue> date;
  std::optional<std::string> forwarded_to;
};

struct Section : Evidenced {
  int level = 1;
  std::string label, heading, path, text;
};

struct Annex : Evidenced {
  std::optional<std::string> label, title;
  std::vector<int> pages;  // 1-based
};

enum class ReferenceRole { kBasis, kReplyTo, kAttached, kAmends, kReplaces, kCites };

struct Reference : Evidenced {
  std::optional<std::string> type;    // code of the type; none for laws and conventions
  std::optional<std::string> number;  // normalised
  std::optional<std::string> title;   // of a law or convention
  std::optional<DateValue> date;
  std::optional<std::string> issuer;
  ReferenceRole role = ReferenceRole::kCites;
};

enum class TableKind {
  kOutgoingDelegations,
  kIncomingDelegations,
  kConferences,
  kIndicators,
  kOther
};

struct Table : Evidenced {
  std::optional<std::string> title;
  TableKind kind = TableKind::kOther;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  // each as long as columns
  std::vector<int> pages;                      // 1-based
};

// A day, a month, a quarter, a plan's years: inclusive. Alternatives (tháng 4 hoặc tháng 5) span both.
struct Period : Evidenced {
  std::optional<CalendarDate> start, end;
};

// What is to be done by when.
struct Deadline : Evidenced {
  DateValue due;
  std::string task;  // verbatim, from its verb
  std::optional<std::string> assignee;
};

enum class FigureKind { kMoney, kCount, kPercent, kArea, kMass, kDuration, kRate, kOther };
enum class Approximation { kExact, kAbout, kOver, kUnder, kNearly };
enum class Change { kNone, kUp, kDown };

// A number that the letter states. Values are exact decimals in the unit's base, written with a point:
// 37,5 triệu USD is 37500000.
struct Figure : Evidenced {
  FigureKind kind = FigureKind::kOther;
  std::optional<std::string> value, value_max;  // value_max: the upper end of a range
  std::optional<std::string> unit;  // ISO 4217, %, a measure, or the noun phrase that is counted
  Approximation approx = Approximation::kExact;
  Change change = Change::kNone;
  std::optional<std::string> baseline;  // what a change is measured against
  std::optional<std::string> label;     // what is counted
  std::optional<std::string> section;   // path of the section
  std::optional<std::string> of;        // the whole of a fraction
  std::optional<int>
      same_as;  // place (from 0) of the figure that says this sum in another currency
};

enum class PartnerKind { kCountry, kLocality, kMission, kNgo, kIgo, kCompany, kPerson, kOther };

// A foreign country, locality, organisation or company that the letter names.
struct Partner : Evidenced {
  std::string name;  // canonical
  PartnerKind kind = PartnerKind::kOther;
  std::optional<std::string> country;  // ISO 3166-1 alpha-2
};

// A number or a span of numbers as a cell gives it; both ends none where it gives none ("Do Trưởng đoàn
// quyết định").
struct Range {
  std::string raw;
  std::optional<double> min, max;
  bool approx = false;
};

enum class Direction { kOut, kIn };

// Đoàn ra, đoàn vào: one planned or reported delegation, or several of a kind (`count`).
struct Delegation : Evidenced {
  Direction direction = Direction::kOut;
  std::optional<int> seq;
  std::optional<std::string> purpose;
  std::vector<std::string> countries;  // ISO 3166-1 alpha-2, in order of mention
  std::optional<std::string> head;     // who leads it, or the office that receives it
  std::optional<std::string> content;
  std::vector<std::string> partners;
  std::optional<Range> members, days, count;
  std::optional<Period> period;
  std::optional<std::string> funding;
};

// Delegations in all, as running text sums them up: "164 đoàn, với 730 lượt cán bộ đi công tác".
struct DelegationTotal : Evidenced {
  Direction direction = Direction::kOut;
  Range count;
  std::optional<Range> members;
  std::optional<Period> period;
};

struct Conference : Evidenced {
  std::optional<int> seq;
  std::string name;
  std::optional<Period> period;
  std::optional<Range> local_delegates, foreign_delegates;
  std::optional<std::string> content, funding;
};

struct Footnote : Evidenced {
  std::string label, text;
};

struct SourceInfo {
  std::string name;  // file name without folders
  std::string sha256;
  std::string media_type;
  uint64_t bytes = 0;
  int letter = 1, letters = 1;
};

struct Record {
  SourceInfo source;
  std::vector<Page> pages;
  std::optional<DocType> doc_type;
  std::optional<DocNumber> number;
  std::optional<Issuer> issuer;
  std::optional<TextValue> place;
  std::optional<DateValue> issue_date;
  std::optional<TextValue> subject;
  std::vector<TextValue> addressees;
  std::optional<Signer> signer;
  std::vector<TextValue> recipients;
  std::optional<TextValue> urgency;
  std::optional<TextValue> secrecy;
  std::optional<Stamp> stamp;
  std::vector<Section> sections;
  std::vector<Annex> annexes;
  std::vector<Reference> references;
  std::vector<Period> dates;
  std::vector<Deadline> deadlines;
  std::vector<Figure> figures;
  std::vector<Partner> partners;
  std::vector<Table> tables;
  std::vector<Delegation> delegations;
  std::vector<DelegationTotal> delegation_totals;
  std::vector<Conference> conferences;
  std::vector<Footnote> footnotes;
  std::vector<Diagnostic> diagnostics;
};

}  // namespace vanthu
