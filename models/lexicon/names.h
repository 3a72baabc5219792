// Names of agencies and of persons: how they are written, where one begins.
// Tables: agencies.tsv, abbreviations.tsv, places.tsv, surnames.tsv.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu {

// A printed agency name (often all capitals, often abbreviated) in full and in sentence case:
// "UBND TỈNH QUẢNG NGÃI" -> "Ủy ban nhân dân tỉnh Quảng Ngãi".
std::string AgencyName(std::string_view printed);

// Whether a line opens the name of a body of its own (SỞ …, ỦY BAN …), as against going on with the
// line above (TỈNH QUẢNG NGÃI, VÀ ĐÀO TẠO).
bool OpensAgency(std::string_view line);

// The province, city, district or commune in a name made by AgencyName, with its level word:
// "tỉnh Quảng Ngãi". None where it names none.
std::optional<std::string> PlaceOfAgency(std::string_view agency_name);

// Whether a name made by AgencyName already says where the body is.
bool NamesPlace(std::string_view agency_name);

// The province that `text` names when scanning spoiled it ("Bắn Tre", "BÉNTRE", "KIÊN, GIANG:"): its
// letters without marks and blanks, one of them at most misread. None where two are as near.
std::optional<std::string> ProvinceNear(std::string_view text);

// How much `text` looks like one person's name as a signature prints it, 0..1: two to five
// capitalised syllables, a known family name first. Academic titles must be gone already.
double PersonNameScore(std::string_view text);

// "TS. Lê Anh Đức" -> "Lê Anh Đức"; also ThS., PGS., GS., BS., KS., CN., LS., Đ/c, Ông, Bà and ranks.
std::string_view WithoutAcademicTitle(std::string_view name);

// The name in a line under a signature: academic titles gone, and the marks and digits that a seal's
// edge leaves at either end ("Trần Văn An 5"). Valid as long as `line`.
std::string_view PersonNameIn(std::string_view line);

// Whether a folded line begins with the mark of who is signed for: TM., KT., TL., TUQ., Q., the Party's T/M.
bool IsSigningAuthority(std::string_view folded_line);

// Lower case but for the first letter.
std::string SentenceCase(std::string_view text);

}  // namespace vanthu
