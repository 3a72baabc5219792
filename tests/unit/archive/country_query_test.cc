#include "pipeline/archive/country_query.h"

#include <gtest/gtest.h>

#include <utility>

namespace vanthu::archive {
namespace {

TEST(CountryCodeTest, KnowsCodesAndNames) {
  for (const auto& [typed, code] : {std::pair{"LA", "LA"},
                                    {"la", "LA"},
                                    {"Lào", "LA"},
                                    {"lao", "LA"},
                                    {"LAOS", "LA"},
                                    {"Campuchia", "KH"},
                                    {"Cam-pu-chia", "KH"},
                                    {"nhật bản", "JP"},
                                    {"Hoa Kỳ", "US"},
                                    {"my", "MY"},
                                    {"hàn quốc", "KR"},
                                    {"Thái  Lan", "TH"}}) {
    const Result<std::string> found = CountryCode(typed);
    ASSERT_TRUE(found.ok()) << typed;
    EXPECT_EQ(*found, code) << typed;
  }
}

TEST(CountryCodeTest, RefusesTheRest) {
  for (const char* typed : {"", " ", "XX", "ZZ", "L", "Champasak", "Atlantis", "\xff\xfe"}) {
    const Result<std::string> found = CountryCode(typed);
    ASSERT_FALSE(found.ok()) << typed << " " << *found;
    EXPECT_EQ(found.error().code, ErrorCode::kUsage);
  }
}

TEST(CurrencyCodeTest, IsIso4217) {
  for (const char* code : {"USD", "VND", "EUR", "LAK", "JPY"}) EXPECT_TRUE(IsCurrencyCode(code));
  for (const char* text : {"", "US", "ABC", "ZZZ", "ĐOÀN", "%"}) EXPECT_FALSE(IsCurrencyCode(text));
}

}  // namespace
}  // namespace vanthu::archive
