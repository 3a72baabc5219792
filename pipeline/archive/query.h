// The query language, parsed to a value. Pure: knows no database. Never fails, whatever the bytes.
//
//   báo cáo                  both words (AND); accents are optional
//   "đối ngoại"              a phrase
//   "hợp tác" NEAR Lào       at most 10 words between them, in any order; NEAR/5: at most 5
//   Lào OR Campuchia         either; AND binds tighter: a b OR c d is (a b) OR (c d)
//   -Lào  -"kế hoạch"        not this
//   quyề*                    words that begin so
//   so:650 nam:2014          fields (number, year), also so: 650
//   ngay:2021-01..2021-06    issue date: a day, month, year, or a range open at either end
//   loai:BC  loai:báo cáo    type by code or name
//   coquan: nguoiky: doitac: nuoc: trichdan:     issuer, signer, partner, country, cites
//   hoso:05/ĐN  nhan:"cần theo dõi"              dossier by words of its code, tag
//   650/UBND-ĐNMN            a document number, however written: 650 ubnd dnmn, cv 650/2014, số 650;
//                            also with what is said of it: cv 650 ngày 27/2/2014 của UBND tỉnh …
//   27/2/2014  6/2021        a day or month, as letters write it
//
// Field names may bear their accents (số:, năm:) or be English (number: year: date: type: issuer:
// signer: partner: country: cites: dossier: tag:). Fields at either end of a query with OR hold for all of it:
// Champasak OR Attapeu nam:2021.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/archive/number_query.h"

namespace vanthu::archive {

// Words beyond this are dropped: no clerk types so many, a pasted page is found by fewer.
inline constexpr size_t kMaxWords = 256;

// One word or phrase to be looked for, as typed but normalised. Each string is one token of the
// tokenizer; accents and capitals are kept, search.cc decides what they mean.
struct Words {
  std::vector<std::string> tokens;  // at least one; several stand side by side in the text
  bool prefix = false;              // the last is the beginning of a word
  bool number = false;              // they are a document number, its serial first
  bool operator==(const Words&) const = default;
};

enum class Field {
  kText,  // anywhere in the letter
  kNumber,
  kYear,
  kDate,
  kType,
  kIssuer,
  kSigner,
  kPartner,
  kCountry,
  kDossier,
  kTag,
  kCites
};

// Both ends as YYYYMMDD, inclusive; an unknown month or day is 00 in `first` and 99 in `last`.
struct DateRange {
  int first = 0, last = 99999999;
  bool operator==(const DateRange&) const = default;
};

// A date (2021, 2021-06, 2021-06-09, 06/2021, 9/6/2021), A..B, A.. or ..B; for years also 2014-2016.
// None where it is no date.
std::optional<DateRange> ParseDates(std::string_view text);

struct Clause {
  Field field = Field::kText;
  bool negated = false;
  Words words;                        // the value as typed; what kText and most fields look for
  std::vector<Words> beside;          // of kText: what stands near the words, in any order
  int near_words = 0;                 // how many words may stand between them
  std::optional<DateRange> dates;     // of kYear and kDate; of kText where a day or month was typed
  std::optional<NumberQuery> number;  // of kNumber and kCites, where the value looks like one
  std::optional<TypeChoice> types;    // of kType
  // Of kIssuer, by Level of compile.h: the issuers whose names fit, where they are known (issuers.h).
  std::array<std::optional<std::vector<int64_t>>, 3> issuers;
  bool operator==(const Clause&) const = default;
};

struct Alternative {
  std::vector<Clause> clauses;  // all of them must fit

  // A document number among the words; tried before the words.
  std::optional<NumberQuery> number;
  bool certain = false;  // nothing but a number can be meant
  // The words of which the number is made: what letters hold that say it in their text alone.
  std::vector<Clause> number_words;
  // What is said of the document itself, its date or issuer: letters that cite it need not fit.
  std::vector<Clause> of_document;
};

struct Query {
  std::vector<Alternative> alternatives;  // one of them must fit; empty: nothing to look for
  bool words_dropped = false;             // kMaxWords was reached
  std::string converted;  // the text, where it was typed in an old encoding; else empty
  bool broken = false;    // some bytes were no text and were passed over
  bool no_date = false;   // nam: or ngay: is followed by no date and taken as words
};

Query ParseQuery(std::string_view text);

}  // namespace vanthu::archive
