// Letters by who issued them.
#include "pipeline/archive/issuers.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "pipeline/archive/corrections.h"
#include "tests/unit/archive/search_fixture.h"

namespace vanthu::archive {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST_F(SearchTest, AnIssuerByAPartOfItsName) {
  Fill({
      {.issuer = "Sở Ngoại vụ tỉnh Quảng Trị", .body = "Lào"},
      {.issuer = "Sở Ngoại vụ tỉnh Thừa Thiên Huế", .body = "Lào"},
      {.issuer = "Sở Ngoại vụ tỉnh Quảng Trị", .body = "Nga"},
      {.body = "Lào, Sở Ngoại vụ tỉnh Quảng Trị"},
  });
  EXPECT_THAT(Ids("coquan:\"Quảng Trị\""), ElementsAre(3, 1));
  EXPECT_THAT(Ids("coquan:\"ngoai vu\" lao"), ElementsAre(2, 1));
  EXPECT_THAT(Ids("-coquan:\"ngoai vu\" lao"), ElementsAre(4));
  EXPECT_THAT(Ids("coquan:\"Sở Y tế\" lao"), IsEmpty());
  EXPECT_THAT(Ids("coquan:\"Quàng Trị\" nga"), ElementsAre(-3));
}

TEST_F(SearchTest, ACorrectedIssuer) {
  Fill({{.issuer = "Sở Ngoai vu", .body = "Lào"}, {.issuer = "Sở Y tế", .body = "Lào"}});
  ASSERT_TRUE(Correct(archive_, "lan", 1, "issuer", "Sở Ngoại vụ").ok());
  EXPECT_THAT(Ids("coquan:\"Sở Ngoại vụ\""), ElementsAre(1));
  EXPECT_THAT(Ids("coquan:\"Sở Ngoai vu\""), ElementsAre(1));  // without accents, every spelling
}

TEST_F(SearchTest, ARareIssuerRanksNoHigher) {
  Fill({{.date = "2021-01-01", .issuer = "Sở Ngoại vụ Nam", .body = "Lào"}});
  for (int n = 2; n <= 20; ++n) {
    Add(archive_, n, {.date = "2022-01-01", .issuer = "Sở Ngoại vụ Bắc", .body = "Lào"});
  }
  EXPECT_EQ(Ids("coquan:\"ngoại vụ\" lào").back(), 1);  // the oldest
}

// More than are looked for one by one.
TEST_F(SearchTest, VeryManyIssuers) {
  Result<Transaction> batch = archive_.BeginBatch();
  ASSERT_TRUE(batch.ok());
  for (int n = 1; n <= 100; ++n) {
    Add(archive_, n,
        {.issuer = fmt::format("Trường số {}", n), .body = n % 2 == 0 ? "Lào" : "Nga"});
  }
  Add(archive_, 101, {.issuer = "Sở Y tế", .body = "Trường Lào"});
  ASSERT_TRUE(batch->Commit().ok());
  EXPECT_EQ(Rows("coquan:trường lào", {.limit = 200}).size(), 50U);
  EXPECT_EQ(Rows("-coquan:trường lào").size(), 1U);
}

}  // namespace
}  // namespace vanthu::archive
