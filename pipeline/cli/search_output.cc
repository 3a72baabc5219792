#include "pipeline/cli/search_output.h"

#include "pipeline/cli/row_output.h"

namespace vanthu::cli {
namespace {

const std::vector<std::string> kColumns = {"id",     "number",  "issue_date",
                                           "issuer", "subject", "snippet"};

// Tables and workbooks have no marks: they are for programs.
std::string WithoutMarks(std::string text) {
  for (const std::string_view mark : {"<mark>", "</mark>"})
    for (size_t at = 0; (at = text.find(mark, at)) != std::string::npos;)
      text.erase(at, mark.size());
  return text;
}

}  // namespace

Status PrintSearchRows(Shell& shell, const RowOptions& options,
                       const std::vector<archive::SearchRow>& rows) {
  Result<RowOutput> out = RowOutput::Make(shell, options, Say::kSheetFound, kColumns);
  if (!out.ok()) return out.error();
  const exporting::RowFormat format = out->format();
  const bool marks =
      format != exporting::RowFormat::kTable && format != exporting::RowFormat::kXlsx;
  for (const archive::SearchRow& row : rows) {
    nlohmann::ordered_json json = archive::ToJson(row);
    if (!marks) json["snippet"] = WithoutMarks(row.snippet);
    if (Status added = out->Add(json); !added.ok()) return added;
  }
  return out->Finish();
}

}  // namespace vanthu::cli
