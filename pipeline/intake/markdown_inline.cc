#include "pipeline/intake/markdown_inline.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>

#include "pipeline/intake/html.h"

namespace vanthu::intake {
namespace {

bool IsAsciiPunctuation(char c) { return std::ispunct(static_cast<unsigned char>(c)) != 0; }
bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n'; }
bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }

// Tags that only dress text. What else stands in angle brackets ("<Tên cơ quan>") is text.
constexpr std::array<std::string_view, 20> kDressingTags = {
    "u",      "span", "font", "sub", "small", "big", "mark", "a",  "p",    "div",
    "center", "s",    "del",  "ins", "o:p",   "ul",  "li",   "ol", "code", "strike"};

struct Tag {
  std::string name;  // lower case
  bool closing = false;
  size_t length = 0;
};

std::optional<Tag> TagAt(std::string_view text) {
  const size_t end = text.find('>');
  if (end == std::string_view::npos || end > 300) return std::nullopt;
  Tag tag;
  tag.length = end + 1;
  size_t i = 1;
  if (text[i] == '/') {
    tag.closing = true;
    ++i;
  }
  for (; i < end && (std::isalnum(static_cast<unsigned char>(text[i])) != 0 || text[i] == ':');
       ++i) {
    tag.name.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(text[i]))));
  }
  const bool ends_well = i == end || text[i] == ' ' || text[i] == '/' || text[i] == '\n';
  if (tag.name.empty() || !ends_well) return std::nullopt;
  return tag;
}

struct Token {
  enum class Kind { kText, kLabel, kBreak, kStars };
  Kind kind = Kind::kText;
  std::string text;
  int stars = 0;  // kStars: how many are not matched yet
  bool can_open = false, can_close = false;
  int bold = 0, italic = 0;  // change of depth from this token on
};

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view source) : source_(source) {}

  std::vector<Token> Run() {
    while (at_ < source_.size()) Step();
    return std::move(tokens_);
  }

 private:
  char Ahead(size_t distance) const {
    return at_ + distance < source_.size() ? source_[at_ + distance] : '\n';
  }
  Token& Push(Token::Kind kind) {
    tokens_.emplace_back().kind = kind;
    return tokens_.back();
  }
  void Text(std::string_view text, size_t consumed) {
    if (tokens_.empty() || tokens_.back().kind != Token::Kind::kText) Push(Token::Kind::kText);
    tokens_.back().text += text;
    at_ += consumed;
  }

  void Step() {
    const char c = source_[at_];
    if (c == '\n') {
      Push(Token::Kind::kBreak);
      ++at_;
    } else if (c == '\\' && Ahead(1) == '\n') {
      ++at_;
    } else if (c == '\\' && IsAsciiPunctuation(Ahead(1))) {
      Text(source_.substr(at_ + 1, 1), 2);
    } else if (c == '*') {
      Stars();
    } else if (c == '&') {
      Entity();
    } else if (c == '<') {
      Html();
    } else if (c == '[' || (c == '!' && Ahead(1) == '[')) {
      Link();
    } else {
      Text(source_.substr(at_, 1), 1);
    }
  }

  void Stars() {
    const size_t end = std::min(source_.find_first_not_of('*', at_), source_.size());
    const char before = at_ == 0 ? '\n' : source_[at_ - 1];
    const char after = end < source_.size() ? source_[end] : '\n';
    const bool product = IsAsciiDigit(before) && IsAsciiDigit(after);  // 20*30 cm
    Token& token = Push(Token::Kind::kStars);
    token.stars = static_cast<int>(end - at_);
    token.can_open = !IsBlank(after) && !product && token.stars <= 3;
    token.can_close = !IsBlank(before) && !product && token.stars <= 3;
    at_ = end;
  }

  void Entity() {
    const size_t end = source_.find(';', at_);
    if (end == std::string_view::npos || end - at_ > 12) return Text("&", 1);
    const std::string_view entity = source_.substr(at_, end + 1 - at_);
    Text(DecodeEntities(entity), entity.size());
  }

  void Html() {
    const std::string_view rest = source_.substr(at_);
    if (rest.starts_with("<!--")) {
      const size_t end = rest.find("-->");
      if (end == std::string_view::npos) return Text("<", 1);
      at_ += end + 3;
      return;
    }
    const auto tag = TagAt(rest);
    if (!tag) return Text("<", 1);
    const int step = tag->closing ? -1 : 1;
    if (tag->name == "br") {
      Push(Token::Kind::kBreak);
    } else if (tag->name == "sup" && !tag->closing) {
      return Superscript(tag->length);
    } else if (tag->name == "b" || tag->name == "strong") {
      Push(Token::Kind::kText).bold = step;
    } else if (tag->name == "i" || tag->name == "em") {
      Push(Token::Kind::kText).italic = step;
    } else if (tag->name != "sup" && std::find(kDressingTags.begin(), kDressingTags.end(),
                                               tag->name) == kDressingTags.end()) {
      return Text("<", 1);
    }
    at_ += tag->length;
  }

  void Superscript(size_t tag_length) {
    const std::string_view rest = source_.substr(at_ + tag_length);
    const size_t end = rest.find("</sup>");
    if (end == std::string_view::npos || end > 60) {
      at_ += tag_length;
      return;
    }
    const bool has_text = !tokens_.empty() && tokens_.back().kind == Token::Kind::kText;
    const std::string before = has_text ? tokens_.back().text : std::string();
    Push(Token::Kind::kLabel).text = SuperscriptText(rest.substr(0, end), before);
    at_ += tag_length + end + 6;
  }

  // "[text](target)" is its text, "![text](target)" a picture and nothing. A target has no blanks.
  void Link() {
    const bool picture = source_[at_] == '!';
    const std::string_view rest = source_.substr(at_ + (picture ? 1 : 0));
    const size_t middle = rest.substr(0, 500).find("](");
    const size_t end = middle == std::string_view::npos ? middle : rest.find(')', middle);
    if (end == std::string_view::npos || end == middle + 2 ||
        rest.substr(1, middle - 1).find_first_of("[]\n") != std::string_view::npos ||
        rest.substr(middle, end - middle).find_first_of(" \n") != std::string_view::npos) {
      return Text(source_.substr(at_, 1), 1);
    }
    Text(picture ? std::string_view() : rest.substr(1, middle - 1), end + 1 + (picture ? 1 : 0));
  }

  std::string_view source_;
  size_t at_ = 0;
  std::vector<Token> tokens_;
};

// Pairs the runs of stars; each pair of two is bold, of one italic. What stays unpaired is text.
std::vector<Token> MatchStars(std::vector<Token> tokens) {
  std::vector<size_t> openers;
  for (size_t i = 0; i < tokens.size(); ++i) {
    Token& token = tokens[i];
    if (token.kind != Token::Kind::kStars) continue;
    while (token.can_close && token.stars > 0 && !openers.empty()) {
      Token& opener = tokens[openers.back()];
      const bool strong = opener.stars >= 2 && token.stars >= 2;
      (strong ? opener.bold : opener.italic) += 1;
      (strong ? token.bold : token.italic) -= 1;
      opener.stars -= strong ? 2 : 1;
      token.stars -= strong ? 2 : 1;
      if (opener.stars == 0) openers.pop_back();
    }
    if (token.can_open && token.stars > 0) openers.push_back(i);
  }
  return tokens;
}

}  // namespace

std::vector<MarkdownSpan> ParseMarkdownInline(std::string_view paragraph) {
  std::vector<MarkdownSpan> spans;
  int bold = 0, italic = 0;
  for (Token& token : MatchStars(Tokenizer(paragraph).Run())) {
    bold = std::max(0, bold + token.bold);
    italic = std::max(0, italic + token.italic);
    if (token.kind == Token::Kind::kStars) {
      token.text.assign(static_cast<size_t>(token.stars), '*');
    }
    if (token.kind != Token::Kind::kBreak && token.text.empty()) continue;
    MarkdownSpan span;
    span.kind = token.kind == Token::Kind::kBreak   ? MarkdownSpan::Kind::kBreak
                : token.kind == Token::Kind::kLabel ? MarkdownSpan::Kind::kLabel
                                                    : MarkdownSpan::Kind::kText;
    span.text = std::move(token.text);
    span.emphasis = {bold > 0, italic > 0};
    spans.push_back(std::move(span));
  }
  return spans;
}

}  // namespace vanthu::intake
