// The name of a person whose first syllable a seal has damaged. Table: surnames.tsv.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vanthu {

// "xrân Duy Đông" -> "Trần Duy Đông", "Nguyên Văn Hải" -> "Nguyễn Văn Hải": where the other syllables
// are those of a name and exactly one family name is nearest to the first, by a mark or a letter that
// was lost or changed. A name that needs no mending comes back as it is; nothing where it is no name.
std::optional<std::string> MendedName(std::string_view line);

}  // namespace vanthu
