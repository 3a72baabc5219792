// Registers as sheets and as PDF, and the standard's metadata.
#include "pipeline/export/office_books.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "pipeline/export/sheet_pdf.h"
#include "pipeline/export/standard_metadata.h"

namespace vanthu::exporting {
namespace {

using nlohmann::ordered_json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> Names(Book book) {
  std::vector<std::string> names;
  for (const BookColumn& column : ColumnsOf(book)) names.emplace_back(column.name);
  return names;
}

TEST(OfficeBooks, ColumnsOfTheDecree) {
  EXPECT_THAT(
      Names(Book::kOutgoing),
      ElementsAre("Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung",
                  "Người ký", "Nơi nhận văn bản", "Đơn vị, người nhận bản lưu", "Số lượng bản",
                  "Ngày chuyển", "Ký nhận", "Ghi chú"));
  EXPECT_THAT(Names(Book::kIncoming),
              ElementsAre("Ngày đến", "Số đến", "Tác giả", "Số, ký hiệu văn bản",
                          "Ngày tháng văn bản", "Tên loại và trích yếu nội dung",
                          "Đơn vị hoặc người nhận", "Ngày chuyển", "Ký nhận", "Ghi chú"));
}

TEST(OfficeBooks, DaysAsTheyAreWritten) {
  const ordered_json row = {{"letter_id", 3},
                            {"number", "87/BC-UBND"},
                            {"issue_date", "2021-06-09"},
                            {"passed_on", "2021-06"},
                            {"signer", nullptr}};
  const ordered_json cells = BookRow(Book::kOutgoing, row);
  EXPECT_EQ(cells.at("Số, ký hiệu văn bản"), "87/BC-UBND");
  EXPECT_EQ(cells.at("Ngày tháng văn bản"), "09/06/2021");
  EXPECT_EQ(cells.at("Ngày chuyển"), "06/2021");
  EXPECT_EQ(cells.at("Người ký"), "");
  const Sheet sheet =
      BookSheet(Book::kOutgoing, RegisterTitle(Book::kOutgoing, "UBND tỉnh An Phú", 2021), {row});
  EXPECT_THAT(sheet.title, ElementsAre("SỔ ĐĂNG KÝ VĂN BẢN ĐI", "UBND tỉnh An Phú", "Năm 2021"));
  EXPECT_EQ(std::get<CalendarDate>(sheet.rows.at(0).at(1)), (CalendarDate{2021, 6, 9}));
  EXPECT_EQ(std::get<std::string>(sheet.rows.at(0).at(7)), "06/2021");
}

// The text of each page, as pdftotext reads it.
std::vector<std::string> PageTexts(const std::string& pdf) {
  const std::filesystem::path file = std::filesystem::temp_directory_path() /
                                     ("vanthu-sheet-" + std::to_string(getpid()) + ".pdf");
  std::ofstream(file, std::ios::binary) << pdf;
  std::vector<std::string> pages(1);
  FILE* pipe = popen(("pdftotext -layout " + file.string() + " -").c_str(), "r");
  for (int c = 0; (c = std::fgetc(pipe)) != EOF;) {
    if (c == '\f') {
      pages.emplace_back();
    } else {
      pages.back() += static_cast<char>(c);
    }
  }
  pclose(pipe);
  std::filesystem::remove(file);
  pages.pop_back();
  return pages;
}

TEST(SheetPdf, HeaderOnEveryPage) {
  Sheet sheet;
  sheet.title = {"SỔ ĐĂNG KÝ VĂN BẢN ĐI", "Năm 2021"};
  sheet.columns = {{"Số, ký hiệu", 10}, {"Trích yếu", 40}};
  for (int i = 1; i <= 60; ++i)
    sheet.rows.push_back({std::to_string(i) + "/UBND", "Về việc số " + std::to_string(i)});
  const Result<std::string> pdf = SheetPdf(sheet);
  ASSERT_TRUE(pdf.ok());
  const std::vector<std::string> pages = PageTexts(*pdf);
  ASSERT_THAT(pages, SizeIs(testing::Ge(2U)));
  EXPECT_THAT(pages.front(), HasSubstr("SỔ ĐĂNG KÝ VĂN BẢN ĐI"));
  EXPECT_THAT(pages.front(), HasSubstr("1/" + std::to_string(pages.size())));
  EXPECT_THAT(pages.back(), HasSubstr("60/UBND"));
  for (const std::string& page : pages) EXPECT_THAT(page, HasSubstr("Trích yếu"));
  EXPECT_THAT(pages.back(), testing::Not(HasSubstr("SỔ ĐĂNG KÝ")));
}

TEST(SheetPdf, RowLongerThanAPageGoesOn) {
  Sheet sheet;
  sheet.columns = {{"Nơi nhận", 10}};
  std::string names;
  for (int i = 1; i <= 200; ++i) names += "Đơn vị số " + std::to_string(i) + "\n";
  sheet.rows = {{std::string("một")}, {names}, {std::string("cuối cùng")}};
  const Result<std::string> pdf = SheetPdf(sheet);
  ASSERT_TRUE(pdf.ok());
  std::string all;
  for (const std::string& page : PageTexts(*pdf)) all += page;
  for (const char* text : {"Đơn vị số 1\n", "Đơn vị số 100\n", "Đơn vị số 200\n", "cuối cùng"})
    EXPECT_THAT(all, HasSubstr(text));
  EXPECT_FALSE(SheetPdf(Sheet{}).ok());
}

TEST(StandardMetadata, LengthsOfTheAnnex) {
  std::string subject;
  for (int i = 0; i < 501; ++i) subject += "ế";
  const FittedMetadata fitted = FitToStandard(
      {{"Subject", subject},
       {"PageAmount", 1000},
       {"Priority", 3},
       {"SignerInfo", {{"Position", std::string(101, 'x')}, {"FullName", "Lê Văn An"}}},
       {"To", {{{"OrganName", std::string(201, 'y')}}}}});
  std::string want;
  for (int i = 0; i < 499; ++i) want += "ế";
  EXPECT_EQ(fitted.metadata.at("Subject"), want + "…");
  EXPECT_EQ(fitted.metadata.at("PageAmount"), nullptr);
  EXPECT_EQ(fitted.metadata.at("Priority"), 3);
  std::vector<std::string> fields;
  for (const Shortened& one : fitted.shortened) fields.push_back(one.field);
  EXPECT_THAT(fields, ElementsAre("Subject", "PageAmount", "SignerInfo.Position", "To.OrganName"));
  EXPECT_EQ(fitted.shortened[0].length, 501U);
  EXPECT_EQ(fitted.shortened[0].limit, 500U);
  EXPECT_FALSE(fitted.shortened[0].left_out);
  EXPECT_TRUE(fitted.shortened[1].left_out);
  EXPECT_THAT(FitToStandard({{"Subject", want}}).shortened, IsEmpty());
}

TEST(StandardMetadata, Xml) {
  EXPECT_EQ(StandardXml("OutgoingDocument",
                        {{"Subject", "a < b & \"c\""},
                         {"DueDate", nullptr},
                         {"To", {{{"OrganName", "Bộ Y tế"}}, {{"OrganName", "Sở Y tế"}}}},
                         {"PageAmount", 2}}),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<OutgoingDocument>\n"
            "  <Subject>a &lt; b &amp; &quot;c&quot;</Subject>\n"
            "  <DueDate/>\n"
            "  <To>\n    <OrganName>Bộ Y tế</OrganName>\n  </To>\n"
            "  <To>\n    <OrganName>Sở Y tế</OrganName>\n  </To>\n"
            "  <PageAmount>2</PageAmount>\n"
            "</OutgoingDocument>\n");
}

}  // namespace
}  // namespace vanthu::exporting
