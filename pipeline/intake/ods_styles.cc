#include "pipeline/intake/ods_styles.h"

#include <fmt/format.h>

#include "pipeline/intake/xml.h"

namespace vanthu::intake {
namespace {

constexpr int kLongestChain = 20;  // of styles that are based on each other, which may be a circle

template <typename T>
std::optional<T> Or(const std::optional<T>& first, const std::optional<T>& second) {
  return first ? first : second;
}

// "'Times New Roman'" and "Times New Roman, serif" are Times New Roman.
std::string FirstFamily(std::string_view families) {
  families = families.substr(0, families.find_first_of(",;"));
  while (!families.empty() && (families.front() == '\'' || families.front() == ' '))
    families.remove_prefix(1);
  while (!families.empty() && (families.back() == '\'' || families.back() == ' '))
    families.remove_suffix(1);
  return std::string(families);
}

using Families = std::map<std::string, std::string, std::less<>>;  // by the name of their style

void AddFamilies(const pugi::xml_node& root, Families& families) {
  for (const pugi::xml_node& face : Child(root, "font-face-decls").children()) {
    families.emplace(Attribute(face, "name"), FirstFamily(Attribute(face, "font-family")));
  }
}

std::optional<bool> Is(std::string_view value, std::string_view wanted) {
  if (value.empty()) return std::nullopt;
  return value == wanted;
}

std::optional<bool> DrawsLines(const pugi::xml_node& cell) {
  std::optional<bool> drawn;
  for (const char* side :
       {"border", "border-left", "border-right", "border-top", "border-bottom"}) {
    const std::string_view line = Attribute(cell, side);
    if (!line.empty()) drawn = drawn.value_or(false) || line != "none";
  }
  return drawn;
}

OdsFormat ReadFormat(const pugi::xml_node& style, const Families& families) {
  const pugi::xml_node text = Child(style, "text-properties");
  OdsFormat format;
  format.bold = Is(Attribute(text, "font-weight"), "bold");
  format.italic = Is(Attribute(text, "font-style"), "italic");
  format.centered = Is(Attribute(Child(style, "paragraph-properties"), "text-align"), "center");
  format.ruled = DrawsLines(Child(style, "table-cell-properties"));
  format.shown = Is(Attribute(Child(style, "table-properties"), "display"), "true");
  const auto named = families.find(Attribute(text, "font-name"));
  if (named != families.end()) {
    format.font = named->second;
  } else if (const std::string_view family = Attribute(text, "font-family"); !family.empty()) {
    format.font = FirstFamily(family);
  }
  return format;
}

std::string KeyOf(std::string_view family, std::string_view name) {
  return fmt::format("{}/{}", family, name);
}

struct Found {
  pugi::xml_node style;
  std::string parent;  // key
};
using Styles = std::map<std::string, Found, std::less<>>;

// A default style has no name, and is what the others of its family are based on.
void Collect(const pugi::xml_node& list, Styles& styles) {
  for (const pugi::xml_node& style : list.children()) {
    const std::string_view kind = LocalName(style);
    if (kind != "style" && kind != "default-style") continue;
    const std::string_view family = Attribute(style, "family");
    const std::string_view name = Attribute(style, "name");
    const std::string parent = KeyOf(family, Attribute(style, "parent-style-name"));
    styles.emplace(KeyOf(family, name), Found{style, name.empty() ? std::string() : parent});
  }
}

OdsFormat Resolve(const Styles& styles, const std::string& key, const Families& families,
                  int depth) {
  const auto found = styles.find(key);
  if (found == styles.end() || depth > kLongestChain) return {};
  return Merge(Resolve(styles, found->second.parent, families, depth + 1),
               ReadFormat(found->second.style, families));
}

}  // namespace

OdsFormat Merge(const OdsFormat& base, const OdsFormat& over) {
  return {Or(over.bold, base.bold),         Or(over.italic, base.italic),
          Or(over.centered, base.centered), Or(over.ruled, base.ruled),
          Or(over.shown, base.shown),       Or(over.font, base.font)};
}

OdsStyles::OdsStyles(const pugi::xml_document& content, const pugi::xml_document& styles) {
  Families families;
  Styles found;
  for (const pugi::xml_document* part : {&content, &styles}) {
    const pugi::xml_node root = part->document_element();
    AddFamilies(root, families);
    Collect(Child(root, "automatic-styles"), found);
    Collect(Child(root, "styles"), found);
  }
  for (const auto& [key, style] : found) formats_[key] = Resolve(found, key, families, 0);
}

const OdsFormat& OdsStyles::Of(std::string_view family, std::string_view name) const {
  static const OdsFormat kNothing;
  auto format = formats_.find(KeyOf(family, name));
  if (format == formats_.end()) format = formats_.find(KeyOf(family, ""));
  return format == formats_.end() ? kNothing : format->second;
}

}  // namespace vanthu::intake
