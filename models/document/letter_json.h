// A Record as the JSON that `vanthu extract` prints: the contract of letter.schema.json, version 1.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "models/document/record.h"

namespace vanthu {

inline constexpr int kLetterSchemaVersion = 1;

nlohmann::ordered_json LetterToJson(const Record& record);

// The same on one line, without a line break at its end. Bytes that are no UTF-8 cannot come this far;
// should they, they are replaced.
std::string LetterJsonLine(const Record& record);

// Parts of it, for who keeps them apart.
nlohmann::ordered_json RangeToJson(const Range& range);
nlohmann::ordered_json EvidenceToJson(const std::vector<Evidence>& places);
// Boxes and scores are measured, not counted: two decimals say all there is to say.
double Rounded(double value);

// The schema's words: basis, money, about, up, country, out … Valid for the program's life.
std::string_view ReferenceRoleName(ReferenceRole role);
std::string_view FigureKindName(FigureKind kind);
std::string_view ApproximationName(Approximation approximation);
std::string_view ChangeName(Change change);
std::string_view PartnerKindName(PartnerKind kind);
std::string_view DirectionName(Direction direction);
std::string_view TableKindName(TableKind kind);

}  // namespace vanthu
