// word/styles.xml: what a named style says about weight, slant, font, centering, outline level,
// numbering and table rules, with what it is based on. What stands at the text itself comes first.
#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace vanthu::intake {

// Which list and level a paragraph belongs to. num_id 0 takes it out of the list of its style.
struct NumberingRef {
  std::optional<int> num_id;
  std::optional<int> level;
};

struct RunFormat {
  std::optional<bool> bold, italic, hidden, capitals;
  std::optional<std::string> font;  // of the letters of Latin-1
};

// Each optional is absent where nothing is said.
struct DocxFormat {
  RunFormat run;
  std::optional<bool> centered;
  std::optional<int> heading;  // 1..9; 0: body text
  NumberingRef numbering;
  std::optional<bool> ruled;  // of a table
};

RunFormat ReadRunFormat(const pugi::xml_node& run_properties);
// The paragraph's own properties, without those of its style.
DocxFormat ReadParagraphFormat(const pugi::xml_node& paragraph_properties);
// Whether a w:tblBorders or w:tcBorders shows any line; none for an absent node.
std::optional<bool> ShowsBorders(const pugi::xml_node& borders);

// `over` where it says something, else `base`.
RunFormat Merge(const RunFormat& base, const RunFormat& over);
DocxFormat Merge(const DocxFormat& base, const DocxFormat& over);

class DocxStyles {
 public:
  explicit DocxStyles(const pugi::xml_document& styles);
  // An unknown or empty id: the default paragraph style for a paragraph, nothing for others.
  const DocxFormat& Paragraph(std::string_view id) const;
  const DocxFormat& Other(std::string_view id) const;

 private:
  std::map<std::string, DocxFormat, std::less<>> formats_;
  DocxFormat defaults_;
  DocxFormat nothing_;
};

}  // namespace vanthu::intake
