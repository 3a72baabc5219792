// What a field may hold, and how the ways of joining pieces are weighed: with lattices made by hand.
#include "pipeline/reading/digit_string.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace vanthu::reading {
namespace {

// Pieces [first, past) are `digit` with `chance`, else no digit.
Lattice::Arc Arc(size_t first, size_t past, size_t digit, double chance) {
  Lattice::Arc arc{first, past, {}};
  arc.chances[digit] = static_cast<float>(chance);
  arc.chances[kNoDigit] = static_cast<float>(1 - chance);
  return arc;
}

Lattice Of(size_t pieces, std::vector<Lattice::Arc> arcs) {
  return {pieces, std::move(arcs), std::vector<double>(pieces, 0.01)};
}

struct Possible {
  FieldKind kind;
  const char* digits;
  bool possible;
};

class PossibleTest : public testing::TestWithParam<Possible> {};

TEST_P(PossibleTest, IsToldByTheField) {
  EXPECT_EQ(IsPossible(GetParam().kind, GetParam().digits), GetParam().possible);
}

INSTANTIATE_TEST_SUITE_P(
    Numbers, PossibleTest,
    testing::Values(
        Possible{FieldKind::kSerial, "1", true}, Possible{FieldKind::kSerial, "08", true},
        Possible{FieldKind::kSerial, "575", true}, Possible{FieldKind::kSerial, "99999", true},
        Possible{FieldKind::kSerial, "005", true}, Possible{FieldKind::kSerial, "0", false},
        Possible{FieldKind::kSerial, "0012", false}, Possible{FieldKind::kSerial, "123456", false},
        Possible{FieldKind::kSerial, "", false}, Possible{FieldKind::kSerial, "5a", false},
        Possible{FieldKind::kDay, "4", true}, Possible{FieldKind::kDay, "04", true},
        Possible{FieldKind::kDay, "31", true}, Possible{FieldKind::kDay, "32", false},
        Possible{FieldKind::kDay, "00", false}, Possible{FieldKind::kDay, "004", false},
        Possible{FieldKind::kMonth, "12", true}, Possible{FieldKind::kMonth, "13", false}));

TEST(BestNumber, ReadsPieceByPiece) {
  const DigitReading read =
      BestNumber({Of(2, {Arc(0, 1, 4, 0.97), Arc(1, 2, 7, 0.97)})}, FieldKind::kSerial, "", 0);
  EXPECT_EQ(read.digits, "47");
  EXPECT_GT(read.score, 0.9);
}

TEST(BestNumber, JoinsPiecesThatAreOneDigit) {
  // The bar of a 5 apart from its body; the body alone might be a 3.
  const Lattice five =
      Of(3, {Arc(0, 1, 1, 0.1), Arc(0, 2, 5, 0.95), Arc(1, 2, 3, 0.3), Arc(2, 3, 7, 0.9)});
  EXPECT_EQ(BestNumber({five}, FieldKind::kSerial, "", 0).digits, "57");
}

TEST(BestNumber, TakesTheCutThatGivesDigits) {
  // One blot cut in two: together it is nothing, apart it is 1 and 6.
  const Lattice blot = Of(2, {Arc(0, 2, 6, 0.05), Arc(0, 1, 1, 0.9), Arc(1, 2, 6, 0.9)});
  EXPECT_EQ(BestNumber({blot}, FieldKind::kDay, "", 0).digits, "16");
}

TEST(BestNumber, LeavesOutWhatCannotStandInTheField) {
  Lattice lattice = Of(2, {Arc(0, 1, 9, 0.6), Arc(1, 2, 3, 0.9)});
  lattice.arcs[0].chances[2] = 0.3F;
  EXPECT_EQ(BestNumber({lattice}, FieldKind::kDay, "", 0).digits, "23");
  EXPECT_EQ(BestNumber({lattice}, FieldKind::kSerial, "", 0).digits, "93");
}

TEST(BestNumber, SkipsADot) {
  Lattice lattice = Of(2, {Arc(0, 1, 5, 0.95)});
  lattice.skips[1] = 0.5;
  EXPECT_EQ(BestNumber({lattice}, FieldKind::kSerial, "", 0).digits, "5");
}

TEST(BestNumber, IsUnsureOfWhatIsNoDigit) {
  const Lattice scrawl = Of(1, {Arc(0, 1, 8, 0.03)});
  EXPECT_LT(BestNumber({scrawl}, FieldKind::kSerial, "", 0).score, 0.5);
}

TEST(BestNumber, IsUnsureBetweenTwo) {
  Lattice lattice = Of(1, {Arc(0, 1, 4, 0.45)});
  lattice.arcs[0].chances[9] = 0.45F;
  EXPECT_LT(BestNumber({lattice}, FieldKind::kSerial, "", 0).score, 0.55);
  const DigitReading hinted = BestNumber({lattice}, FieldKind::kSerial, "9", 0.9);
  EXPECT_EQ(hinted.digits, "9");
  EXPECT_GT(hinted.score, 0.6);
}

TEST(BestNumber, HasNothingFromNothing) {
  EXPECT_EQ(BestNumber({Of(0, {})}, FieldKind::kSerial, "12", 0.9).digits, "");
  EXPECT_EQ(BestNumber({Of(1, {})}, FieldKind::kSerial, "12", 0.9).digits, "");
  EXPECT_EQ(BestNumber({}, FieldKind::kSerial, "", 0).score, 0);
}

}  // namespace
}  // namespace vanthu::reading
