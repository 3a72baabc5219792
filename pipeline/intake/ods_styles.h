// What the styles of an OpenDocument file say about a run or a cell: weight, slant, font, centering,
// whether lines are drawn round it, whether a table is shown; with what each is based on.
#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace vanthu::intake {

// Each optional is absent where nothing is said.
struct OdsFormat {
  std::optional<bool> bold, italic, centered, ruled, shown;
  std::optional<std::string> font;
};

// `over` where it says something, else `base`.
OdsFormat Merge(const OdsFormat& base, const OdsFormat& over);

class OdsStyles {
 public:
  // The styles of content.xml go before those of styles.xml.
  OdsStyles(const pugi::xml_document& content, const pugi::xml_document& styles);

  // Of a family ("table-cell", "text", "table"): a style by its name, or the default.
  const OdsFormat& Of(std::string_view family, std::string_view name) const;

 private:
  std::map<std::string, OdsFormat, std::less<>> formats_;  // by "family/name"
};

}  // namespace vanthu::intake
