// Document numbers (số, ký hiệu) as people type them, and the form in which numbers are compared.
// Pure. Not for finding numbers in letters: that is an extractor.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::archive {

// 650/UBND-ĐNMN -> {"650","UBND","ĐNMN"}: letters and digits, upper case, Đ for Ð, no leading
// zeros, the serial's letters a part of their own (3176B/QĐ-SYT -> 3176 B QĐ SYT). A blank serial
// (/SNgV-BC) gives an empty first part. Empty where there is no letter or digit.
std::vector<std::string> NumberParts(std::string_view number);

// The parts joined with "-": equal keys are the same number.
std::string NumberKey(std::string_view number);

// Codes of the types that a typed code or name means, and of those that it means once accents are
// dropped: HD -> HD, near HĐ; hd -> HD HĐ; báo cáo, bao cao -> BC.
struct TypeChoice {
  std::vector<std::string> exact;
  std::vector<std::string> near;
  bool operator==(const TypeChoice&) const = default;
};

// None where the text is no code or name of a type in models/data/doc_types.tsv.
std::optional<TypeChoice> ChooseType(std::string_view typed);

struct NumberQuery {
  std::optional<TypeChoice> types;
  std::optional<int64_t> serial;    // none for a blank one
  std::vector<std::string> symbol;  // upper case: UBND, ĐNMN; a suffix (3176B) first; may be empty
  std::optional<int> year;
  bool year_in_number = false;  // 650/2014: the year may also be part of the number, 650/2014/NQ-…
  // The symbol was typed with capitals or accents: that spelling alone fits, others are near.
  bool exact = false;
  bool operator==(const NumberQuery&) const = default;
};

// Numbers that a slip of the fingers makes of `serial`: two digits that changed places, one that is another.
std::vector<int64_t> NearSerials(int64_t serial);

// None where the text does not look like a document number: no digit first (after a type and "số"),
// or words behind it that are no symbol ("650 triệu đồng").
std::optional<NumberQuery> ParseNumberQuery(std::string_view text);

}  // namespace vanthu::archive
