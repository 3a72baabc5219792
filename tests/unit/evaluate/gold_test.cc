#include "pipeline/evaluate/gold.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace vanthu::evaluate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

std::string Meta(const char* json) { return GoldFromMeta(json)->fields.dump(); }

TEST(GoldFromJson, TakesTheFieldsAsTheyAre) {
  const Result<Gold> gold = GoldFromJson(R"({"place": {"value": "Huế"}, "colour": 1})");
  ASSERT_TRUE(gold.ok());
  EXPECT_EQ(gold->fields.dump(), R"({"place":{"value":"Huế"}})");
  EXPECT_THAT(gold->problems, ElementsAre("\"colour\" is no field of the schema"));
  EXPECT_EQ(GoldFromJson("{").error().code, ErrorCode::kDamaged);
}

TEST(GoldFromMeta, FieldByField) {
  const struct {
    const char *meta, *want;
  } cases[] = {
      {"{}", "{}"},
      {R"({"doc_type": "công văn"})", R"({"doc_type":{"code":"CV","name":"Công văn"}})"},
      {R"({"doc_type": "quyết định"})", R"({"doc_type":{"code":"QĐ","name":"Quyết định"}})"},
      {R"({"number": "157/ QÐ–NĐ-UB"})", R"({"number":{"normalized":"157/QĐ-NĐ-UB"}})"},
      {R"({"date": "2011-12-16"})", R"({"issue_date":{"year":2011,"month":12,"day":16}})"},
      {R"({"issuer": "SỞ Y TẾ", "parent": "UBND TỈNH KIÊN GIANG"})",
       R"({"issuer":{"name":"Sở Y tế tỉnh Kiên Giang","parent":"Ủy ban nhân dân tỉnh Kiên Giang"}})"},
      {R"({"issuer": "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "parent": "UBND THÀNH PHỐ ĐÀ NẴNG"})",
       R"({"issuer":{"name":"Sở Giáo dục và Đào tạo thành phố Đà Nẵng","parent":"Ủy ban nhân dân thành phố Đà Nẵng"}})"},
      {R"({"issuer": "TRƯỜNG ĐẠI HỌC ĐỒNG NAI", "parent": "UBND TỈNH ĐỒNG NAI"})",
       R"({"issuer":{"name":"Trường Đại học Đồng Nai","parent":"Ủy ban nhân dân tỉnh Đồng Nai"}})"},
      {R"({"issuer": "UỶ BAN NHÂN DÂN TỈNH CAO BẰNG", "parent": null})",
       R"({"issuer":{"name":"Uỷ ban nhân dân tỉnh Cao Bằng","parent":null}})"},
      {R"({"issuer": "THỦ TƯỚNG CHÍNH PHỦ"})", R"({"issuer":{"name":"Thủ tướng Chính phủ"}})"},
      {R"({"subject": "V/v đăng ký dự Hội thi."})",
       R"({"subject":{"value":"đăng ký dự Hội thi"}})"},
      {R"({"subject": "Về việc : Giao quyền"})", R"({"subject":{"value":"Giao quyền"}})"},
      {R"({"subject": "Về kết quả năm 2014"})", R"({"subject":{"value":"Về kết quả năm 2014"}})"},
      {R"({"signer": "TS. Lê Anh Đức", "signer_title": "HIỆU TRƯỞNG"})",
       R"({"signer":{"name":"Lê Anh Đức","title":"HIỆU TRƯỞNG","authority":null}})"},
      {R"({"signer_title": "T/M UBND TỈNH / K/T CHỦ TỊCH / PHÓ CHỦ TỊCH"})",
       R"({"signer":{"title":"PHÓ CHỦ TỊCH","authority":"T/M UBND TỈNH / K/T CHỦ TỊCH"}})"},
      {R"({"place": "Cao Bằng", "recipients_to": ["Sở Tài chính"], "urgency": "HỎA TỐC"})",
       R"({"place":{"value":"Cao Bằng"},"urgency":{"value":"Hỏa tốc"},"addressees":[{"value":"Sở Tài chính"}]})"},
      {R"({"incoming_date": "2025-01-07"})",
       R"({"stamp":{"date":{"year":2025,"month":1,"day":7}}})"},
      {R"({"incoming_stamp": "CỤC THUẾ / CV ĐẾN / Số: 2770 / Ngày: 04/4/18 / Chuyển:"})",
       R"({"stamp":{"office":"CỤC THUẾ","number":"2770","date":{"year":2018,"month":4,"day":4},"forwarded_to":null}})"},
  };
  for (const auto& c : cases) EXPECT_EQ(Meta(c.meta), c.want) << c.meta;
  EXPECT_EQ(GoldFromMeta("[]").error().code, ErrorCode::kDamaged);
}

TEST(GoldFromMeta, WhatItCannotUseIsNamed) {
  const Result<Gold> gold = GoldFromMeta(
      R"({"doc_type": "tấm thiệp", "date": "hôm qua", "signer_title": "HIỆU TRƯỞNG with rubber stamp"})");
  EXPECT_EQ(gold->fields.dump(), "{}");
  EXPECT_THAT(gold->problems, ElementsAre("\"doc_type\" is not understood: not scored",
                                          "\"date\" is not understood: not scored",
                                          "\"signer_title\" is a remark, not a title: not scored"));
}

TEST(GoldFromMeta, DigitsByHand) {
  const char* head = R"({"number": "575/UBND-KTTH", "date": "2025-02-04", "handwritten": )";
  const auto fields = [&](const std::string& list) {
    return GoldFromMeta(head + list + "}")->handwritten.value();
  };
  EXPECT_THAT(fields(R"(["575", "04"])"), UnorderedElementsAre("number", "issue_date"));
  EXPECT_THAT(fields(R"(["575"])"), UnorderedElementsAre("number"));
  EXPECT_THAT(fields("[]"), IsEmpty());
  EXPECT_FALSE(GoldFromMeta("{}")->handwritten.has_value());
}

TEST(GoldFromMeta, EveryRealScan) {
  const std::filesystem::path scans = std::filesystem::path(VANTHU_SHARED) / "scans";
  if (!std::filesystem::exists(scans)) GTEST_SKIP() << scans << " is not here";
  int letters = 0;
  for (const auto& entry : std::filesystem::directory_iterator(scans)) {
    if (!entry.path().string().ends_with(".meta.json")) continue;
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path()).rdbuf();
    const Result<Gold> gold = GoldFromMeta(bytes.str());
    ASSERT_TRUE(gold.ok()) << entry.path();
    ++letters;
    for (const char* field : {"doc_type", "number", "issuer", "issue_date", "subject", "signer"}) {
      EXPECT_TRUE(gold->fields.contains(field)) << entry.path() << ' ' << field;
    }
    // 40 has a title stamped over with another.
    const bool remark = entry.path().filename().string().starts_with("40-");
    EXPECT_EQ(gold->problems.size(), remark ? 1U : 0U) << entry.path();
    RecordProperty(entry.path().filename().string(), gold->fields.dump());
  }
  EXPECT_EQ(letters, 19);
}

}  // namespace
}  // namespace vanthu::evaluate
