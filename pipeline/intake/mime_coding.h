// The codings by which mails carry bytes as ASCII.
#pragma once

#include <string>
#include <string_view>

namespace vanthu::intake {

// What is no character of the coding is passed over.
std::string DecodeBase64(std::string_view text);

// Of a body; in a header "_" stands for a blank.
enum class Quoted { kBody, kHeader };
std::string DecodeQuoted(std::string_view text, Quoted where);

// "%C4%91" of a parameter of a header.
std::string DecodePercent(std::string_view text);

}  // namespace vanthu::intake
