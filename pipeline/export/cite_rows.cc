#include "pipeline/export/cite_rows.h"

#include <utility>

namespace vanthu::exporting {
namespace {

using nlohmann::ordered_json;

ordered_json At(const ordered_json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() ? *at : ordered_json(nullptr);
}

// The number, else the title, else as it is printed.
ordered_json NameOf(const ordered_json& cited) {
  for (const char* key : {"number", "title", "raw"}) {
    if (const ordered_json name = At(cited, key); !name.is_null()) return name;
  }
  return nullptr;
}

// What cites is in the archive, be it this document that it cites or another candidate.
ordered_json CitingPart(ordered_json part) {
  part["status"] = part.value("certain", true) ? "in_archive" : "candidates";
  return part;
}

class RowMaker {
 public:
  RowMaker(RowFormat format, const CiteWords& words, const ordered_json& document)
      : format_(format), words_(words), document_(document) {}

  // `step` and `via`: null for the document itself.
  void Add(const char* relation, const ordered_json& part, const ordered_json& step = nullptr,
           const ordered_json& via = nullptr) {
    rows_.push_back(format_ == RowFormat::kTable ? TableRow(relation, part, step, via)
                                                 : CsvRow(relation, part, step, via));
  }

  std::vector<ordered_json> rows() && { return std::move(rows_); }

 private:
  ordered_json TableRow(std::string_view relation, const ordered_json& part,
                        const ordered_json& step, const ordered_json& via) const {
    const std::string& word = relation == "document"   ? words_.document
                              : relation == "cited_by" ? words_.cited_by
                                                       : words_.cites;
    ordered_json role = At(part, "role");
    if (role.is_string()) role = CodeWord("role", role.get<std::string>(), words_.language);
    return {{"relation", word},
            {"step", step},
            {"via", via},
            {"letter", CitedLetterText(part, words_.not_in_archive)},
            {"number", NameOf(part)},
            {"date", At(part, "issue_date")},
            {"issuer", At(part, "issuer")},
            {"role", role},
            {"page", At(part, "page")}};
  }

  ordered_json CsvRow(const char* relation, const ordered_json& part, const ordered_json& step,
                      const ordered_json& via) const {
    ordered_json row = {
        {"document", NameOf(document_)}, {"relation", relation}, {"step", step}, {"via", via}};
    for (const char* key : {"status", "letter_id", "candidates", "number", "title", "doc_type",
                            "issue_date", "issuer", "role", "page"}) {
      row[key] = At(part, key);
    }
    return row;
  }

  RowFormat format_;
  const CiteWords& words_;
  const ordered_json& document_;
  std::vector<ordered_json> rows_;
};

// The document at the far end of an edge, with the edge's role and page.
ordered_json FarPart(ordered_json node, const ordered_json& edge) {
  node["role"] = At(edge, "role");
  node["page"] = At(edge, "page");
  if (!edge.value("certain", true)) node["status"] = "candidates";
  return node;
}

void AddFurther(const ordered_json& graph, RowMaker& rows) {
  const ordered_json& nodes = graph.at("nodes");
  for (const ordered_json& edge : graph.at("edges")) {
    if (edge.at("step").get<int>() < 2) continue;
    const bool back = edge.at("relation") == "cited_by";
    const ordered_json& near = nodes.at(edge.at(back ? "to" : "from").get<size_t>());
    const ordered_json& far = nodes.at(edge.at(back ? "from" : "to").get<size_t>());
    rows.Add(back ? "cited_by" : "cites", FarPart(far, edge), edge.at("step"), NameOf(near));
  }
}

}  // namespace

std::vector<std::string> CiteColumns(RowFormat format, CiteSteps steps) {
  std::vector<std::string> columns = {"relation"};
  if (format != RowFormat::kTable) columns.insert(columns.begin(), "document");
  if (steps == CiteSteps::kSeveral) columns.insert(columns.end(), {"step", "via"});
  if (format == RowFormat::kTable) {
    columns.insert(columns.end(), {"letter", "number", "date", "issuer", "role", "page"});
  } else {
    columns.insert(columns.end(), {"status", "letter_id", "candidates", "number", "title",
                                   "doc_type", "issue_date", "issuer", "role", "page"});
  }
  return columns;
}

std::vector<ordered_json> CiteRows(RowFormat format, const CiteWords& words,
                                   const ordered_json& document) {
  RowMaker rows(format, words, document);
  rows.Add("document", document);
  for (const ordered_json& part : document.at("cited_by")) {
    rows.Add("cited_by", CitingPart(part), 1, NameOf(document));
  }
  for (const ordered_json& part : document.at("cites")) {
    rows.Add("cites", part, 1, NameOf(document));
  }
  if (const auto graph = document.find("graph"); graph != document.end()) AddFurther(*graph, rows);
  return std::move(rows).rows();
}

std::string CitedLetterText(const ordered_json& cited, const std::string& not_in_archive) {
  const ordered_json letter = At(cited, "letter_id");
  if (letter.is_number()) {
    // A letter that cites one of several candidates.
    return letter.dump() + (At(cited, "status") == "candidates" ? "?" : "");
  }
  std::string text;
  for (const ordered_json& id : At(cited, "candidates")) {
    if (!text.empty()) text += ' ';
    text.append(id.dump()).append("?");
  }
  return text.empty() ? not_in_archive : text;
}

}  // namespace vanthu::exporting
