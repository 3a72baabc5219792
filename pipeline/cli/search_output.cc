#include "pipeline/cli/search_output.h"

#include "pipeline/cli/options.h"

namespace vanthu::cli {
namespace {

const std::vector<std::string> kColumns = {"id",     "number",  "issue_date",
                                           "issuer", "subject", "snippet"};

// A table has no marks: they are for programs.
std::string WithoutMarks(std::string text) {
  for (const std::string_view mark : {"<mark>", "</mark>"})
    for (size_t at = 0; (at = text.find(mark, at)) != std::string::npos;)
      text.erase(at, mark.size());
  return text;
}

}  // namespace

void PrintSearchRows(Shell& shell, const std::string& format,
                     const std::vector<archive::SearchRow>& rows) {
  const exporting::RowFormat form = RowFormatOf(format);
  exporting::RowWriter writer(
      form, kColumns, [&shell](std::string_view text) { shell.Print(text); }, shell.table_width());
  for (const archive::SearchRow& row : rows) {
    nlohmann::ordered_json json = archive::ToJson(row);
    if (form == exporting::RowFormat::kTable) json["snippet"] = WithoutMarks(row.snippet);
    writer.Add(json);
  }
  writer.Finish();
}

}  // namespace vanthu::cli
