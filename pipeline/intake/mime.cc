#include "pipeline/intake/mime.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "models/text/fold.h"
#include "models/text/normalize.h"
#include "pipeline/intake/blanks.h"
#include "pipeline/intake/encoding.h"
#include "pipeline/intake/mime_coding.h"

namespace vanthu::intake {
namespace {

constexpr int kDeepest = 20;         // parts in parts
constexpr size_t kMostParts = 5000;  // of one multipart

using Fields = std::map<std::string, std::string, std::less<>>;  // the first of each name

std::string_view WithoutLineEnd(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

// Takes the next line off `text`, without its end.
std::string_view NextLine(std::string_view& text) {
  const size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, std::min(end + 1, text.size()));
  text.remove_prefix(line.size());
  return WithoutLineEnd(line);
}

// Takes the headers and the empty line after them off `text`.
Fields TakeFields(std::string_view& text) {
  Fields fields;
  std::string* last = nullptr;
  while (!text.empty()) {
    const std::string_view line = NextLine(text);
    if (line.empty()) break;
    if (line.front() == ' ' || line.front() == '\t') {
      if (last != nullptr) (*last += ' ') += Trimmed(line);
      continue;
    }
    last = nullptr;
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const auto [field, added] = fields.emplace(Lower(Trimmed(line.substr(0, colon))),
                                               std::string(Trimmed(line.substr(colon + 1))));
    if (added) last = &field->second;
  }
  return fields;
}

std::string Field(const Fields& fields, std::string_view name) {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string() : found->second;
}

std::string Decoded(const std::string& bytes, const std::string& charset) {
  const bool unicode = charset.empty() || charset == "utf-8" || charset == "us-ascii";
  if (!unicode) {
    if (auto text = DecodeCharset(bytes, charset)) return *std::move(text);
  }
  return DecodeText(bytes, DetectEncoding(bytes));
}

// "text/html; charset=utf-8; name*0*=…" taken apart.
struct Value {
  std::string what;  // before the first semicolon, lower case
  std::string Parameter(std::string_view name) const;
  Fields parameters;  // by lower-case name, as written
};

// Without the quotes round it or round parts of it; a backslash inside them goes before what it is.
std::string Unquoted(std::string_view text) {
  std::string out;
  bool quoted = false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') {
      quoted = !quoted;
    } else {
      if (quoted && text[i] == '\\' && i + 1 < text.size()) ++i;
      out += text[i];
    }
  }
  return out;
}

// Cut at each semicolon outside quotes.
std::vector<std::string_view> CutAtSemicolons(std::string_view text) {
  std::vector<std::string_view> pieces;
  bool quoted = false;
  size_t begin = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (quoted && text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      quoted = !quoted;
    } else if (text[i] == ';' && !quoted) {
      pieces.push_back(text.substr(begin, i - begin));
      begin = i + 1;
    }
  }
  pieces.push_back(text.substr(begin));
  return pieces;
}

Value ParseValue(std::string_view text) {
  Value value;
  const std::vector<std::string_view> pieces = CutAtSemicolons(text);
  value.what = Lower(Trimmed(pieces.front()));
  for (size_t i = 1; i < pieces.size(); ++i) {
    const size_t equals = pieces[i].find('=');
    if (equals == std::string_view::npos) continue;
    value.parameters.emplace(Lower(Trimmed(pieces[i].substr(0, equals))),
                             Unquoted(Trimmed(pieces[i].substr(equals + 1))));
  }
  return value;
}

// A value in the form charset'language'percent (RFC 2231).
std::string Extended(const std::string& text) {
  const size_t first = text.find('\'');
  const size_t second = first == std::string::npos ? first : text.find('\'', first + 1);
  if (second == std::string::npos) return Decoded(DecodePercent(text), {});
  return Decoded(DecodePercent(std::string_view(text).substr(second + 1)),
                 Lower(text.substr(0, first)));
}

std::string Value::Parameter(std::string_view name) const {
  const std::string key(name);
  if (const auto whole = parameters.find(key + "*"); whole != parameters.end())
    return Extended(whole->second);
  if (const auto plain = parameters.find(key); plain != parameters.end())
    return DecodeHeader(plain->second);
  std::string joined;
  bool extended = false;
  for (int i = 0;; ++i) {
    const std::string piece = key + "*" + std::to_string(i);
    const auto plain = parameters.find(piece);
    const auto percent = parameters.find(piece + "*");
    if (plain == parameters.end() && percent == parameters.end()) break;
    extended = extended || percent != parameters.end();
    joined += percent != parameters.end() ? percent->second : plain->second;
  }
  return extended ? Extended(joined) : DecodeHeader(joined);
}

std::string DecodeBody(std::string_view body, const std::string& coding) {
  if (coding == "base64") return DecodeBase64(body);
  if (coding == "quoted-printable") return DecodeQuoted(body, Quoted::kBody);
  return std::string(body);
}

// The parts between the lines "--boundary"; what stands before the first and behind the last is for
// programs that know no parts.
std::vector<std::string_view> SplitParts(std::string_view body, const std::string& boundary) {
  std::vector<std::string_view> parts;
  const std::string mark = "--" + boundary;
  std::optional<size_t> begin;
  for (size_t at = 0; at < body.size() && parts.size() < kMostParts;) {
    const size_t end = std::min(body.find('\n', at), body.size());
    const std::string_view line = Trimmed(body.substr(at, end - at));
    const size_t next = std::min(end + 1, body.size());
    const bool last = line == mark + "--";
    if (last || line == mark) {
      // The line end before the mark belongs to it.
      if (begin) parts.push_back(WithoutLineEnd(body.substr(*begin, at - *begin)));
      begin.reset();
      if (last) return parts;
      begin = next;
    }
    at = next;
  }
  if (begin) parts.push_back(body.substr(*begin));  // the end is missing
  return parts;
}

MimePart MakePart(const Fields& fields, std::string_view body, int depth) {
  MimePart part;
  const Value type = ParseValue(Field(fields, "content-type"));
  const Value disposition = ParseValue(Field(fields, "content-disposition"));
  if (type.what.find('/') != std::string::npos) part.type = type.what;
  part.charset = Lower(type.Parameter("charset"));
  part.name = disposition.Parameter("filename");
  if (part.name.empty()) part.name = type.Parameter("name");
  part.id = Field(fields, "content-id") + Field(fields, "content-location");
  part.attached = disposition.what == "attachment";
  const std::string boundary = type.Parameter("boundary");
  if (part.type.starts_with("multipart/") && !boundary.empty() && depth < kDeepest) {
    for (std::string_view inner : SplitParts(body, boundary)) {
      const Fields own = TakeFields(inner);
      part.parts.push_back(MakePart(own, inner, depth + 1));
    }
  } else {
    part.body = DecodeBody(body, Lower(Field(fields, "content-transfer-encoding")));
  }
  return part;
}

// One encoded word at the beginning of `text`: its text, and how long it is.
std::optional<std::pair<std::string, size_t>> EncodedWord(std::string_view text) {
  if (!text.starts_with("=?")) return std::nullopt;
  const size_t charset_end = text.find('?', 2);
  if (charset_end == std::string_view::npos || charset_end + 2 >= text.size() ||
      text[charset_end + 2] != '?')
    return std::nullopt;
  const size_t begin = charset_end + 3;
  const size_t end = text.find("?=", begin);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view coded = text.substr(begin, end - begin);
  const char coding = text[charset_end + 1];
  const bool base64 = coding == 'B' || coding == 'b';
  if (!base64 && coding != 'Q' && coding != 'q') return std::nullopt;
  const std::string charset = Lower(text.substr(2, charset_end - 2));
  const std::string bytes = base64 ? DecodeBase64(coded) : DecodeQuoted(coded, Quoted::kHeader);
  return std::pair(Decoded(bytes, charset.substr(0, charset.find('*'))), end + 2);
}

}  // namespace

std::string DecodeHeader(std::string_view value) {
  std::string text, blanks, plain;
  bool after_word = false;
  const auto end_plain = [&] { text += Decoded(std::exchange(plain, {}), {}); };
  while (!value.empty()) {
    if (const auto word = EncodedWord(value)) {
      if (!after_word) plain += blanks;  // blanks between two words are none of the text
      blanks.clear();
      end_plain();
      text += word->first;
      value.remove_prefix(word->second);
      after_word = true;
    } else if (value.front() == ' ') {
      blanks += ' ';
      value.remove_prefix(1);
    } else {
      plain += std::exchange(blanks, {});
      plain += value.front();
      value.remove_prefix(1);
      after_word = false;
    }
  }
  end_plain();
  return CleanLine(text);
}

MimeMail ParseMail(std::string_view bytes) {
  if (bytes.starts_with("From ")) NextLine(bytes);  // as mailboxes begin a mail
  const Fields fields = TakeFields(bytes);
  MimeMail mail;
  mail.subject = DecodeHeader(Field(fields, "subject"));
  mail.from = DecodeHeader(Field(fields, "from"));
  mail.to = DecodeHeader(Field(fields, "to"));
  mail.cc = DecodeHeader(Field(fields, "cc"));
  mail.date = DecodeHeader(Field(fields, "date"));
  mail.content = MakePart(fields, bytes, 0);
  return mail;
}

}  // namespace vanthu::intake
