// Running text cut into words, numbers and marks, for grammars that look around a number.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::extractors {

enum class TokenKind { kWord, kNumber, kMark };

struct Token {
  TokenKind kind = TokenKind::kMark;
  size_t begin = 0, end = 0;  // bytes of the text
  bool spaced = false;        // a blank before it, or the beginning of the text
};

// Tokens of a text, which must outlive them. "2.280m2" is a number and a word, "1.987,64" one number,
// "m<sup>2</sup>" and "m²" one word of the form "m2".
class Tokens {
 public:
  explicit Tokens(std::string_view text);

  size_t size() const { return tokens_.size(); }
  const Token& operator[](size_t i) const { return tokens_[i]; }
  std::string_view Text(size_t i) const {
    return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }
  std::string_view Text(size_t first, size_t last) const {  // [first, last)
    return text_.substr(tokens_[first].begin, tokens_[last - 1].end - tokens_[first].begin);
  }
  // MatchForm of a word; a mark as it is; "" past the end. Valid as long as the Tokens.
  const std::string& Form(size_t i) const;
  // Form of the token `back` places before i; "" before the first.
  const std::string& Before(size_t i, size_t back = 1) const;

  bool IsNumber(size_t i) const { return i < size() && tokens_[i].kind == TokenKind::kNumber; }
  bool IsWord(size_t i) const { return i < size() && tokens_[i].kind == TokenKind::kWord; }
  bool IsCapital(size_t i) const;  // a word whose first letter is a capital
  bool IsAcronym(size_t i) const;  // a word of capitals, two or more: TTHC
  bool Is(size_t i, std::string_view form) const { return i < size() && Form(i) == form; }
  // Number of tokens from i on that are `forms`, 0 where they differ.
  size_t Match(size_t i, const std::vector<std::string>& forms) const;

 private:
  std::string_view text_;
  std::vector<Token> tokens_;
  mutable std::vector<std::string> forms_;  // filled when asked for
};

// The forms of a phrase of a table.
std::vector<std::string> FormsOf(std::string_view phrase);

}  // namespace vanthu::extractors
