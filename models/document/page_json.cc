#include "models/document/page_json.h"

namespace vanthu {
namespace {

using nlohmann::json;

json BoxJson(const Box& box) { return json::array({box.x0, box.y0, box.x1, box.y1}); }

Box BoxFrom(const json& j) {
  return {j.at(0).get<double>(), j.at(1).get<double>(), j.at(2).get<double>(),
          j.at(3).get<double>()};
}

json OptionalBoxJson(const std::optional<Box>& box) { return box ? BoxJson(*box) : json(nullptr); }

std::optional<Box> OptionalBoxFrom(const json& j) {
  if (j.is_null()) return std::nullopt;
  return BoxFrom(j);
}

json OptionalNumber(const std::optional<double>& number) {
  return number ? json(*number) : json(nullptr);
}

std::optional<double> OptionalNumberFrom(const json& j) {
  if (j.is_null()) return std::nullopt;
  return j.get<double>();
}

// Words are the bulk of a page: an array each, in the order of the struct.
json WordJson(const Word& word) {
  const int style = (word.bold ? 1 : 0) | (word.italic ? 2 : 0);
  json j = json::array({word.text, word.box.x0, word.box.y0, word.box.x1, word.box.y1,
                        word.confidence, style, word.block});
  if (!word.raw.empty()) j.push_back(word.raw);
  return j;
}

Word WordFrom(const json& j) {
  Word word;
  word.text = j.at(0).get<std::string>();
  word.box = {j.at(1).get<double>(), j.at(2).get<double>(), j.at(3).get<double>(),
              j.at(4).get<double>()};
  word.confidence = j.at(5).get<double>();
  const int style = j.at(6).get<int>();
  word.bold = (style & 1) != 0;
  word.italic = (style & 2) != 0;
  word.block = j.at(7).get<int>();
  if (j.size() > 8) word.raw = j.at(8).get<std::string>();
  return word;
}

json LineJson(const Line& line) {
  json j = {{"text", line.text}};
  if (line.box) j["box"] = BoxJson(*line.box);
  if (line.confidence < 1) j["confidence"] = line.confidence;
  if (!line.words.empty()) {
    json words = json::array();
    for (const Word& word : line.words) words.push_back(WordJson(word));
    j["words"] = std::move(words);
  }
  if (line.column != Column::kFull) j["column"] = line.column == Column::kLeft ? "left" : "right";
  if (line.bold) j["bold"] = true;
  if (line.italic) j["italic"] = true;
  if (line.centered) j["centered"] = true;
  if (line.heading != 0) j["heading"] = line.heading;
  if (line.starts_paragraph) j["paragraph"] = true;
  if (line.stamp) j["stamp"] = true;
  if (!line.raw.empty()) j["raw"] = line.raw;
  if (line.cell) j["cell"] = json::array({line.cell->grid, line.cell->row, line.cell->column});
  return j;
}

Line LineFrom(const json& j) {
  Line line;
  line.text = j.at("text").get<std::string>();
  if (j.contains("box")) line.box = BoxFrom(j.at("box"));
  line.confidence = j.value("confidence", 1.0);
  if (j.contains("words")) {
    for (const json& word : j.at("words")) line.words.push_back(WordFrom(word));
  }
  const std::string column = j.value("column", "");
  if (column == "left") line.column = Column::kLeft;
  if (column == "right") line.column = Column::kRight;
  line.bold = j.value("bold", false);
  line.italic = j.value("italic", false);
  line.centered = j.value("centered", false);
  line.heading = j.value("heading", 0);
  line.starts_paragraph = j.value("paragraph", false);
  line.stamp = j.value("stamp", false);
  line.raw = j.value("raw", "");
  if (j.contains("cell")) {
    const json& cell = j.at("cell");
    line.cell = CellRef{cell.at(0).get<int>(), cell.at(1).get<int>(), cell.at(2).get<int>()};
  }
  return line;
}

json GridJson(const Grid& grid) {
  json cells = json::array();
  for (const Cell& cell : grid.cells) {
    cells.push_back({{"at", {cell.row, cell.column, cell.row_span, cell.column_span}},
                     {"text", cell.text},
                     {"header", cell.header},
                     {"box", OptionalBoxJson(cell.box)}});
  }
  return {{"rows", grid.rows},
          {"columns", grid.columns},
          {"ruled", grid.ruled},
          {"box", OptionalBoxJson(grid.box)},
          {"cells", std::move(cells)}};
}

Grid GridFrom(const json& j) {
  Grid grid;
  grid.rows = j.at("rows").get<int>();
  grid.columns = j.at("columns").get<int>();
  grid.ruled = j.at("ruled").get<bool>();
  grid.box = OptionalBoxFrom(j.at("box"));
  for (const json& c : j.at("cells")) {
    Cell cell;
    const json& at = c.at("at");
    cell.row = at.at(0).get<int>();
    cell.column = at.at(1).get<int>();
    cell.row_span = at.at(2).get<int>();
    cell.column_span = at.at(3).get<int>();
    cell.text = c.at("text").get<std::string>();
    cell.header = c.at("header").get<bool>();
    cell.box = OptionalBoxFrom(c.at("box"));
    grid.cells.push_back(std::move(cell));
  }
  return grid;
}

json DiagnosticJson(const Diagnostic& diagnostic) {
  json j = {{"severity", SeverityName(diagnostic.severity)},
            {"code", diagnostic.code},
            {"message", diagnostic.message},
            {"page", diagnostic.page}};
  for (const Evidence& place : diagnostic.evidence)
    j["evidence"].push_back({place.page, OptionalBoxJson(place.box), place.line});
  return j;
}

Diagnostic DiagnosticFrom(const json& j) {
  Diagnostic diagnostic;
  const std::string severity = j.at("severity").get<std::string>();
  diagnostic.severity = severity == "info"    ? Severity::kInfo
                        : severity == "error" ? Severity::kError
                                              : Severity::kWarning;
  diagnostic.code = j.at("code").get<std::string>();
  diagnostic.message = j.at("message").get<std::string>();
  diagnostic.page = j.at("page").get<int>();
  if (j.contains("evidence")) {
    for (const json& place : j.at("evidence"))
      diagnostic.evidence.push_back(
          {place.at(0).get<int>(), OptionalBoxFrom(place.at(1)), place.at(2).get<int>()});
  }
  return diagnostic;
}

Page ParsePage(const json& j) {
  Page page;
  page.number = j.at("number").get<int>();
  const std::string origin = j.at("origin").get<std::string>();
  page.origin = origin == "ocr"     ? PageOrigin::kOcr
                : origin == "blank" ? PageOrigin::kBlank
                : origin == "text"  ? PageOrigin::kText
                                    : PageOrigin::kFailed;
  page.reason = j.at("reason").get<std::string>();
  page.width = OptionalNumberFrom(j.at("width"));
  page.height = OptionalNumberFrom(j.at("height"));
  page.dpi = j.value("dpi", 0.0);
  for (const json& word : j.at("words")) page.words.push_back(WordFrom(word));
  // Pages that were stored before there were rulings have none.
  if (j.contains("rulings")) {
    for (const json& ruling : j.at("rulings")) {
      const Box ends = BoxFrom(ruling);
      page.rulings.push_back({ends.x0, ends.y0, ends.x1, ends.y1});
    }
  }
  for (const json& line : j.at("lines")) page.lines.push_back(LineFrom(line));
  if (j.contains("stamps")) {
    for (const json& line : j.at("stamps")) page.stamps.push_back(LineFrom(line));
  }
  if (j.contains("barcodes")) {
    for (const json& code : j.at("barcodes"))
      page.barcodes.push_back({code.at("text").get<std::string>(), BoxFrom(code.at("box"))});
  }
  for (const json& grid : j.at("grids")) page.grids.push_back(GridFrom(grid));
  for (const json& diagnostic : j.at("diagnostics")) {
    page.diagnostics.push_back(DiagnosticFrom(diagnostic));
  }
  return page;
}

}  // namespace

std::string_view PageOriginName(PageOrigin origin) {
  switch (origin) {
    case PageOrigin::kText: return "text";
    case PageOrigin::kOcr: return "ocr";
    case PageOrigin::kBlank: return "blank";
    case PageOrigin::kFailed: return "failed";
  }
  return "failed";
}

std::string_view SeverityName(Severity severity) {
  switch (severity) {
    case Severity::kInfo: return "info";
    case Severity::kWarning: return "warning";
    case Severity::kError: return "error";
  }
  return "error";
}

nlohmann::json PageToJson(const Page& page) {
  json words = json::array();
  for (const Word& word : page.words) words.push_back(WordJson(word));
  json lines = json::array();
  for (const Line& line : page.lines) lines.push_back(LineJson(line));
  json grids = json::array();
  for (const Grid& grid : page.grids) grids.push_back(GridJson(grid));
  json diagnostics = json::array();
  for (const Diagnostic& d : page.diagnostics) diagnostics.push_back(DiagnosticJson(d));
  json stored = {{"number", page.number},
                 {"origin", PageOriginName(page.origin)},
                 {"reason", page.reason},
                 {"width", OptionalNumber(page.width)},
                 {"height", OptionalNumber(page.height)},
                 {"words", std::move(words)},
                 {"lines", std::move(lines)},
                 {"grids", std::move(grids)},
                 {"diagnostics", std::move(diagnostics)}};
  if (page.dpi > 0) stored["dpi"] = page.dpi;
  if (!page.stamps.empty()) {
    json stamps = json::array();
    for (const Line& line : page.stamps) stamps.push_back(LineJson(line));
    stored["stamps"] = std::move(stamps);
  }
  for (const Barcode& code : page.barcodes)
    stored["barcodes"].push_back({{"text", code.text}, {"box", BoxJson(code.box)}});
  if (!page.rulings.empty()) {
    json rulings = json::array();
    for (const Ruling& r : page.rulings) rulings.push_back(BoxJson({r.x0, r.y0, r.x1, r.y1}));
    stored["rulings"] = std::move(rulings);
  }
  return stored;
}

Result<Page> PageFromJson(const nlohmann::json& j) {
  try {
    return ParsePage(j);
  } catch (const json::exception& e) {
    return Error{ErrorCode::kDamaged, std::string("a stored page is damaged: ") + e.what(), "", 0};
  }
}

}  // namespace vanthu
