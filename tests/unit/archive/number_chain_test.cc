#include "pipeline/archive/number_chain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/archive/tokenizer.h"

namespace vanthu::archive {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> Chains(const std::string& text) {
  std::vector<std::string> chains;
  NumberChain chain;
  size_t last = 0;
  for (const TokenSpan& span : Tokenize(text)) {
    const std::string word = text.substr(span.begin, span.end - span.begin);
    const TokenForms forms = FormsOf(word);
    if (chain.Take(text.substr(last, span.begin - last), word, forms.exact, forms.folded)) {
      chains.push_back(chain.exact());
      chains.push_back(chain.folded());
    }
    last = span.end;
  }
  return chains;
}

TEST(NumberChain, OfANumberEachBeginning) {
  EXPECT_THAT(Chains("Số: 650/UBND-ĐNMN ngày"),
              ElementsAre("650ǂUBND", "650ǂubnd", "650ǂUBNDǂĐNMN", "650ǂubndǂdnmn"));
}

TEST(NumberChain, AsPrintedLoosely) {
  EXPECT_THAT(Chains("12 / QĐ"), ElementsAre("12ǂQĐ", "12ǂqd"));
  EXPECT_THAT(Chains("12 QĐ"), ElementsAre("12ǂQĐ", "12ǂqd"));
  EXPECT_THAT(Chains("12/q\u0111"), ElementsAre("12ǂQĐ", "12ǂqd"));
}

TEST(NumberChain, SerialsHaveNoZerosInFront) {
  EXPECT_THAT(Chains("05/QĐ"), ElementsAre("5ǂQĐ", "5ǂqd"));
  EXPECT_THAT(Chains("00/QĐ"), ElementsAre("00ǂQĐ", "00ǂqd"));
  EXPECT_THAT(Chains("3176B/QĐ"), ElementsAre("3176BǂQĐ", "3176bǂqd"));
}

TEST(NumberChain, TheYearOfANormativeDocument) {
  EXPECT_THAT(Chains("02/2016/NQ-HĐND"),
              ElementsAre("2ǂ2016ǂNQ", "2ǂ2016ǂnq", "2ǂ2016ǂNQǂHĐND", "2ǂ2016ǂnqǂhdnd"));
}

TEST(NumberChain, DatesAndWordsAreNone) {
  EXPECT_THAT(Chains("27/2/2014"), IsEmpty());
  EXPECT_THAT(Chains("20 người, 3-4 ngày"), IsEmpty());
  EXPECT_THAT(Chains("khoản 2. UBND"), IsEmpty());
  EXPECT_THAT(Chains("UBND-650"), IsEmpty());
}

TEST(NumberChain, WhatGoesOnIsNoNumber) { EXPECT_THAT(Chains("1/A-B-C-D-E-G-H").size(), 10U); }

}  // namespace
}  // namespace vanthu::archive
