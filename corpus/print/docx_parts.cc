#include "docx_parts.h"

#include <fmt/format.h>

#include "docx_xml.h"

namespace vanthu::corpus {
namespace {

constexpr const char* kOffice = "http://schemas.openxmlformats.org/officeDocument/2006";
constexpr const char* kPackage = "http://schemas.openxmlformats.org/package/2006";
constexpr const char* kWordType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml";

std::string Override(const char* part, const char* kind) {
  return fmt::format("<Override PartName=\"/word/{}.xml\" ContentType=\"{}.{}+xml\"/>", part,
                     kWordType, kind);
}

std::string ContentTypes(bool has_header, bool has_footer, bool has_contact) {
  std::string types = fmt::format(
      "{}<Types xmlns=\"{}/content-types\">"
      "<Default Extension=\"rels\" "
      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      "<Default Extension=\"xml\" ContentType=\"application/xml\"/>",
      kXmlDeclaration, kPackage);
  types += Override("document", "document.main") + Override("styles", "styles") +
           Override("settings", "settings") + Override("footnotes", "footnotes");
  if (has_header) types += Override("header1", "header");
  if (has_footer) types += Override("footer1", "footer");
  if (has_contact) types += Override("footer2", "footer");
  return types + "</Types>";
}

std::string Relationship(const char* id, const char* kind, const char* target) {
  return fmt::format("<Relationship Id=\"{}\" Type=\"{}/relationships/{}\" Target=\"{}\"/>", id,
                     kOffice, kind, target);
}

std::string Relationships(const std::string& content) {
  return fmt::format("{}<Relationships xmlns=\"{}/relationships\">{}</Relationships>",
                     kXmlDeclaration, kPackage, content);
}

std::string Styles() {
  return fmt::format(
      "{}<w:styles {}><w:docDefaults><w:rPrDefault><w:rPr>"
      "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" "
      "w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/>"
      "<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/><w:lang w:val=\"vi-VN\"/>"
      "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
      "<w:name w:val=\"Normal\"/></w:style>"
      "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">"
      "<w:name w:val=\"Normal Table\"/><w:tblPr><w:tblCellMar>"
      "<w:left w:w=\"108\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/>"
      "</w:tblCellMar></w:tblPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"FootnoteText\">"
      "<w:name w:val=\"footnote text\"/><w:basedOn w:val=\"Normal\"/></w:style>"
      "</w:styles>",
      kXmlDeclaration, kWordNamespaces);
}

std::string Footnotes(const Letter& letter, const Sheet& sheet) {
  std::string xml = fmt::format(
      "{}<w:footnotes {}>"
      "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p>"
      "</w:footnote><w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r>"
      "<w:continuationSeparator/></w:r></w:p></w:footnote>",
      kXmlDeclaration, kWordNamespaces);
  std::size_t id = 0;
  for (const Footnote& note : letter.footnotes) {
    xml += fmt::format(
        "<w:footnote w:id=\"{}\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/>"
        "<w:jc w:val=\"both\"/></w:pPr>"
        "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteRef/></w:r>"
        "<w:r><w:t xml:space=\"preserve\"> </w:t></w:r>{}</w:p></w:footnote>",
        ++id, RunsXml(letter, note.text, sheet.footnote_size));
  }
  return xml + "</w:footnotes>";
}

std::string PageNumberPart(const char* element, const char* alignment) {
  return fmt::format(
      "{}<w:{} {}><w:p><w:pPr><w:jc w:val=\"{}\"/></w:pPr>"
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
      "<w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
      "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:{}>",
      kXmlDeclaration, element, kWordNamespaces, alignment, element);
}

std::string ContactPart(const Letter& letter, const Sheet& sheet) {
  std::string xml = fmt::format("{}<w:ftr {}>", kXmlDeclaration, kWordNamespaces);
  ParagraphStyle style;
  style.size = sheet.notes_size;
  for (const Line& line : letter.contact) xml += ParagraphXml(letter, line, style);
  return xml + "</w:ftr>";
}

bool NumbersOnTop(const Sheet& sheet) { return sheet.page_number == PageNumberPlace::kTopCentre; }

}  // namespace

DocxSectionReferences ReferencesFor(const Letter& letter, const Sheet& sheet) {
  DocxSectionReferences references;
  references.every_page = NumbersOnTop(sheet)
                              ? "<w:headerReference w:type=\"default\" r:id=\"rId4\"/>"
                              : "<w:footerReference w:type=\"default\" r:id=\"rId5\"/>";
  if (!letter.contact.empty()) {
    references.first_page = "<w:footerReference w:type=\"first\" r:id=\"rId6\"/>";
  }
  return references;
}

std::vector<ZipPart> DocxPartsBesideBody(const Letter& letter, const Sheet& sheet) {
  const bool on_top = NumbersOnTop(sheet);
  const bool has_contact = !letter.contact.empty();
  std::vector<ZipPart> parts;
  parts.push_back({"[Content_Types].xml", ContentTypes(on_top, !on_top, has_contact)});
  parts.push_back({"_rels/.rels",
                   Relationships(Relationship("rId1", "officeDocument", "word/document.xml"))});
  std::string links = Relationship("rId1", "styles", "styles.xml") +
                      Relationship("rId2", "settings", "settings.xml") +
                      Relationship("rId3", "footnotes", "footnotes.xml");
  if (on_top) {
    links += Relationship("rId4", "header", "header1.xml");
    parts.push_back({"word/header1.xml", PageNumberPart("hdr", "center")});
  } else {
    links += Relationship("rId5", "footer", "footer1.xml");
    const bool right = sheet.page_number == PageNumberPlace::kFootRight;
    parts.push_back({"word/footer1.xml", PageNumberPart("ftr", right ? "right" : "center")});
  }
  if (has_contact) {
    links += Relationship("rId6", "footer", "footer2.xml");
    parts.push_back({"word/footer2.xml", ContactPart(letter, sheet)});
  }
  parts.push_back({"word/_rels/document.xml.rels", Relationships(links)});
  parts.push_back({"word/styles.xml", Styles()});
  parts.push_back({"word/settings.xml",
                   fmt::format("{}<w:settings {}><w:footnotePr>"
                               "<w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/>"
                               "</w:footnotePr></w:settings>",
                               kXmlDeclaration, kWordNamespaces)});
  parts.push_back({"word/footnotes.xml", Footnotes(letter, sheet)});
  return parts;
}

}  // namespace vanthu::corpus
