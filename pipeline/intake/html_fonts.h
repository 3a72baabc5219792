// Which font the style sheet of a page asks for: of rules for an element, a class, or an element of a
// class (p.MsoNormal), as Word and LibreOffice write them. Not for rules about what lies inside what.
#pragma once

#include <gumbo.h>

#include <map>
#include <string>
#include <string_view>

namespace vanthu::intake {

class HtmlFonts {
 public:
  HtmlFonts() = default;
  // All <style> elements below `root`.
  explicit HtmlFonts(const GumboNode& root);

  // The font that the node asks for, by itself (FontOf) or by a rule; empty where it asks for none.
  std::string Of(const GumboNode& node) const;

 private:
  void Collect(const GumboNode& node, int depth);
  void AddRules(std::string_view sheet);

  std::map<std::string, std::string, std::less<>> fonts_;  // by selector, lower case
};

}  // namespace vanthu::intake
