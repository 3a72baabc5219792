// What the Word gate asks of an XML node. Names are compared without their prefix, so that it does
// not matter which one a program chose for WordprocessingML.
#pragma once

#include <pugixml.hpp>
#include <string_view>

namespace vanthu::intake {

// Nesting beyond this is not followed; Word itself writes less than 100.
inline constexpr int kMaxXmlDepth = 200;

std::string_view LocalName(const pugi::xml_node& node);
pugi::xml_node Child(const pugi::xml_node& node, std::string_view name);
// Child of a child; an empty node where one is missing.
pugi::xml_node Child(const pugi::xml_node& node, std::string_view name, std::string_view below);
// The value of an attribute, empty where there is none. Valid as long as the document.
std::string_view Attribute(const pugi::xml_node& node, std::string_view name);
// The number of an attribute ("val" of most Word elements), `absent` where there is none.
int Number(const pugi::xml_node& node, std::string_view name, int absent);
// An on/off element of Word: there and not "0", "false", "off" or "none".
bool IsOn(const pugi::xml_node& node);

}  // namespace vanthu::intake
