// The name of an issuer inside a sentence: where it ends.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vanthu::extractors {

// "của Bộ Kế hoạch và Đầu tư hướng dẫn thi hành …" at `at` -> "Bộ Kế hoạch và Đầu tư". `*end` becomes
// the byte after the name. None where no "của" and a capitalised name follow.
std::optional<std::string> IssuerAfter(std::string_view text, size_t at, size_t* end);

// A phrase that as a whole names an issuer ("UBND tỉnh", "Sở Ngoại vụ"), trimmed; none where it does
// not begin like one.
std::optional<std::string> IssuerPhrase(std::string_view phrase);

}  // namespace vanthu::extractors
