#include "pipeline/archive/counts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/archive/archive_fixture.h"

namespace vanthu::archive {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class CountsTest : public ArchiveTest {
 protected:
  void AddLetter(int n, const Sketch& sketch, const std::vector<Partner>& partners = {}) {
    Record record = MakeRecord(sketch);
    record.partners = partners;
    ASSERT_TRUE(archive_.AddLetters(0, FakeFile(n), std::vector{record}).ok());
  }

  static Partner Named(const std::string& name, const std::string& country, PartnerKind kind) {
    Partner partner = Evident<Partner>(name);
    partner.name = name;
    partner.country = country;
    partner.kind = kind;
    return partner;
  }

  // facet:value=count
  std::vector<std::string> Rows(std::string_view query, const CountOptions& options = {}) {
    const Result<Counts> counts = CountLetters(archive_, query, options);
    if (!counts.ok()) {
      ADD_FAILURE() << query << ": " << counts.error().Describe();
      return {};
    }
    letters_ = counts->letters;
    near_ = counts->near;
    std::vector<std::string> rows;
    for (const FacetCount& row : counts->rows) {
      rows.push_back(std::string(FacetName(row.facet)) + ":" + row.value.value_or("?") + "=" +
                     std::to_string(row.count));
    }
    return rows;
  }

  Archive archive_ = Open();
  int64_t letters_ = 0;
  bool near_ = false;
};

TEST_F(CountsTest, EveryFacetOfAMatch) {
  const Partner lao = Named("Lào", "LA", PartnerKind::kCountry);
  const Partner champasak = Named("Champasak", "LA", PartnerKind::kLocality);
  AddLetter(1, {.type = "BC", .date = "2020-01-01", .issuer = "Sở Ngoại vụ", .body = "đoàn ra"},
            {lao, champasak, champasak});
  AddLetter(2, {.type = "KH", .date = "2021-01-01", .issuer = "Sở Ngoại vụ", .body = "đoàn ra"},
            {champasak});
  AddLetter(3, {.type = "BC", .body = "đoàn vào"});
  EXPECT_THAT(Rows("đoàn"), ElementsAre("year:2021=1", "year:2020=1", "year:?=1", "type:BC=2",
                                        "type:KH=1", "issuer:Sở Ngoại vụ=2", "issuer:?=1",
                                        "partner:Champasak=2", "country:LA=2"));
  EXPECT_EQ(letters_, 3);
  EXPECT_THAT(Rows("đoàn ra loai:KH"),
              ElementsAre("year:2021=1", "type:KH=1", "issuer:Sở Ngoại vụ=1", "partner:Champasak=1",
                          "country:LA=1"));
  // Nothing typed is the whole archive.
  EXPECT_THAT(Rows(" ").size(), 9U);
  EXPECT_THAT(Rows("đoàn", {.most = 1}),
              ElementsAre("year:2021=1", "type:BC=2", "issuer:Sở Ngoại vụ=2", "partner:Champasak=2",
                          "country:LA=2"));
  EXPECT_THAT(Rows("dioxin"), IsEmpty());
  EXPECT_THAT(Rows("\"\""), IsEmpty());
  EXPECT_EQ(ToJson(FacetCount{Facet::kYear, std::nullopt, 2}).dump(),
            R"({"facet":"year","value":null,"count":2})");
}

TEST_F(CountsTest, CountsWhatSearchLists) {
  AddLetter(1, {.number = "12/HD-SNgV", .type = "HD", .date = "2020-01-01", .body = "hoà bình"});
  AddLetter(2, {.number = "12/HĐ-SNgV", .type = "HĐ", .date = "2021-01-01", .body = "x"});
  AddLetter(3, {.type = "BC", .date = "2022-01-01", .body = "y", .cites = {"12/HD-SNgV"}});
  EXPECT_THAT(Rows("12/HD-SNgV"),
              ElementsAre("year:2022=1", "year:2020=1", "type:BC=1", "type:HD=1", "issuer:?=2"));
  EXPECT_FALSE(near_);
  // Where nothing fits exactly, what is near.
  EXPECT_THAT(Rows("hỏa bình"), ElementsAre("year:2020=1", "type:HD=1", "issuer:?=1"));
  EXPECT_TRUE(near_);
  EXPECT_EQ(letters_, 1);
}

TEST_F(CountsTest, OfVeryManyLettersTheIndexIsReadThrough) {
  Result<Transaction> batch = archive_.BeginBatch();
  ASSERT_TRUE(batch.ok());
  const Partner lao = Named("Champasak", "LA", PartnerKind::kLocality);
  for (int n = 1; n <= 210; ++n) {
    AddLetter(n, {.type = "BC", .date = n % 2 == 0 ? "2020" : "2021"},
              n % 10 == 0 ? std::vector{lao} : std::vector<Partner>());
  }
  ASSERT_TRUE(batch->Commit().ok());
  for (const double looked_up : {1.0, 0.0}) {
    EXPECT_THAT(Rows("loai:BC", {.looked_up = looked_up}),
                ElementsAre("year:2021=105", "year:2020=105", "type:BC=210", "issuer:?=210",
                            "partner:Champasak=21", "country:LA=21"));
  }
}

TEST_F(CountsTest, ALimitInTimeSaysSo) {
  Result<Transaction> batch = archive_.BeginBatch();
  ASSERT_TRUE(batch.ok());
  for (int n = 1; n <= 500; ++n) AddLetter(n, {.body = "Lào"});
  ASSERT_TRUE(batch->Commit().ok());
  const Result<Counts> counts =
      CountLetters(archive_, "lao", {.time_limit = std::chrono::milliseconds(-1)});
  ASSERT_FALSE(counts.ok());
  EXPECT_EQ(counts.error().code, ErrorCode::kTimeout);
  EXPECT_EQ(CountLetters(archive_, "lao", {.most = -1}).error().code, ErrorCode::kUsage);
}

}  // namespace
}  // namespace vanthu::archive
