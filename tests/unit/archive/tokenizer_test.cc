#include "pipeline/archive/tokenizer.h"

#include <gtest/gtest.h>

#include <string>

namespace vanthu::archive {
namespace {

TEST(Tokenize, SpansOfThePrintedText) {
  const struct {
    const char* text;
    std::vector<const char*> words;
  } rows[] = {
      {"", {}},
      {" -/. ", {}},
      {"650/UBND-ĐNMN", {"650", "UBND", "ĐNMN"}},
      {"Hòa Bình, ngày 1", {"Hòa", "Bình", "ngày", "1"}},
      {"3176B/QĐ-SYT", {"3176B", "QĐ", "SYT"}},
      {"Tr\u01b0\u01a1\u0300ng",
       {"Tr\u01b0\u01a1\u0300ng"}},  // a combining mark is part of its word
      {"a\xff"
       "b",
       {"a", "b"}},
      {"…Lào”", {"Lào"}},
  };
  for (const auto& row : rows) {
    std::vector<std::string> words;
    const std::string text = row.text;
    for (const TokenSpan& span : Tokenize(text)) {
      words.push_back(text.substr(span.begin, span.end - span.begin));
    }
    EXPECT_EQ(words, std::vector<std::string>(row.words.begin(), row.words.end())) << text;
  }
}

TEST(FormsOf, ExactFoldedAndSymbol) {
  const struct {
    const char* word;
    const char* exact;
    const char* folded;
    const char* symbol;
  } rows[] = {
      {"Quyền", "quyền", "quyen", ""},
      {"quyen", "quyen", "quyen", ""},
      {"Hoà", "hòa", "hoa", ""},
      {"HÒA", "hòa", "hoa", ""},
      {"UỶ", "ủy", "uy", ""},
      {"ĐNMN", "đnmn", "dnmn", ""},
      {"\u00D0NMN", "đnmn", "dnmn", ""},
      {"HD", "hd", "hd", "HD"},
      {"HĐ", "hđ", "hd", ""},
      {"UBND", "ubnd", "ubnd", "UBND"},
      {"QH14", "qh14", "qh14", "QH14"},
      {"SNgV", "sngv", "sngv", ""},
      {"A", "a", "a", ""},
      {"2014", "2014", "2014", ""},
  };
  for (const auto& row : rows) {
    const TokenForms forms = FormsOf(row.word);
    EXPECT_EQ(forms.exact, row.exact) << row.word;
    EXPECT_EQ(forms.folded, row.folded) << row.word;
    EXPECT_EQ(forms.symbol, row.symbol) << row.word;
  }
}

TEST(FormsOf, CutsWhatIsNoWord) {
  std::string word;
  for (int i = 0; i < 1000; ++i) word += "ế";
  const TokenForms forms = FormsOf(word);
  EXPECT_LE(forms.exact.size(), kMaxTokenBytes);
  EXPECT_EQ(forms.exact.size() % 3, 0u);
}

}  // namespace
}  // namespace vanthu::archive
