#include "pipeline/archive/packing.h"

#include <gtest/gtest.h>

#include "tests/unit/archive/archive_fixture.h"

namespace vanthu::archive {
namespace {

TEST(PackingTest, GivesBackWhatItWasGiven) {
  const std::string long_text = [] {
    std::string text;
    for (int i = 0; i < 5000; ++i) text += "số " + std::to_string(i * i) + "/UBND\n";
    return text;
  }();
  for (const std::string& bytes :
       {std::string(), std::string("{}"), std::string("a\0b", 3), long_text}) {
    EXPECT_EQ(Unpacked(Packed(bytes)), bytes);
  }
  EXPECT_LT(Packed(long_text).size(), long_text.size() / 3);
}

TEST(PackingTest, WhatWasNeverPackedIsLeft) {
  for (const std::string bytes : {"", "{\"a\":1}", "\xA1\x61\x61\x01", "\x28\xB5"}) {
    EXPECT_EQ(Unpacked(bytes), bytes);
  }
}

TEST(PackingTest, DamageIsSeen) {
  const std::string packed = Packed("Ủy ban nhân dân tỉnh An Phú, ngày 20 tháng 01 năm 2021");
  EXPECT_FALSE(Unpacked(packed.substr(0, packed.size() - 3)));
  EXPECT_FALSE(Unpacked(packed.substr(0, 4)));
  EXPECT_FALSE(Unpacked(packed.substr(0, 4) + std::string(40, '\xFF')));
}

TEST_F(ArchiveTest, PackingIsKnownToSql) {
  Result<Database> db = Database::Open(root_ / "x.db", Access::kCreate);
  ASSERT_TRUE(db.ok());
  EXPECT_EQ(*db->QueryInt("SELECT vanthu_unpacked(vanthu_packed('Lào')) = 'Lào'"), 1);
  EXPECT_EQ(*db->QueryInt("SELECT vanthu_unpacked('Lào') = 'Lào'"), 1);
  EXPECT_EQ(*db->QueryInt("SELECT vanthu_packed(NULL) IS NULL AND vanthu_unpacked(NULL) IS NULL"),
            1);
  EXPECT_EQ(*db->QueryInt("SELECT vanthu_unpacked(x'28B52FFD00') IS NULL"), 1);
  EXPECT_EQ(*db->QueryInt("SELECT typeof(vanthu_packed('Lào')) = 'blob'"), 1);
}

}  // namespace
}  // namespace vanthu::archive
