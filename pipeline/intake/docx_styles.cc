#include "pipeline/intake/docx_styles.h"

#include <algorithm>

#include "pipeline/intake/xml.h"

namespace vanthu::intake {
namespace {

constexpr int kLongestChain = 20;  // of styles that are based on each other, which may be a circle

std::optional<bool> Toggle(const pugi::xml_node& properties, std::string_view name) {
  const pugi::xml_node node = Child(properties, name);
  return node ? std::optional(IsOn(node)) : std::nullopt;
}

std::optional<int> OptionalNumber(const pugi::xml_node& node) {
  return node ? std::optional(Number(node, "val", 0)) : std::nullopt;
}

template <typename T>
std::optional<T> Or(const std::optional<T>& first, const std::optional<T>& second) {
  return first ? first : second;
}

// A font of the theme has another name in every theme, and is never a legacy one.
std::optional<std::string> FontOf(const pugi::xml_node& fonts) {
  if (!Attribute(fonts, "hAnsiTheme").empty()) return std::string();
  for (const char* place : {"hAnsi", "ascii"}) {
    if (const std::string_view font = Attribute(fonts, place); !font.empty())
      return std::string(font);
  }
  return std::nullopt;
}

using Nodes = std::map<std::string, pugi::xml_node, std::less<>>;

DocxFormat Resolve(const Nodes& nodes, std::string_view id, int depth) {
  const auto found = nodes.find(id);
  if (found == nodes.end() || depth > kLongestChain) return {};
  const pugi::xml_node& style = found->second;
  DocxFormat own = ReadParagraphFormat(Child(style, "pPr"));
  own.run = ReadRunFormat(Child(style, "rPr"));
  own.ruled = ShowsBorders(Child(style, "tblPr", "tblBorders"));
  return Merge(Resolve(nodes, Attribute(Child(style, "basedOn"), "val"), depth + 1), own);
}

}  // namespace

RunFormat ReadRunFormat(const pugi::xml_node& run_properties) {
  return {Toggle(run_properties, "b"), Toggle(run_properties, "i"),
          Toggle(run_properties, "vanish"), Toggle(run_properties, "caps"),
          FontOf(Child(run_properties, "rFonts"))};
}

DocxFormat ReadParagraphFormat(const pugi::xml_node& paragraph_properties) {
  DocxFormat format;
  if (const pugi::xml_node alignment = Child(paragraph_properties, "jc")) {
    format.centered = Attribute(alignment, "val") == "center";
  }
  if (const auto outline = OptionalNumber(Child(paragraph_properties, "outlineLvl"))) {
    format.heading = *outline >= 0 && *outline < 9 ? *outline + 1 : 0;
  }
  const pugi::xml_node numbering = Child(paragraph_properties, "numPr");
  format.numbering = {OptionalNumber(Child(numbering, "numId")),
                      OptionalNumber(Child(numbering, "ilvl"))};
  return format;
}

std::optional<bool> ShowsBorders(const pugi::xml_node& borders) {
  if (!borders) return std::nullopt;
  for (const pugi::xml_node& side : borders.children()) {
    const std::string_view line = Attribute(side, "val");
    if (!line.empty() && line != "nil" && line != "none") return true;
  }
  return false;
}

RunFormat Merge(const RunFormat& base, const RunFormat& over) {
  return {Or(over.bold, base.bold), Or(over.italic, base.italic), Or(over.hidden, base.hidden),
          Or(over.capitals, base.capitals), Or(over.font, base.font)};
}

DocxFormat Merge(const DocxFormat& base, const DocxFormat& over) {
  DocxFormat merged;
  merged.run = Merge(base.run, over.run);
  merged.centered = Or(over.centered, base.centered);
  merged.heading = Or(over.heading, base.heading);
  merged.numbering = {Or(over.numbering.num_id, base.numbering.num_id),
                      Or(over.numbering.level, base.numbering.level)};
  merged.ruled = Or(over.ruled, base.ruled);
  return merged;
}

DocxStyles::DocxStyles(const pugi::xml_document& styles) {
  Nodes nodes;
  std::string default_paragraph;
  const pugi::xml_node root = styles.document_element();
  for (const pugi::xml_node& style : root.children()) {
    if (LocalName(style) != "style") continue;
    const std::string id(Attribute(style, "styleId"));
    nodes.emplace(id, style);
    const std::string_view is_default = Attribute(style, "default");
    if (Attribute(style, "type") == "paragraph" && (is_default == "1" || is_default == "true")) {
      default_paragraph = id;
    }
  }
  DocxFormat document;
  document.run = ReadRunFormat(Child(Child(root, "docDefaults"), "rPrDefault", "rPr"));
  for (const auto& [id, node] : nodes) {
    formats_[id] = Attribute(node, "type") == "paragraph" ? Merge(document, Resolve(nodes, id, 0))
                                                          : Resolve(nodes, id, 0);
  }
  defaults_ = Merge(document, Resolve(nodes, default_paragraph, 0));
}

const DocxFormat& DocxStyles::Paragraph(std::string_view id) const {
  const auto found = formats_.find(id);
  return found == formats_.end() ? defaults_ : found->second;
}

const DocxFormat& DocxStyles::Other(std::string_view id) const {
  const auto found = formats_.find(id);
  return found == formats_.end() ? nothing_ : found->second;
}

}  // namespace vanthu::intake
