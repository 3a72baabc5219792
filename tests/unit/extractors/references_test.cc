// Documents cited: found in a sentence, with their type, date and issuer; their role for the letter.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extractors/references/citation.h"
#include "extractors/references/laws.h"
#include "models/text/normalize.h"
#include "tests/unit/extractors/record_of.h"

namespace vanthu::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// "type number date issuer", what is absent left out.
std::string Line(const extractors::Citation& c) {
  std::string out = c.type.value_or("");
  const auto add = [&out](const std::string& part) {
    if (!part.empty()) out += (out.empty() ? "" : " ") + part;
  };
  if (c.title) add("\"" + *c.title + "\"");
  add(c.number.value_or(""));
  if (c.date) {
    DateValue date;
    date.year = c.date->year;
    date.month = c.date->month;
    date.day = c.date->day;
    add(DateText(date));
  }
  if (c.issuer) add("[" + *c.issuer + "]");
  return out;
}

std::vector<std::string> Cited(const std::string& text) {
  std::vector<std::string> out;
  for (const auto& c : extractors::FindCitations(Normalize(text).text)) out.push_back(Line(c));
  return out;
}

TEST(Citations, HaveTypeNumberDateAndIssuer) {
  EXPECT_THAT(
      Cited("Thực hiện Công văn số 12/UBND-NC ngày 02/3/2015 của UBND tỉnh về việc báo cáo"),
      ElementsAre("CV 12/UBND-NC 2015-03-02 [UBND tỉnh]"));
  EXPECT_THAT(Cited("Quyết định số 2729 /QĐ-UBND ngày 16 tháng 11 năm 2011 của Chủ tịch UBND tỉnh"),
              ElementsAre("QĐ 2729/QĐ-UBND 2011-11-16 [Chủ tịch UBND tỉnh]"));
  EXPECT_THAT(Cited("Kết luận số 05-KL/TU, ngày 12/5/2016 của Ban Thường vụ Tỉnh ủy"),
              ElementsAre("KL 05-KL/TU 2016-05-12 [Ban Thường vụ Tỉnh ủy]"));
  EXPECT_THAT(Cited("Kế hoạch số 25/KH-STTTT, ngày 6 tháng 12 năm 2011"),
              ElementsAre("KH 25/KH-STTTT 2011-12-06"));
  EXPECT_THAT(Cited("Thông báo số 703-TB/TU"), ElementsAre("TB 703-TB/TU"));
  EXPECT_THAT(Cited("Nghị quyết số 22 – NQ/TW"), ElementsAre("NQ 22-NQ/TW"));
  EXPECT_THAT(Cited("Công văn số 1444 BKH/KTĐN"), ElementsAre("CV 1444BKH/KTĐN"));
  EXPECT_THAT(
      Cited("Nghị quyết số 30c/NQ-CP ngày 08/11/2011 của Chính phủ ban hành Chương trình tổng thể"),
      ElementsAre("NQ 30c/NQ-CP 2011-11-08 [Chính phủ]"));
  EXPECT_THAT(Cited("Quyết định số 01/1999/QĐ.UB."), ElementsAre("QĐ 01/1999/QĐ.UB"));
  EXPECT_THAT(Cited("Nghị quyết 31/NQ-CP ngày 13/5/14"), ElementsAre("NQ 31/NQ-CP 2014-05-13"));
  EXPECT_THAT(Cited("Kế hoạch số 21/KH-BCĐ của Ban Chỉ đạo về hội nhập quốc tế và Quyết định"),
              ElementsAre("KH 21/KH-BCĐ [Ban Chỉ đạo về hội nhập quốc tế]"));
  EXPECT_THAT(Cited("cứ theo Quyết định số 6/2020/QĐ-TTg của Thủ tướng Chính phủ mà làm"),
              ElementsAre("QĐ 6/2020/QĐ-TTg [Thủ tướng Chính phủ]"));
  EXPECT_THAT(Cited("Tại Quyết định số 20/QĐ-TTg, Thủ tướng Chính phủ giao thành phố kế hoạch vốn"),
              ElementsAre("QĐ 20/QĐ-TTg [Thủ tướng Chính phủ]"));
  // a ministry's comma, and where its name ends
  EXPECT_THAT(
      Cited("Thông tư số 5/2015/TT-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch hướng dẫn thi hành"),
      ElementsAre("TT 5/2015/TT-BVHTTDL [Bộ Văn hóa, Thể thao và Du lịch]"));
  EXPECT_THAT(Cited("Công văn số 8/SKHĐT-KT của Sở Kế hoạch và Đầu tư về việc góp ý"),
              ElementsAre("CV 8/SKHĐT-KT [Sở Kế hoạch và Đầu tư]"));
}

TEST(Citations, ReadTheDateAndTheIssuerThatStandBefore) {
  EXPECT_THAT(Cited("Ngày 26/12/2013, UBND tỉnh đã có Công văn số 5341/UBND-ĐNMN chỉ đạo các sở"),
              ElementsAre("CV 5341/UBND-ĐNMN 2013-12-26 [UBND tỉnh]"));
  EXPECT_THAT(
      Cited("theo đề nghị của Giám đốc Sở Ngoại vụ tại Tờ trình số 15/TTr-SNgV ngày 01/3/2018"),
      ElementsAre("TTr 15/TTr-SNgV 2018-03-01 [Giám đốc Sở Ngoại vụ]"));
}

TEST(Citations, ShareWhatAListPrintsOnce) {
  EXPECT_THAT(Cited("các Quyết định số: 1743/QĐ-BGTVT, 1744/QĐ-BGTVT ngày 31/12/2024 của Bộ Giao "
                    "thông vận tải"),
              ElementsAre("QĐ 1743/QĐ-BGTVT 2024-12-31 [Bộ Giao thông vận tải]",
                          "QĐ 1744/QĐ-BGTVT 2024-12-31 [Bộ Giao thông vận tải]"));
  EXPECT_THAT(
      Cited(
          "các Công văn: số 12/BNG-NV ngày 1/2/2013, số 14/BNG-NV ngày 4/5/2013 của Bộ Ngoại giao"),
      ElementsAre("CV 12/BNG-NV 2013-02-01 [Bộ Ngoại giao]",
                  "CV 14/BNG-NV 2013-05-04 [Bộ Ngoại giao]"));
  EXPECT_THAT(Cited("Nghị định số: 88/CP, ngày 17/8/1994, số 60/CP, ngày 05/7/1994"),
              ElementsAre("NĐ 88/CP 1994-08-17", "NĐ 60/CP 1994-07-05"));
  EXPECT_THAT(
      Cited("các Công văn: Số 10/BTC-QL về dự thảo thay Nghị định số 103/2024/NĐ-CP ngày 30/7/2024 "
            "của Chính phủ; số 11/BTC-QL"),
      ElementsAre("CV 10/BTC-QL", "NĐ 103/2024/NĐ-CP 2024-07-30 [Chính phủ]", "CV 11/BTC-QL"));
  // one document with its date, another without: nothing is shared
  EXPECT_THAT(Cited("Công văn số 12/BNG-NV; Tờ trình số 14/TTr-SNgV ngày 4/5/2013"),
              ElementsAre("CV 12/BNG-NV", "TTr 14/TTr-SNgV 2013-05-04"));
}

TEST(Citations, GoOnWithWhatTheirSentenceSays) {
  const struct {
    const char* text;
    std::vector<std::string> want;
  } rows[] = {
      // one day and one office for both
      {"Ngày 04/3/2019, UBND huyện đã ban hành Quyết định số 214/QĐ-UBND về chương trình xúc tiến "
       "và "
       "Kế hoạch số 39/KH-UBND về hội chợ",
       {"QĐ 214/QĐ-UBND 2019-03-04 [UBND huyện]", "KH 39/KH-UBND 2019-03-04 [UBND huyện]"}},
      // an office takes back its own
      {"Theo đó, UBND tỉnh đã ban hành Quyết định bãi bỏ Quyết định số 36/2016/QĐ-UBND ngày "
       "29/7/2016 "
       "về thu hút đầu tư; đồng thời, đã ban hành Quyết định số 155/QĐ-UBND ngày 28/01/2021",
       {"QĐ 36/2016/QĐ-UBND 2016-07-29 [UBND tỉnh]", "QĐ 155/QĐ-UBND 2021-01-28 [UBND tỉnh]"}},
      {"trình HĐND tỉnh ban hành Nghị quyết số 02/2021/NQ-HĐND ngày 12/3/2021",
       {"NQ 02/2021/NQ-HĐND 2021-03-12 [HĐND tỉnh]"}},
      {"được UBND tỉnh công bố tại các Quyết định số: 145/QĐ-UBND ngày 26/01/2021, số 402/QĐ-UBND",
       {"QĐ 145/QĐ-UBND 2021-01-26 [UBND tỉnh]", "QĐ 402/QĐ-UBND [UBND tỉnh]"}},
      {"Xét đề nghị của Ban Khoa học, Công nghệ và Quan hệ quốc tế tại Tờ trình số 88/TTr-KHCN,",
       {"TTr 88/TTr-KHCN [Ban Khoa học, Công nghệ và Quan hệ quốc tế]"}},
      {"kết luận của Ban Thường vụ Huyện ủy khóa XVI tại Thông báo số 903-TB/HU",
       {"TB 903-TB/HU [Ban Thường vụ Huyện ủy]"}},
      {"Báo cáo số 215/BC-SCT ngày 09/8/2021 của Sở Công Thương tổng hợp ý kiến góp ý",
       {"BC 215/BC-SCT 2021-08-09 [Sở Công Thương]"}},
      // another office, another sentence, another clause: nothing is shared
      {"UBND tỉnh đã ban hành Quyết định số 5/QĐ-UBND; Quyết định số 6/QĐ-STC",
       {"QĐ 5/QĐ-UBND [UBND tỉnh]", "QĐ 6/QĐ-STC"}},
      {"UBND tỉnh đã ban hành Quyết định số 5/QĐ-UBND. Kế hoạch số 6/KH-UBND",
       {"QĐ 5/QĐ-UBND [UBND tỉnh]", "KH 6/KH-UBND"}},
      {"Ngày 04/3/2019, UBND huyện đã ban hành Quyết định số 214/QĐ-UBND theo tinh thần của Kế "
       "hoạch "
       "số 39/KH-SCT",
       {"QĐ 214/QĐ-UBND 2019-03-04 [UBND huyện]", "KH 39/KH-SCT 2019-03-04 [UBND huyện]"}},
  };
  for (const auto& row : rows) EXPECT_EQ(Cited(row.text), row.want) << row.text;
}

TEST(Citations, AreNotDatesFractionsRatesAndForeignNumbers) {
  for (const char* text :
       {"đón 17 đoàn/35 lượt, cắm 60/60 cột mốc, vận tốc 60 km/giờ", "hỗ trợ 10 triệu Yên/dự án",
        "từ 01/4-31/3/2022, công bố ngày 24/7/1993", "24 TTHC/3 lĩnh vực; 800.000 kíp/người/tháng",
        "TCVN 5945-2005; dịch Covid-19; ISO 9001:2015; giai đoạn 2021-2025",
        "7-Eleven; lô B12-A3; xe 76A-123.45", "bản đồ tỷ lệ 1/2000, số nhà 12/5 đường 24/3",
        "điểm 3/QĐ của phiếu", "No: 15/2019/HD-ABC", "No. 12/QD-XYZ dated 12 March",
        "các văn bản nêu trên; Nghị quyết Đại hội", ""}) {
    EXPECT_THAT(Cited(text), IsEmpty()) << text;
  }
}

TEST(Laws, AreCitedByTheirNames) {
  const struct {
    const char* text;
    const char* want;
  } rows[] = {
      {"Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;",
       "\"Luật Tổ chức chính quyền địa phương\" 2015-06-19"},
      {"Căn cứ Luật Thuế xuất khẩu, thuế nhập khẩu ngày 06 tháng 4 năm 2016;",
       "\"Luật Thuế xuất khẩu, thuế nhập khẩu\" 2016-04-06"},
      {"Bộ luật Dân sự số 91/2015/QH13 ngày 24/11/2015",
       "\"Bộ luật Dân sự\" 91/2015/QH13 2015-11-24"},
      {"Luật đấu thầu số 43/2013/QH 13 ngày 26/11/2013",
       "\"Luật đấu thầu\" 43/2013/QH13 2013-11-26"},
      {"theo Luật Đất đai năm 2013 của Quốc hội", "\"Luật Đất đai\" 2013-?-? [Quốc hội]"},
      {"Công ước Viên năm 1961 về quan hệ ngoại giao", "\"Công ước Viên năm 1961\" 1961-?-?"},
      {"Hiệp định Thương mại tự do ASEAN được ký", "\"Hiệp định Thương mại tự do ASEAN\""},
      {"Hiến pháp năm 2013", "\"Hiến pháp\" 2013-?-?"},
      {"một số điều của Luật Đấu thầu về lựa chọn nhà thầu", "\"Luật Đấu thầu\""},
      {"theo Luật Đất đai và sửa đổi một số nội dung", "\"Luật Đất đai\""},
      {"Luật Hôn nhân và gia đình", "\"Luật Hôn nhân và gia đình\""},
      {"Luật đất đai của Chủ tịch nước công bố ngày 24 / 7/ 1993 và",
       "\"Luật đất đai\" 1993-07-24 [Chủ tịch nước]"},
      {"Luật Phòng, chống tham nhũng có hiệu lực", "\"Luật Phòng, chống tham nhũng\""},
  };
  for (const auto& row : rows) EXPECT_THAT(Cited(row.text), ElementsAre(row.want)) << row.text;
}

TEST(Laws, AreNotCommonNouns) {
  for (const char* text :
       {"các luật liên quan", "Luật sư Nguyễn Văn Bé", "pháp lệnh hiện hành",
        "các Hiệp định thương mại tự do", "theo quy định của pháp luật", "kỷ luật Đảng",
        "đúng luật", "Đề án \"Phổ biến nội dung Công ước quốc tế về quyền trẻ em\""}) {
    EXPECT_THAT(Cited(text), IsEmpty()) << text;
  }
}

const char* Name(ReferenceRole role) {
  switch (role) {
    case ReferenceRole::kBasis: return "basis";
    case ReferenceRole::kReplyTo: return "reply_to";
    case ReferenceRole::kAttached: return "attached";
    case ReferenceRole::kAmends: return "amends";
    case ReferenceRole::kReplaces: return "replaces";
    case ReferenceRole::kCites: break;
  }
  return "cites";
}

// "number role, number role"
std::string Roles(const std::string& body) {
  std::string out;
  for (const Reference& reference : RecordOf(WithBody(body)).references) {
    out += (out.empty() ? "" : ", ") + reference.number.value_or(reference.title.value_or("")) +
           " " + Name(reference.role);
  }
  return out;
}

TEST(References, HaveARole) {
  const struct {
    const char* body;
    const char* want;
  } rows[] = {
      {"Căn cứ Nghị định số 60/2003/NĐ-CP ngày 06/6/2003 của Chính phủ;", "60/2003/NĐ-CP basis"},
      {"Xét đề nghị của Sở Nội vụ tại Tờ trình số 5/TTr-SNV ngày 2/3/2015,", "5/TTr-SNV basis"},
      {"Phúc đáp Công văn số 100/STC-NS ngày 01/3/2018 của Sở Tài chính, Sở Ngoại vụ có ý kiến:",
       "100/STC-NS reply_to"},
      {"Trả lời Công văn số 100/STC-NS của Sở Tài chính, Sở Ngoại vụ có ý kiến:",
       "100/STC-NS reply_to"},
      {"Phúc đáp Công văn số 100/STC-NS ngày 01/3/2018, Công văn số 101/STC-NS ngày 02/3/2018 của "
       "Sở Tài chính, Sở có ý kiến:",
       "100/STC-NS reply_to, 101/STC-NS reply_to"},
      {"Thực hiện Công văn số 100/STC-NS của Sở Tài chính, Sở Ngoại vụ triển khai:",
       "100/STC-NS cites"},
      {"Quyết định này thay thế Quyết định số 20/2012/QĐ-UBND ngày 5/6/2012.",
       "20/2012/QĐ-UBND replaces"},
      {"Bãi bỏ Quyết định số 20/2012/QĐ-UBND và Quyết định số 21/2012/QĐ-UBND.",
       "20/2012/QĐ-UBND replaces, 21/2012/QĐ-UBND replaces"},
      {"Sửa đổi, bổ sung khoản 2 Điều 3 Quyết định số 22/2012/QĐ-UBND.", "22/2012/QĐ-UBND amends"},
      {"Thực hiện Nghị định số 18/2021/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số "
       "134/2016/NĐ-CP, Sở triển khai.",
       "18/2021/NĐ-CP cites, 134/2016/NĐ-CP cites"},
      {"Sở gửi kèm Báo cáo số 33/BC-SNgV ngày 14/02/2025.", "33/BC-SNgV attached"},
      {"Giấy mời này thay Thư mời số 95/TM-ĐHV đã phát hành.", "95/TM-ĐHV replaces"},
      {"Từ nay Thông báo số 502-TB/TU của Ban Thường vụ Tỉnh ủy hết hiệu lực.",
       "502-TB/TU replaces"},
      {"Tiếp theo Công văn số 24/UBND-NC; xét đề nghị của Sở Nội vụ tại Tờ trình số 6/TTr-SNV và ý "
       "kiến "
       "của Công an tỉnh tại Công văn số 33/CAT-PA, UBND tỉnh giao việc:",
       "24/UBND-NC cites, 6/TTr-SNV basis, 33/CAT-PA basis"},
      {"Gửi kèm Báo cáo số 33/BC-SNgV tổng hợp ý kiến và Báo cáo thẩm định số 4/BC-STP.",
       "33/BC-SNgV attached, 4/BC-STP attached"},
      {"Quyết định này thay thế Quyết định số 2/QĐ-UBND sửa đổi Quy chế; bãi bỏ Công văn số "
       "3/UBND-TN.",
       "2/QĐ-UBND replaces, 3/UBND-TN replaces"},
      {"Sửa đổi, bổ sung một số điều của Quy định ban hành kèm theo Quyết định số 4/2018/QĐ-UBND.",
       "4/2018/QĐ-UBND amends"},
      {"Mức ưu đãi bổ sung vì không còn phù hợp khoản 4 Điều 15 Luật Đầu tư.", "Luật Đầu tư cites"},
      // one document twice: one entry, the stronger role
      {"Thực hiện Quyết định số 20/2012/QĐ-UBND.\n\nNay bãi bỏ Quyết định số 20/2012/QĐ-UBND.",
       "20/2012/QĐ-UBND replaces"},
      {"Căn cứ Quyết định số 20/2012/QĐ-UBND;\n\nĐiều 2. Thay thế Quyết định số 20/2012/QĐ-UBND.",
       "20/2012/QĐ-UBND replaces"},
  };
  for (const auto& row : rows) EXPECT_EQ(Roles(row.body), row.want) << row.body;
}

TEST(References, HaveOneEntryForALawWithAndWithoutItsNumber) {
  EXPECT_EQ(Roles("Căn cứ Luật đấu thầu số 43/2013/QH 13 ngày 26/11/2013;\n\nCăn cứ Nghị định số "
                  "63/2014/NĐ-CP quy định chi tiết Luật Đấu thầu;"),
            "43/2013/QH13 basis, 63/2014/NĐ-CP basis");
  EXPECT_EQ(Roles("Theo Luật Đất đai năm 2003 và Luật Đất đai năm 2013."),
            "Luật Đất đai cites, Luật Đất đai cites");
}

TEST(References, LeaveTheLettersOwnNumberOut) {
  const Record record =
      RecordOf(WithFoot("GIÁM ĐỐC\n\nĐỗ Quang Hưng\n\nPhụ lục\nDANH SÁCH ĐOÀN RA\n(Kèm theo Báo "
                        "cáo số 88/BC-SNgV ngày 05/3/2015 của Sở Ngoại vụ)\n\n"
                        "Theo Báo cáo số 88/BC-SNgV và Kế hoạch số 4/KH-UBND.\n"));
  ASSERT_EQ(record.references.size(), 1u);
  EXPECT_EQ(record.references[0].number, "4/KH-UBND");
}

TEST(References, AreReadOverTheEndOfALineAndOfAPage) {
  EXPECT_EQ(Roles("Thực hiện các Quyết định số: 1743/QĐ-BGTVT, 1744/QĐ-\nBGTVT ngày 31/12/2014, Sở "
                  "triển khai."),
            "1743/QĐ-BGTVT cites, 1744/QĐ-BGTVT cites");
  EXPECT_EQ(Roles("Thực hiện Công văn số 4869/\nUBND-SYT ngày 26/7/2014, Sở triển khai."),
            "4869/UBND-SYT cites");
  EXPECT_EQ(Roles("Thực hiện tốt các nhiệm vụ được giao tại Kế hoạch số\f12/KH-UBND ngày "
                  "26/7/2014, Sở triển khai."),
            "12/KH-UBND cites");
}

}  // namespace
}  // namespace vanthu::test
