// Two lists of items brought together one to one, the best pair first, and what that counts for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/evaluate/compare.h"
#include "pipeline/evaluate/fields.h"

namespace vanthu::evaluate {

// How often a field was there, was predicted and was right. Adds up over letters.
struct Counts {
  int gold = 0;  // support
  int predicted = 0;
  int strict = 0;  // right at each level; strict <= soft <= edit
  int soft = 0;
  int edit = 0;

  void AddRight(Match match);
  Counts& operator+=(const Counts& other);
  bool operator==(const Counts&) const = default;
};

// Something that is not strictly right.
struct FieldError {
  std::string field;
  std::optional<std::string> gold;       // none: nothing there, but something was predicted
  std::optional<std::string> predicted;  // none: missed
  Match match = Match::kNone;            // how far it is right
};

struct FieldScore {
  std::string field;
  Counts counts;
};

// A predicted value: how sure the program was, and whether it is strictly right.
struct Judged {
  double score = 0;  // 0..1
  bool right = false;
};

struct Scores {
  std::vector<FieldScore> fields;
  std::vector<FieldError> errors;
  std::vector<Judged> judged;  // by its key alone, those with a score
};

// Scores one field and the parts counted with it ("references", "references.type" …). A part is
// counted on items whose key was found, at whatever level.
Scores ScoreItems(const FieldSpec& field, const std::vector<Item>& gold,
                  const std::vector<Item>& predicted);

// One value on each side: a wrong one counts as both a miss and a false positive.
struct ValueScore {
  Counts counts;
  std::optional<FieldError> error;  // none where it is strictly right
};
ValueScore ScoreValue(std::string_view field, const std::optional<Comparable>& gold,
                      const std::optional<Comparable>& predicted);

}  // namespace vanthu::evaluate
