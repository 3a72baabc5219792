#include "pipeline/export/cite_dot.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vanthu::exporting {
namespace {

using nlohmann::ordered_json;
using testing::HasSubstr;
using testing::Not;

// A letter that answers one which is not there, and cites a law twice over.
ordered_json Graph() {
  return {{"nodes",
           {{{"letter_id", 3},
             {"number", "35/KH-UBND"},
             {"title", nullptr},
             {"issue_date", "2021-01-20"},
             {"issuer", "Ủy ban nhân dân tỉnh An Phú"},
             {"subject",
              "Đoàn ra & đoàn vào <năm> 2021 của các sở, ban, ngành, địa phương trong "
              "toàn tỉnh An Phú và các huyện"},
             {"asked", true}},
            {{"letter_id", nullptr},
             {"number", "9/BNG-CNV"},
             {"title", nullptr},
             {"issue_date", "2021-01"},
             {"asked", false}},
            {{"letter_id", nullptr},
             {"number", nullptr},
             {"title", "Luật Đầu tư"},
             {"issue_date", nullptr},
             {"asked", false}}}},
          {"edges",
           {{{"from", 0}, {"to", 1}, {"role", "reply_to"}, {"certain", true}},
            {{"from", 0}, {"to", 2}, {"role", "basis"}, {"certain", true}},
            {{"from", 0}, {"to", 2}, {"role", "cites"}, {"certain", false}}}}};
}

TEST(CiteDotTest, SaysWhatADocumentIs) {
  const std::string dot = CiteDot(Graph(), SheetLanguage::kVietnamese, "không có trong kho");
  EXPECT_THAT(dot, HasSubstr("<B>35/KH-UBND</B><BR/>20/01/2021<BR/>"));
  EXPECT_THAT(dot, HasSubstr("<I>Đoàn ra &amp; đoàn vào &lt;năm&gt; 2021 của</I>"));
  EXPECT_THAT(dot, HasSubstr("…</I>"));  // the subject is short
  EXPECT_THAT(dot, Not(HasSubstr("các huyện")));
  EXPECT_THAT(dot, HasSubstr("<B>9/BNG-CNV</B><BR/>01/2021<BR/>"));
  EXPECT_THAT(dot, HasSubstr("<B>Luật Đầu tư</B>"));
  EXPECT_THAT(CiteDot(Graph(), SheetLanguage::kEnglish, "x"), HasSubstr("2021-01-20"));
}

TEST(CiteDotTest, WhatIsMissingIsDashedAndWhatWasAskedForIsColoured) {
  const std::string dot = CiteDot(Graph(), SheetLanguage::kVietnamese, "không có trong kho");
  const auto line = [&](const std::string& begin) {
    const size_t at = dot.find("\n  " + begin);
    return dot.substr(at, dot.find('\n', at + 1) - at);
  };
  EXPECT_THAT(line("n0"), HasSubstr("#FFE8A3"));
  EXPECT_THAT(line("n0 "), Not(HasSubstr("dashed")));
  EXPECT_THAT(line("n1 "), HasSubstr("dashed"));
  EXPECT_THAT(line("n1 "), HasSubstr("không có trong kho"));
  EXPECT_THAT(line("n0 -> n1"), HasSubstr("<TD>trả lời</TD></TR></TABLE>>]"));
  EXPECT_THAT(line("n0 -> n2"),
              HasSubstr("<TD>căn cứ, viện dẫn</TD></TR></TABLE>>, style=dashed]"));
}

}  // namespace
}  // namespace vanthu::exporting
