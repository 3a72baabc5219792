// What is known about one letter: the values of the schema, each with the place that it was read
// from. Extractors fill it; the archive, the exports and the web page read it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/document/page.h"

namespace vanthu {

struct Evidence {
  int page = 1;            // 1-based
  std::optional<Box> box;  // points; none for sources without pages
  int line = 0;            // 1-based line of the page's text; 0: not known
};

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
  std::vector<Table> tables;
  std::vector<Footnote> footnotes;
  std::vector<Diagnostic> diagnostics;
};

}  // namespace vanthu
