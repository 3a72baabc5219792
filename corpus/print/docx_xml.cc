#include "docx_xml.h"

#include <fmt/format.h>

#include <cmath>

namespace vanthu::corpus {
namespace {

long Twips(double points) { return std::lround(points * 20); }

const char* JustifyName(Alignment alignment) {
  switch (alignment) {
    case Alignment::kCentre: return "center";
    case Alignment::kRight: return "right";
    case Alignment::kJustified: return "both";
    case Alignment::kLeft: break;
  }
  return "left";
}

std::string RunProperties(const Span& span, double size, bool raised) {
  const long half_points = std::lround(size * 2);
  return fmt::format("<w:rPr>{}{}<w:sz w:val=\"{}\"/><w:szCs w:val=\"{}\"/>{}</w:rPr>",
                     span.bold ? "<w:b/><w:bCs/>" : "", span.italic ? "<w:i/><w:iCs/>" : "",
                     half_points, half_points,
                     raised ? "<w:vertAlign w:val=\"superscript\"/>" : "");
}

// Footnote ids in footnotes.xml count from 1 in the letter's order.
std::size_t FootnoteId(const Letter& letter, const Footnote& note) {
  return static_cast<std::size_t>(&note - letter.footnotes.data()) + 1;
}

}  // namespace

std::string EscapeXml(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '&': escaped += "&amp;"; break;
      case '<': escaped += "&lt;"; break;
      case '>': escaped += "&gt;"; break;
      case '"': escaped += "&quot;"; break;
      default: escaped += c;
    }
  }
  return escaped;
}

std::string RunsXml(const Letter& letter, const Line& line, double size) {
  std::string xml;
  for (const Span& span : line) {
    if (span.kind == SpanKind::kMark || span.kind == SpanKind::kRaised) {
      xml += "<w:r>" + RunProperties(span, size, true);
      if (const Footnote* note = FindFootnote(letter, span.text)) {
        xml += fmt::format("<w:footnoteReference w:id=\"{}\"/></w:r>", FootnoteId(letter, *note));
      } else {
        xml += "<w:t>" + EscapeXml(span.text) + "</w:t></w:r>";
      }
      continue;
    }
    xml += "<w:r>" + RunProperties(span, size, false) + "<w:t xml:space=\"preserve\">" +
           EscapeXml(span.text) + "</w:t></w:r>";
  }
  return xml;
}

std::string ParagraphXml(const Letter& letter, const Line& line, const ParagraphStyle& style) {
  const bool rule = IsShortRule(line);
  std::string properties;
  if (style.keep_with_next) properties += "<w:keepNext/>";
  if (rule) {
    properties +=
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"auto\"/></w:pBdr>"
        "<w:spacing w:before=\"0\" w:after=\"60\" w:line=\"60\" w:lineRule=\"exact\"/>"
        "<w:ind w:left=\"1400\" w:right=\"1400\"/>";
  } else {
    properties += fmt::format("<w:spacing w:before=\"0\" w:after=\"{}\"/>",
                              Twips(style.space_after));
    if (style.first_indent > 0 || style.left_indent > 0) {
      properties += fmt::format("<w:ind w:left=\"{}\" w:firstLine=\"{}\"/>",
                                Twips(style.left_indent), Twips(style.first_indent));
    }
  }
  properties += fmt::format("<w:jc w:val=\"{}\"/>", JustifyName(style.alignment));
  return "<w:p><w:pPr>" + properties + "</w:pPr>" +
         (rule ? "" : RunsXml(letter, line, style.size)) + "</w:p>";
}

}  // namespace vanthu::corpus
