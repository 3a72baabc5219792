// Our own agency: what it issues goes out (văn bản đi), everything else has come in (văn bản đến).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/document/record.h"

namespace vanthu::archive {

// The form in which names of agencies are compared: in full, folded. "UBND tỉnh An Phú" and "ỦY BAN NHÂN
// DÂN TỈNH AN PHÚ" are one. Empty for a text without words.
std::string AgencyKey(std::string_view name);

class Office {
 public:
  // Names and spellings of it, parted by ";".
  explicit Office(std::string_view names);

  bool known() const { return !keys_.empty(); }
  // The first name, as it was given; for headings.
  const std::string& name() const { return name_; }

  // Whether this agency is ours: of several that issue together (joined with " - "), one of them.
  bool Is(std::string_view agency) const;
  // Of a letter of this issuer; one without an issuer has come in.
  Direction DirectionOf(const std::optional<std::string>& issuer) const;

 private:
  std::string name_;
  std::vector<std::string> keys_;  // AgencyKey of each name
};

// "out" or "in". Valid for the program's life.
std::string_view DirectionName(Direction direction);

}  // namespace vanthu::archive
