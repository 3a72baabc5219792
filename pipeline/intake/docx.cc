// Word's .docx: the body in its order, tables, text boxes, labels of lists, footnotes at the end.
// Headers and footers are left out: they repeat on every page and letters print the page number
// there.
#include <fmt/format.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/intake/docx_numbering.h"
#include "pipeline/intake/docx_package.h"
#include "pipeline/intake/docx_styles.h"
#include "pipeline/intake/docx_table.h"
#include "pipeline/intake/flow.h"
#include "pipeline/intake/formats.h"
#include "pipeline/intake/xml.h"

namespace vanthu::intake {
namespace {

// Notes of one kind, in the order in which the text refers to them.
struct Notes {
  explicit Notes(const pugi::xml_document& part, const char* number_format)
      : format(number_format) {
    for (const pugi::xml_node& note : part.document_element().children()) {
      const std::string_view type = Attribute(note, "type");
      if (type.empty() || type == "normal") nodes.emplace(Attribute(note, "id"), note);
    }
  }
  std::string Mark(std::string_view id) {
    if (!nodes.contains(id)) return {};
    used.emplace_back(id);
    return MarkOf(used.size());
  }
  std::string MarkOf(size_t number) const {
    return fmt::format("[{}]", FormatNumber(static_cast<int>(number), format));
  }

  const char* format;
  std::map<std::string, pugi::xml_node, std::less<>> nodes;
  std::vector<std::string> used;
};

constexpr std::string_view kSoftHyphen = "\u00AD";

class DocxReader {
 public:
  explicit DocxReader(const DocxPackage& package)
      : styles_(*package.styles),
        numbering_(*package.numbering),
        footnotes_(*package.footnotes, "decimal"),
        endnotes_(*package.endnotes, "lowerRoman") {}

  Page Read(const pugi::xml_node& body) {
    Blocks(body, 0);
    WriteNotes(footnotes_);
    WriteNotes(endnotes_);
    return flow_.Finish();
  }

 private:
  // Of an AlternateContent the first choice; of others the node itself.
  static pugi::xml_node Chosen(const pugi::xml_node& node) {
    if (LocalName(node) != "AlternateContent") return node;
    const pugi::xml_node choice = Child(node, "Choice");
    return choice ? choice : Child(node, "Fallback");
  }

  static bool IsRemoved(std::string_view name) { return name == "del" || name == "moveFrom"; }

  void Blocks(const pugi::xml_node& parent, int depth) {
    if (depth > kMaxXmlDepth) return;
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = LocalName(node);
      if (name == "p") {
        Paragraph(node, depth);
      } else if (name == "tbl") {
        Table(node, depth);
      } else if (!IsRemoved(name)) {
        Blocks(Chosen(node), depth + 1);
      }
    }
  }

  void Paragraph(const pugi::xml_node& paragraph, int depth) {
    // A text box floats above or beside the paragraph that holds it.
    TextBoxes(paragraph, depth + 1);
    const pugi::xml_node properties = Child(paragraph, "pPr");
    const DocxFormat format =
        Merge(styles_.Paragraph(Attribute(Child(properties, "pStyle"), "val")),
              ReadParagraphFormat(properties));
    flow_.BeginParagraph({format.heading.value_or(0), format.centered.value_or(false)});
    if (!note_label_.empty()) flow_.AddLabel(std::exchange(note_label_, {}));
    const RunFormat mark = Merge(format.run, ReadRunFormat(Child(properties, "rPr")));
    flow_.AddLabel(numbering_.NextLabel(format.numbering.num_id.value_or(0),
                                        format.numbering.level.value_or(0)),
                   mark.font.value_or(""));
    Runs(paragraph, format.run, depth + 1);
    flow_.EndParagraph();
  }

  void TextBoxes(const pugi::xml_node& parent, int depth) {
    if (depth > kMaxXmlDepth) return;
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = LocalName(node);
      if (name == "txbxContent") {
        Blocks(node, depth + 1);
      } else if (!IsRemoved(name)) {
        TextBoxes(Chosen(node), depth + 1);
      }
    }
  }

  void Runs(const pugi::xml_node& parent, const RunFormat& format, int depth) {
    if (depth > kMaxXmlDepth) return;
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = LocalName(node);
      if (name == "r") {
        Run(node, format);
      } else if (name != "pPr" && name != "txbxContent" && !IsRemoved(name)) {
        Runs(Chosen(node), format, depth + 1);
      }
    }
  }

  void Run(const pugi::xml_node& run, const RunFormat& paragraph) {
    const pugi::xml_node properties = Child(run, "rPr");
    const DocxFormat& style = styles_.Other(Attribute(Child(properties, "rStyle"), "val"));
    const RunFormat format = Merge(Merge(paragraph, style.run), ReadRunFormat(properties));
    if (format.hidden.value_or(false)) return;
    const Emphasis emphasis = {format.bold.value_or(false), format.italic.value_or(false),
                               format.capitals.value_or(false), format.font.value_or("")};
    for (const pugi::xml_node& node : run.children()) {
      const std::string_view name = LocalName(node);
      if (name == "t") {
        flow_.Add(node.text().get(), emphasis);
      } else if (name == "tab" || name == "ptab") {
        flow_.AddLabel("\t");
      } else if (name == "br" || name == "cr") {
        flow_.Break();
      } else if (name == "noBreakHyphen") {
        flow_.AddLabel("-");
      } else if (name == "softHyphen") {
        flow_.Add(kSoftHyphen, emphasis);  // a letter in the fonts of TCVN3
      } else if (name == "footnoteReference") {
        flow_.AddLabel(footnotes_.Mark(Attribute(node, "id")));
      } else if (name == "endnoteReference") {
        flow_.AddLabel(endnotes_.Mark(Attribute(node, "id")));
      }
    }
  }

  void Table(const pugi::xml_node& table, int depth) {
    const DocxTable layout = LayOutTable(table, styles_);
    // One cell is a frame around text; a table inside a cell is text of the cell.
    const bool as_grid = layout.cells.size() > 1 && !flow_.in_grid();
    if (as_grid) flow_.BeginGrid(layout.ruled);
    for (const DocxTable::PlacedCell& cell : layout.cells) {
      if (as_grid) flow_.BeginCell(cell.place);
      Blocks(cell.node, depth + 1);
      if (as_grid) flow_.EndCell();
    }
    if (as_grid) flow_.EndGrid();
  }

  void WriteNotes(const Notes& notes) {
    for (size_t i = 0; i < notes.used.size(); ++i) {
      note_label_ = notes.MarkOf(i + 1) + ' ';
      Blocks(notes.nodes.find(notes.used[i])->second, 0);
      note_label_.clear();
    }
  }

  DocxStyles styles_;
  DocxNumbering numbering_;
  Notes footnotes_, endnotes_;
  Flow flow_;
  std::string note_label_;  // of a note whose first paragraph has not come yet
};

}  // namespace

OpenResult OpenDocx(const std::filesystem::path& file, const Limits& limits) {
  const auto package = ReadDocxPackage(file, limits);
  if (!package) return package.error();
  const pugi::xml_node body = Child(package->document->document_element(), "body");
  return MakeSinglePage(DocxReader(*package).Read(body));
}

}  // namespace vanthu::intake
