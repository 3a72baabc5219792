// Foreign countries, localities, missions, organisations and companies named in a text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/document/record.h"

namespace vanthu::extractors {

struct PartnerName {
  size_t begin = 0, end = 0;  // bytes of the text
  std::string name;           // canonical
  PartnerKind kind = PartnerKind::kOther;
  std::optional<std::string> country;  // ISO 3166-1 alpha-2
  bool country_named =
      true;  // false: known of the organisation, not said in its name or beside it (JICA)
  std::string identity;  // the same for all names of one partner: UNDP and its full name
  bool of_table =
      true;  // false: told by the words around it alone ("Tập đoàn Hanil Agro (Hàn Quốc)")
};

// In reading order, not overlapping; each mention is one.
std::vector<PartnerName> FindPartners(std::string_view text);

}  // namespace vanthu::extractors
