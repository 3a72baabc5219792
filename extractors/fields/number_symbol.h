// The symbol of a number on a scan, put right by what must stand there: types of letters and the initials
// of the issuer over it.
#pragma once

#include <string>
#include <string_view>

#include "models/document/letter.h"

namespace vanthu::extractors {

// First letters of the issuer's words, abbreviations whole, "và" left out: TRƯỜNG CĐ KINH TẾ -> TCĐKT.
std::string InitialsOf(std::string_view issuer);

// `symbol` ("QĐ-CPKTKT") with the parts that nobody uses but for a misread letter as they are used
// ("QĐ-CĐKTKT"). `initials` of the issuer; `type_code` of the type line, empty where there is none.
std::string RepairedSymbol(std::string_view symbol, std::string_view initials,
                           std::string_view type_code);

// The same by the letter's own head.
std::string RepairedSymbol(std::string_view symbol, const Letter& letter);

}  // namespace vanthu::extractors
