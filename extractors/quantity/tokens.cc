#include "extractors/quantity/tokens.h"

#include <array>

#include "models/text/fold.h"
#include "models/text/utf8.h"

namespace vanthu::extractors {
namespace {

bool IsFraction(char32_t c) { return c == U'½' || c == U'¼' || c == U'¾'; }

// Bytes of a number: digits, single points and commas between digits, a vulgar fraction.
size_t NumberLength(std::string_view text) {
  size_t at = 0;
  while (at < text.size()) {
    const bool mark = (text[at] == '.' || text[at] == ',') && at > 0;
    if (mark && at + 1 < text.size() && IsDigit(static_cast<unsigned char>(text[at + 1]))) {
      ++at;
    } else if (!IsDigit(static_cast<unsigned char>(text[at]))) {
      break;
    }
    ++at;
  }
  const CodePoint next = DecodeAt(text, at);
  return IsFraction(next.value) ? at + next.length : at;
}

// Bytes of a raised 2 or 3 behind a measure: "²", "2" in m2, "<sup>2</sup>".
size_t PowerLength(std::string_view word, std::string_view rest) {
  constexpr std::array<std::string_view, 7> kPowers = {
      "²", "³", "2", "3", "<sup>2</sup>", "<sup>3</sup>", "^2"};
  constexpr std::array<std::string_view, 4> kMeasures = {"m", "km", "cm", "dm"};
  bool measure = false;
  for (const std::string_view name : kMeasures) measure = measure || word == name;
  if (!measure) return 0;
  for (const std::string_view power : kPowers) {
    if (!rest.starts_with(power)) continue;
    const CodePoint after = DecodeAt(rest, power.size());
    return IsWordChar(after.value) && after.length > 0 ? 0 : power.size();
  }
  return 0;
}

}  // namespace

Tokens::Tokens(std::string_view text) : text_(text) {
  bool spaced = true;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeAt(text, at);
    if (point.value == U' ') {
      spaced = true;
      at += point.length;
      continue;
    }
    Token token;
    token.begin = at;
    token.spaced = spaced;
    spaced = false;
    if (IsDigit(point.value) || IsFraction(point.value)) {
      token.kind = TokenKind::kNumber;
      at += NumberLength(text.substr(at));
    } else if (IsLetter(point.value)) {
      token.kind = TokenKind::kWord;
      while (at < text.size()) {
        const CodePoint next = DecodeAt(text, at);
        if (!IsLetter(next.value)) break;
        at += next.length;
      }
      at += PowerLength(text.substr(token.begin, at - token.begin), text.substr(at));
    } else {
      at += point.length;
    }
    token.end = at;
    tokens_.push_back(token);
  }
  forms_.resize(tokens_.size());
}

const std::string& Tokens::Form(size_t i) const {
  static const std::string none;
  if (i >= size()) return none;
  std::string& form = forms_[i];
  if (form.empty()) {
    const std::string_view text = Text(i);
    form = tokens_[i].kind == TokenKind::kWord ? MatchForm(text) : std::string(text);
    const auto raised = [&form](std::string_view mark, char digit) {
      const size_t at = form.find(mark);
      if (at != std::string::npos) form.replace(at, std::string::npos, 1, digit);
    };
    if (tokens_[i].kind == TokenKind::kWord) {
      raised("²", '2');
      raised("³", '3');
      raised("<sup>2", '2');
      raised("<sup>3", '3');
      raised("^2", '2');
    }
  }
  return form;
}

const std::string& Tokens::Before(size_t i, size_t back) const {
  return Form(i >= back ? i - back : size());
}

bool Tokens::IsCapital(size_t i) const {
  return IsWord(i) && IsUpper(DecodeAt(text_, tokens_[i].begin).value);
}

bool Tokens::IsAcronym(size_t i) const {
  if (!IsWord(i)) return false;
  size_t letters = 0;
  for (size_t at = tokens_[i].begin; at < tokens_[i].end; ++letters) {
    const CodePoint point = DecodeAt(text_, at);
    if (!IsUpper(point.value)) return false;
    at += point.length;
  }
  return letters >= 2;
}

size_t Tokens::Match(size_t i, const std::vector<std::string>& forms) const {
  if (forms.empty() || i + forms.size() > size()) return 0;
  for (size_t k = 0; k < forms.size(); ++k) {
    if (Form(i + k) != forms[k]) return 0;
  }
  return forms.size();
}

std::vector<std::string> FormsOf(std::string_view phrase) {
  const Tokens tokens(phrase);
  std::vector<std::string> forms;
  for (size_t i = 0; i < tokens.size(); ++i) forms.push_back(tokens.Form(i));
  return forms;
}

}  // namespace vanthu::extractors
