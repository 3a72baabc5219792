// Trích yếu: under the type, or behind V/v.
#include <gtest/gtest.h>

#include "tests/unit/extractors/record_of.h"

namespace vanthu::test {
namespace {

std::string Dispatch(const std::string& subject) {
  return "UBND TỈNH HÀ NAM\nSố: 88/UBND-NC\n" + subject +
         "\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
         "Hà Nam, ngày 05 tháng 3 năm 2015\n\nKính gửi: Sở Tài chính\n\nUBND tỉnh đề nghị phối "
         "hợp./.\n";
}

std::string Report(const std::string& under_type) {
  return "UBND TỈNH HÀ NAM\nSố: 88/BC-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do "
         "- Hạnh phúc\n"
         "Hà Nam, ngày 05 tháng 3 năm 2015\n\n" +
         under_type + "\n";
}

TEST(Subject, OfADispatchFollowsVv) {
  const struct {
    const char* printed;
    const char* want;
  } rows[] = {
      {"V/v đón đoàn khách", "đón đoàn khách"},
      {"v/v: đón đoàn khách.", "đón đoàn khách"},
      {"V / v đón đoàn khách", "đón đoàn khách"},
      {"Về việc đón đoàn khách", "đón đoàn khách"},
      {"V/v đón đoàn khách\nquốc tế và kế hoạch\nnăm 2016",
       "đón đoàn khách quốc tế và kế hoạch năm 2016"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(ValueOf(RecordOf(Dispatch(row.printed)).subject), row.want) << row.printed;
  }
}

TEST(Subject, OfATitledLetterStandsUnderTheTitle) {
  const struct {
    const char* printed;
    const char* want;
  } rows[] = {
      {"BÁO CÁO\nKết quả công tác đối ngoại\n\nI. TÌNH HÌNH\nỔn định.",
       "Kết quả công tác đối ngoại"},
      {"BÁO CÁO\nKết quả công tác đối ngoại\nnăm 2014\n\nThực hiện Công văn số 1/BNG-NV, UBND tỉnh "
       "báo cáo:",
       "Kết quả công tác đối ngoại năm 2014"},
      {"THÔNG BÁO\nVề việc nghỉ lễ\n\nCăn cứ Bộ luật Lao động;", "nghỉ lễ"},
      {"THÔNG BÁO\nVề nghỉ lễ\n\nCăn cứ Bộ luật Lao động;", "Về nghỉ lễ"},
      {"QUYẾT ĐỊNH\nVề việc : Giao đất ở\n\nUỶ BAN NHÂN DÂN TỈNH\n\nCăn cứ Luật Đất đai;",
       "Giao đất ở"},
      // capitals stay
      {"BÁO CÁO\nKẾT QUẢ CÔNG TÁC ĐỐI NGOẠI\n\nI. TÌNH HÌNH\nỔn định.",
       "KẾT QUẢ CÔNG TÁC ĐỐI NGOẠI"},
      // on the type's own line
      {"BÁO CÁO KẾT QUẢ CÔNG TÁC ĐỐI NGOẠI\nNĂM 2014\n\nI. TÌNH HÌNH\nỔn định.",
       "KẾT QUẢ CÔNG TÁC ĐỐI NGOẠI NĂM 2014"},
      // whose it is, is not what it is about
      {"QUYẾT ĐỊNH CỦA UỶ BAN NHÂN DÂN TỈNH\nVề việc giao đất\n\nCăn cứ Luật Đất đai;", "giao đất"},
      // no blank line before the body: its words tell
      {"BÁO CÁO\nCông tác quý I năm 2018\nThực hiện Công văn số 12/UBND-NC, Sở Ngoại vụ báo cáo "
       "như sau:\nI. TÌNH HÌNH",
       "Công tác quý I năm 2018"},
      {"BÁO CÁO\nCông tác quý I năm 2018\nSở Ngoại vụ báo cáo như sau:\nI. TÌNH HÌNH",
       "Công tác quý I năm 2018"},
      // the stamp fell between the type and the trích yếu
      {"BÁO CÁO\nVĂN PHÒNG UBND TỈNH\nCV ĐẾN\nSố: 2770\nNgày: 04/4/18\nChuyển: P. NC\nCông tác quý "
       "I\n\nI. TÌNH HÌNH\nỔn định.",
       "Công tác quý I"},
      {"CÔNG ĐIỆN\nVề việc ứng phó bão\n\nHỎA TỐC\n\nCHỦ TỊCH UBND TỈNH điện:\n- Các sở.\n\nBão "
       "mạnh.",
       "ứng phó bão"},
      // quotes and long dashes as printed
      {"KẾ HOẠCH\nTổ chức “Ngày hội” – năm 2015\n\nI. MỤC ĐÍCH\nVui.",
       "Tổ chức “Ngày hội” – năm 2015"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(ValueOf(RecordOf(Report(row.printed)).subject), row.want) << row.printed;
}

TEST(Subject, IsAbsentWhereNoneIsPrinted) {
  for (const std::string& text :
       {WithHead("UBND TỈNH HÀ NAM\nSỞ NGOẠI VỤ", "Số: 88/SNgV-LS"),
        Report("QUYẾT ĐỊNH\n\nCăn cứ Luật Đất đai;"),
        Report("QUYẾT ĐỊNH\nCỦA UỶ BAN NHÂN DÂN TỈNH\n\nCăn cứ Luật Đất đai;"),
        std::string("Hôm nay trời đẹp. Về việc này không ai nói gì."), std::string()}) {
    EXPECT_EQ(ValueOf(RecordOf(text).subject), "") << text;
  }
}

}  // namespace
}  // namespace vanthu::test
