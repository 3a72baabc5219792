// A workbook read back as its XML parts, to see what was written.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <map>
#include <memory>
#include <pugixml.hpp>
#include <string>

namespace vanthu::exporting {

class XlsxReader {
 public:
  explicit XlsxReader(const std::string& bytes) {
    const std::unique_ptr<archive, int (*)(archive*)> zip(archive_read_new(), archive_read_free);
    archive_read_support_format_zip(zip.get());
    archive_read_open_memory(zip.get(), bytes.data(), bytes.size());
    archive_entry* entry = nullptr;
    while (archive_read_next_header(zip.get(), &entry) == ARCHIVE_OK) {
      std::string part;
      char block[4096];
      for (la_ssize_t got = 0; (got = archive_read_data(zip.get(), block, sizeof block)) > 0;)
        part.append(block, static_cast<size_t>(got));
      parts_[archive_entry_pathname(entry)].load_string(part.c_str());
    }
  }

  const pugi::xml_document& Part(const std::string& name) { return parts_[name]; }
  const pugi::xml_document& SheetPart(int number) {
    return Part("xl/worksheets/sheet" + std::to_string(number) + ".xml");
  }

  // "s:text", "n:12.5" with its number format, or "" for an empty cell: n:41670 dd/mm/yyyy.
  std::string Cell(int sheet, const std::string& place) {
    const pugi::xml_node cell =
        SheetPart(sheet).select_node(("//c[@r='" + place + "']").c_str()).node();
    if (cell.child("v").empty()) return "";
    const std::string value = cell.child_value("v");
    if (std::string(cell.attribute("t").value()) == "s") return "s:" + Shared(std::stoul(value));
    return "n:" + value + " " + NumberFormat(cell.attribute("s").as_uint());
  }

 private:
  std::string Shared(size_t index) {
    const auto texts = Part("xl/sharedStrings.xml").select_nodes("//si/t");
    return index < texts.size() ? texts[index].node().child_value() : "?";
  }
  std::string NumberFormat(unsigned style) {
    const pugi::xml_document& styles = Part("xl/styles.xml");
    const auto formats = styles.select_nodes("//cellXfs/xf");
    const std::string id = formats[style].node().attribute("numFmtId").value();
    if (id == "0") return "General";
    if (id == "3") return "#,##0";
    return styles.select_node(("//numFmt[@numFmtId='" + id + "']").c_str())
        .node()
        .attribute("formatCode")
        .value();
  }

  std::map<std::string, pugi::xml_document> parts_;
};

}  // namespace vanthu::exporting
