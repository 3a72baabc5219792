#include "pipeline/export/import_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vanthu::exporting {
namespace {

using Json = nlohmann::ordered_json;
using testing::HasSubstr;
using testing::Not;

Json Report() {
  return Json::parse(R"({"archive":"archive","dry_run":false,"status":"done",
    "started_at":"2026-01-02T03:04:05Z","finished_at":"2026-01-02T03:05:05Z","seconds":60.0,
    "files":{"read":1200,"partly":1,"skipped":2,"doubtful":1,"failed":1},
    "letters":1203,"pages":2400,"pages_per_second":40.0,
    "kinds":[{"media_type":"application/pdf","files":1204,"bytes":1500000,"read":1201,"skipped":2,
              "failed":1,"pages":2400},
             {"media_type":null,"files":1,"bytes":0,"read":0,"skipped":0,"failed":1,"pages":0}],
    "failed":[{"file":"a<b>.pdf","page":3,"code":"encrypted","reason":"the PDF has a password"}],
    "doubtful":[{"file":"b.pdf","id":7,"doubts":[
      {"code":"missing","field":"issuer","detail":null,"page":null,"score":null},
      {"code":"unsure","field":"number","detail":"1?/BC & Co","page":2,"score":0.4}]}],
    "companions":[{"file":"e.pdf","of":{"id":3,"source":"e.docx"}}],"rescans":[],"skipped":["c.pdf","d.pdf"]})");
}

std::string Page(const Json& report, SheetLanguage language) {
  return ImportPage(report,
                    {language, [](std::string_view) { return std::string("có mật khẩu"); }});
}

TEST(ImportPageTest, InEnglish) {
  const std::string page = Page(Report(), SheetLanguage::kEnglish);
  EXPECT_THAT(page, HasSubstr("<html lang=\"en\">"));
  EXPECT_THAT(page, HasSubstr(" 2026-01-02 03:04 UTC<"));
  EXPECT_THAT(page, HasSubstr("2,400 pages in 1:00 min: 40.0 pages per second"));
  EXPECT_THAT(page, HasSubstr("<b>1,200</b>read"));
  EXPECT_THAT(page, HasSubstr("a&lt;b&gt;.pdf"));
  EXPECT_THAT(page, HasSubstr("the PDF has a password"));
  EXPECT_THAT(page, HasSubstr("1?/BC &amp; Co"));
  EXPECT_THAT(page, HasSubstr("1.5 MB"));
  EXPECT_THAT(page, HasSubstr("3: e.docx"));
  EXPECT_THAT(page, Not(HasSubstr("May be one letter twice")));  // there is none
}

TEST(ImportPageTest, InVietnamese) {
  const std::string page = Page(Report(), SheetLanguage::kVietnamese);
  EXPECT_THAT(page, HasSubstr("<html lang=\"vi\">"));
  EXPECT_THAT(page, HasSubstr(" 02/01/2026 03:04 UTC<"));
  EXPECT_THAT(page, HasSubstr("2.400 trang trong 1:00 phút"));
  EXPECT_THAT(page, HasSubstr("có mật khẩu <span class=\"soft\">(the PDF has a password)</span>"));
  EXPECT_THAT(page, HasSubstr("không tìm thấy: Cơ quan ban hành"));
  EXPECT_THAT(page, HasSubstr("chưa chắc (40,0 %): Số, ký hiệu"));
}

TEST(ImportPageTest, NothingOfItComesFromElsewhere) {
  const std::string page = Page(Report(), SheetLanguage::kEnglish);
  EXPECT_THAT(page, Not(HasSubstr("http")));
  EXPECT_THAT(page, Not(HasSubstr("<script")));
}

TEST(ImportPageTest, LongListsAreCut) {
  Json report = Report();
  report["skipped"] = Json::array();
  for (size_t i = 0; i < kMostReportRows + 1500; ++i) report["skipped"].push_back("x.pdf");
  EXPECT_THAT(Page(report, SheetLanguage::kEnglish), HasSubstr("… and 1,500 more"));
}

TEST(ImportPageTest, APlanSaysHowLongItTakes) {
  Json report = Report();
  report["dry_run"] = true;
  report["estimate"] = {{"seconds", 3725}, {"measured_files", 12}};
  const std::string page = Page(report, SheetLanguage::kEnglish);
  EXPECT_THAT(page, HasSubstr("Would take about 1:02:05 h, judged by 12 files read before"));
  report["estimate"]["measured_files"] = 0;
  EXPECT_THAT(Page(report, SheetLanguage::kEnglish), HasSubstr("as such files usually do"));
}

}  // namespace
}  // namespace vanthu::exporting
