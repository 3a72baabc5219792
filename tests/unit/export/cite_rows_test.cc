#include "pipeline/export/cite_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vanthu::exporting {
namespace {

using nlohmann::ordered_json;
using testing::ElementsAre;

TEST(CiteRowsTest, NamesTheRelation) {
  const ordered_json document = {
      {"number", "22-NQ/TW"},
      {"issue_date", "2013-04-10"},
      {"status", "not_in_archive"},
      {"letter_id", nullptr},
      {"cited_by",
       {{{"letter_id", 4}, {"number", "1/BC"}, {"role", "basis"}, {"page", 1}, {"certain", true}},
        {{"letter_id", 5},
         {"number", "2/BC"},
         {"role", "cites"},
         {"page", 2},
         {"certain", false}}}},
      {"cites", ordered_json::array()}};
  const CiteWords words{"văn bản", "viện dẫn bởi", "viện dẫn", "không có trong kho"};
  std::vector<std::string> table, csv;
  for (const ordered_json& row : CiteRows(RowFormat::kTable, words, document)) {
    table.push_back(row["relation"].get<std::string>() + " " + row["letter"].get<std::string>());
  }
  EXPECT_THAT(table,
              ElementsAre("văn bản không có trong kho", "viện dẫn bởi 4", "viện dẫn bởi 5?"));
  for (const ordered_json& row : CiteRows(RowFormat::kCsv, words, document)) {
    EXPECT_EQ(row["document"], "22-NQ/TW");
    csv.push_back(row["relation"].get<std::string>() + " " + row["status"].get<std::string>());
  }
  EXPECT_THAT(csv,
              ElementsAre("document not_in_archive", "cited_by in_archive", "cited_by candidates"));
}

TEST(CiteRowsTest, FartherStepsNameTheWay) {
  const ordered_json node = {{"letter_id", 4}, {"number", "1/BC"}, {"status", "in_archive"}};
  ordered_json far = node, law = node;
  far["letter_id"] = 6;
  far["number"] = "3/BC";
  law["letter_id"] = law["number"] = nullptr;
  law["title"] = "Luật Đầu tư";
  law["status"] = "not_in_archive";
  const ordered_json document = {
      {"number", "22-NQ/TW"},
      {"cited_by", ordered_json::array()},
      {"cites", ordered_json::array()},
      {"graph",
       {{"nodes", {{{"number", "22-NQ/TW"}}, node, far, law}},
        {"edges",
         {{{"from", 1}, {"to", 0}, {"role", "basis"}, {"relation", "cited_by"}, {"step", 1}},
          {{"from", 2}, {"to", 1}, {"role", "reply_to"}, {"relation", "cited_by"}, {"step", 2}},
          {{"from", 1}, {"to", 3}, {"role", "basis"}, {"relation", "cites"}, {"step", 2}}}}}}};
  const CiteWords words{"văn bản", "viện dẫn bởi", "viện dẫn", "không có trong kho",
                        SheetLanguage::kVietnamese};
  std::vector<std::string> rows;
  for (const ordered_json& row : CiteRows(RowFormat::kTable, words, document)) {
    if (row["step"].is_null()) continue;
    rows.push_back(row["step"].dump() + " " + row["via"].get<std::string>() + " " +
                   row["letter"].get<std::string>() + " " + row["number"].get<std::string>() + " " +
                   row["role"].get<std::string>());
  }
  EXPECT_THAT(rows,
              ElementsAre("2 1/BC 6 3/BC trả lời", "2 1/BC không có trong kho Luật Đầu tư căn cứ"));
  EXPECT_THAT(
      CiteColumns(RowFormat::kTable, CiteSteps::kSeveral),
      ElementsAre("relation", "step", "via", "letter", "number", "date", "issuer", "role", "page"));
  EXPECT_EQ(CiteColumns(RowFormat::kXlsx, CiteSteps::kOne).front(), "document");
}

}  // namespace
}  // namespace vanthu::exporting
