#include "pipeline/intake/xml.h"

#include <charconv>
#include <string>

namespace vanthu::intake {
namespace {

std::string_view WithoutPrefix(std::string_view name) {
  const size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

std::string_view LocalName(const pugi::xml_node& node) { return WithoutPrefix(node.name()); }

pugi::xml_node Child(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& child : node.children()) {
    if (LocalName(child) == name) return child;
  }
  return {};
}

pugi::xml_node Child(const pugi::xml_node& node, std::string_view name, std::string_view below) {
  return Child(Child(node, name), below);
}

std::string_view Attribute(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& attribute : node.attributes()) {
    if (WithoutPrefix(attribute.name()) == name) return attribute.value();
  }
  return {};
}

int Number(const pugi::xml_node& node, std::string_view name, int absent) {
  const std::string_view text = Attribute(node, name);
  int number = absent;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  return parsed.ec == std::errc() ? number : absent;
}

bool IsOn(const pugi::xml_node& node) {
  if (!node) return false;
  const std::string_view value = Attribute(node, "val");
  return value != "0" && value != "false" && value != "off" && value != "none";
}

}  // namespace vanthu::intake
