#include "pipeline/export/letter_text.h"

#include <gtest/gtest.h>

namespace vanthu::exporting {
namespace {

Letter MakeLetter(const std::vector<std::vector<std::pair<std::string, Zone>>>& pages) {
  Letter letter;
  for (const auto& lines : pages) {
    Page page;
    for (const auto& [text, zone] : lines) {
      LetterLine line;
      line.page = static_cast<int>(letter.pages.size());
      line.line = static_cast<int>(page.lines.size());
      line.zone = zone;
      line.text = "as rules see it";
      letter.lines.push_back(line);
      page.lines.emplace_back();
      page.lines.back().text = text;
    }
    letter.pages.push_back(page);
  }
  return letter;
}

TEST(LetterText, PrintedLinesWithoutStamps) {
  EXPECT_EQ(LetterText(MakeLetter({{{"Số: 650/UBND–ĐNMN", Zone::kNumber},
                                    {"ĐẾN Số: 12", Zone::kStamp},
                                    {"Kính gửi:", Zone::kAddressee}},
                                   {},
                                   {{"3", Zone::kPageNumber}}})),
            "Số: 650/UBND–ĐNMN\nKính gửi:\n\f\f3\n");
  EXPECT_EQ(LetterText(Letter()), "");
}

TEST(PagesText, AFormFeedBetween) {
  const std::vector<std::string> pages = {"một\nhai", "", "ba\n"};
  EXPECT_EQ(PagesText(pages), "một\nhai\n\f\fba\n");
  EXPECT_EQ(PagesText({}), "");
}

TEST(LetterRow, IsFlat) {
  const auto record = nlohmann::ordered_json::parse(R"({
    "source": {"name": "a.pdf", "letter": 2},
    "number": {"normalized": "650/UBND-ĐNMN"},
    "issue_date": {"year": 2021, "month": 6, "day": null},
    "doc_type": null,
    "issuer": {"name": "Sở Ngoại vụ", "parent": null},
    "addressees": [{"value": "Bộ A"}, {"value": "Bộ B"}],
    "references": [{"number": "1/BC", "title": null, "raw": "x"},
                   {"number": null, "title": "Luật Doanh nghiệp", "raw": "y"},
                   {"number": null, "title": null, "raw": "z"}]})");
  EXPECT_EQ(LetterRow(record).dump(),
            "{\"source\":\"a.pdf\",\"letter\":2,\"number\":\"650/UBND-ĐNMN\","
            "\"issue_date\":\"2021-06\",\"doc_type\":null,\"issuer\":\"Sở Ngoại vụ\","
            "\"parent\":null,\"subject\":null,\"addressees\":[\"Bộ A\",\"Bộ B\"],\"signer\":null,"
            "\"signer_title\":null,\"recipients\":[],\"urgency\":null,\"secrecy\":null,"
            "\"place\":null,\"references\":[\"1/BC\",\"Luật Doanh nghiệp\",\"z\"]}");
  const nlohmann::ordered_json empty = LetterRow(nlohmann::ordered_json::object());
  ASSERT_EQ(empty.size(), LetterColumns().size());
  size_t i = 0;
  for (const auto& [key, value] : empty.items()) EXPECT_EQ(key, LetterColumns()[i++]);
}

}  // namespace
}  // namespace vanthu::exporting
