// An evaluation as people and programs read it: a table, the list of every error, JSON that later
// evaluations are held against.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "models/core/result.h"
#include "pipeline/evaluate/score.h"

namespace vanthu::evaluate {

// Figures to four decimals, errors letter by letter, what was not scored. Rates that do not exist
// (nothing there, nothing predicted) are null.
nlohmann::ordered_json ReportJson(const Evaluation& evaluation);

enum class TableStyle { kPlain, kMarkdown };
enum class ErrorList { kNone, kAll };

// Rates in percent. Ends with a line break.
std::string ReportText(const Evaluation& evaluation, TableStyle style, ErrorList errors);

// A figure that became worse than in the baseline.
struct Fall {
  std::string what;            // "F1 of number", "CER"
  double before = 0, now = 0;  // 0..1
  std::string Describe() const;
};

// Half a point: on the smallest set scored (20 letters) one field of one letter is 2.5 points, so
// that a fall is always a real one; what stays below is rounding.
inline constexpr double kToleratedFall = 0.005;

// What became worse by more than kToleratedFall against a report that ReportJson made: strict F1 of
// a field, CER or WER. A figure that the baseline has and this evaluation has not, has fallen to
// nothing. kDamaged where the baseline is no such report.
Result<std::vector<Fall>> FallsBelow(const nlohmann::ordered_json& baseline,
                                     const Evaluation& evaluation);

}  // namespace vanthu::evaluate
