#include "pipeline/archive/delegation_stage.h"

#include <gtest/gtest.h>

namespace vanthu::archive {
namespace {

TEST(DelegationStageTest, PlansAndReportsAreToldApart) {
  const struct {
    StagedRow row;
    DelegationStage stage;
  } rows[] = {
      // The type.
      {{"KH", "Đoàn ra năm 2010", "2009-12-21", "", "", ""}, DelegationStage::kPlanned},
      {{"KH", "Đoàn ra năm 2010", "2010-03-01", "2010-01-01", "2010-01-31", ""},
       DelegationStage::kPlanned},
      {{"TTr", "cử đoàn đi Lào", "2010-03-01", "", "", ""}, DelegationStage::kPlanned},
      {{"BC", "Công tác đối ngoại năm 2018", "2018-12-07", "2018-05-01", "2018-05-31", ""},
       DelegationStage::kReported},
      // A report's outlook: it begins after the report was signed.
      {{"BC", "Công tác đối ngoại năm 2018", "2018-12-07", "2019-05-01", "2019-05-31", ""},
       DelegationStage::kPlanned},
      {{"BC", "Công tác đối ngoại", "2018-12", "2018-12-15", "2018-12-20", ""},
       DelegationStage::kReported},  // the day of issue is not known: may be before or after
      // The table.
      {{"BC",
        "Đoàn ra",
        "2018-12-07",
        "",
        "",
        "",
        {{"Kế hoạch đoàn ra năm 2019", {"Thời gian thực hiện", "Kết quả"}}}},
       DelegationStage::kPlanned},
      {{"CV", "", "2018-12-07", "", "", "", {{"Kết quả thực hiện kế hoạch đoàn ra"}}},
       DelegationStage::kReported},
      {{"BC", "Đoàn ra", "2018-12-07", "", "", "", {{"", {"Kế hoạch", "Thực hiện"}}}},
       DelegationStage::kReported},  // both: the type decides
      {{"CV", "", "2018-12-07", "", "", "", {{"", {"Nước đến", "Kết quả chuyến đi"}}}},
       DelegationStage::kReported},
      {{"CV", "", "2018-12-07", "", "", "", {{"Kế hoạch"}, {"Kết quả"}}},
       DelegationStage::kUnclear},  // two tables on its page
      {{"KH", "", "2018-12-07", "", "", "", {{"", {"Thời gian thực hiện"}}}},
       DelegationStage::kPlanned},
      // The row.
      {{"BC", "Đoàn ra", "2018-12-07", "", "", "Dự kiến 5 người"}, DelegationStage::kPlanned},
      // The subject of what has no type that tells.
      {{"CV", "kế hoạch đoàn ra, đoàn vào năm 2019", "2018-11-22", "", "", ""},
       DelegationStage::kPlanned},
      {{"CV", "báo cáo kết quả thực hiện kế hoạch đoàn ra", "2018-11-22", "", "", ""},
       DelegationStage::kReported},
      {{"CV", "báo cáo đoàn vào quý I", "2018-11-22", "", "", ""}, DelegationStage::kReported},
      // Dates alone.
      {{"CV", "đoàn ra", "2018-11-22", "2018-03-01", "2018-03-31", ""}, DelegationStage::kReported},
      {{"CV", "đoàn ra", "2018-11-22", "2018-11-01", "2018-11-30", ""}, DelegationStage::kUnclear},
      {{"", "", "", "", "", ""}, DelegationStage::kUnclear},
      {{"", "", "", "2018-03-01", "2018-03-31", ""}, DelegationStage::kUnclear},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(StageOf(row.row), row.stage)
        << row.row.doc_type << " " << row.row.subject << " " << row.row.period_start;
  }
}

TEST(DelegationYearTest, IsThatOfThePeriodElseOfTheWordsElseOfTheLetter) {
  const auto year = [](const char* subject, const char* start, std::vector<StagedTable> tables,
                       DelegationStage stage = DelegationStage::kPlanned) {
    return YearOf({"KH", subject, "2009-12-21", start, "", "", std::move(tables)}, stage)
        .value_or(0);
  };
  EXPECT_EQ(year("Đoàn ra năm 2010", "2011-01-01", {}), 2011);
  EXPECT_EQ(year("Đoàn ra năm 2010", "", {}), 2010);
  EXPECT_EQ(year("Đoàn ra tháng 8/2010", "", {}), 2010);
  EXPECT_EQ(year("Đoàn ra năm 2010", "", {{"KẾ HOẠCH ĐOÀN RA NĂM 2011"}}), 2011);
  EXPECT_EQ(year("Kết quả 2009, kế hoạch năm 2010", "", {}), 2010);
  EXPECT_EQ(year("Kết quả 2008, kế hoạch năm 2009", "", {}, DelegationStage::kReported), 2008);
  EXPECT_EQ(year("Kết quả 2008, kế hoạch năm 2010", "", {}, DelegationStage::kUnclear), 2009);
  EXPECT_EQ(year("Đoàn ra", "", {}), 2009);
  EXPECT_EQ(year("Đoàn ra giai đoạn 2011 - 2015", "", {}), 2009);
  EXPECT_EQ(year("theo Quyết định 2010/QĐ-UBND, 12/2011/QĐ-UBND", "", {}), 2009);
  EXPECT_FALSE(YearOf({"KH", "Đoàn ra", "", "", "", ""}, DelegationStage::kPlanned));
}

}  // namespace
}  // namespace vanthu::archive
