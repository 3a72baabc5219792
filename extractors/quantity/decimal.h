// Exact decimals as texts: "1987640000", "79.33". Sums of a letter go through no floating point.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vanthu::extractors {

// What a single mark before three digits is: "25,000 người" is 25000, "339,477 triệu đồng" is 339.477.
enum class Thousands { kPointOnly, kCommaToo };

// A printed number (digits, points, commas; ½ ¼ ¾) as a decimal with a point: "1.987,64" is "1987.64",
// "79.33" is "79.33", "04" is "4". None where the marks make no number ("1.2.3").
std::optional<std::string> DecimalOf(std::string_view printed,
                                     Thousands thousands = Thousands::kPointOnly);

// `decimal` times ten to the `power` (0 or more): ("4.26", 6) is "4260000".
std::string Shift(std::string_view decimal, int power);

// The sum of two decimals of at least 0: ("14000000000", "600000000") is "14600000000".
std::string Sum(std::string_view a, std::string_view b);

// Whether decimal a is less than decimal b; both at least 0.
bool Less(std::string_view a, std::string_view b);

}  // namespace vanthu::extractors
