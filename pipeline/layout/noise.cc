#include "pipeline/layout/noise.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "models/text/utf8.h"

namespace vanthu::layout {
namespace {

// Confidences were looked up on the scans in /shared: marks read from seals and signatures lie
// below 0.5 almost always; damaged but real words go down to 0.03 and are longer than two letters
// or stand among good words.
constexpr double kWeak = 0.5;
// Marks of one or two letters that stand alone need more to be believed.
constexpr double kSure = 0.7;
// Letters of an unlikely shape even more.
constexpr double kCertain = 0.9;

size_t WordChars(std::string_view text) {
  size_t count = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    if (IsWordChar(c.value)) ++count;
    at += c.length;
  }
  return count;
}

// Consists of what the engine writes for rules, frames and scribbles, which no letter prints alone.
bool IsRule(std::string_view text) {
  constexpr std::u32string_view kStrokes = U"|¦_=^`´ˆ˜°·¬<>\\{}[]‡†";
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    if (kStrokes.find(c.value) == std::u32string_view::npos) return false;
    at += c.length;
  }
  return true;
}

// An upright stroke as high as a line: the border between two cells.
bool IsBorder(const Token& token) {
  const Word& word = token.word;
  return word.confidence < 1 && (word.text == "|" || word.text == "¦");
}

bool IsNoise(const Token& token, const Measure& measure) {
  const Word& word = token.word;
  if (word.confidence >= 1) return false;
  if (IsRule(word.text)) return true;
  // Three lines high and doubtful: a seal's letters or a signature.
  return word.confidence < kWeak && token.flat.height() > 2.5 * measure.em;
}

// A doubtful mark without letters, which is noise at the ends of a segment and a hyphen inside.
bool IsWeakMark(const Token& token) {
  return token.word.confidence < kWeak && WordChars(token.word.text) == 0;
}

size_t Digits(const Segment& segment) {
  size_t count = 0;
  for (const Token& token : segment.tokens) {
    for (const char c : token.word.text) count += c >= '0' && c <= '9' ? 1 : 0;
  }
  return count;
}

// A single letter much higher or lower than letters are.
bool IsStroke(const Segment& segment, const Measure& measure) {
  if (segment.tokens.size() != 1 || Digits(segment) > 0) return false;
  const Token& token = segment.tokens.front();
  const double height = token.flat.height() / measure.em;
  return WordChars(token.word.text) == 1 && token.word.confidence < kCertain &&
         (height > 1.4 || height < 0.45);
}

// A segment that nothing vouches for: every word weak and short, or no word at all.
bool IsNoise(const Segment& segment, const Measure& measure) {
  size_t longest = 0;
  double best = 0;
  for (const Token& token : segment.tokens) {
    longest = std::max(longest, WordChars(token.word.text));
    best = std::max(best, token.word.confidence);
  }
  if (best >= 1) return false;
  if (IsStroke(segment, measure)) return true;
  // Bullets away from their text and "-" in a table's cell are printed, and read with confidence.
  if (longest == 0) return best < kSure && segment.tokens.size() == 1;
  // Numbers stand alone in tables and at the foot of a page, handwritten ones in a head; seals
  // seldom look like two digits.
  if (Digits(segment) > 0) return longest == 1 && best < kWeak;
  if (longest <= 2) return best < kSure && segment.tokens.size() <= 3;
  return best < 0.35 && longest <= 4;
}

// The dash before an entry of a list comes out as a wave, which no letter prints: "~ Như trên;".
void MendDash(Segment& segment) {
  Word& first = segment.tokens.front().word;
  if (segment.tokens.size() < 2 || first.confidence >= 1) return;
  if (first.text != "~") return;
  if (first.raw.empty()) first.raw = first.text;
  first.text = std::string(1, '-');
}

// The parts of a segment between borders, without its noise.
Cleaned Parts(Segment segment, const Measure& measure) {
  Cleaned out;
  std::vector<Segment>& parts = out.segments;
  bool begin = true;
  for (Token& token : segment.tokens) {
    const bool border = IsBorder(token);
    if (border || IsNoise(token, measure)) {
      begin = begin || border;
      out.dropped.push_back(std::move(token.word));
      continue;
    }
    if (begin) parts.emplace_back();
    begin = false;
    parts.back().tokens.push_back(std::move(token));
  }
  for (Segment& part : parts) {
    while (!part.tokens.empty() && IsWeakMark(part.tokens.back())) {
      out.dropped.push_back(std::move(part.tokens.back().word));
      part.tokens.pop_back();
    }
    const auto first = std::find_if_not(part.tokens.begin(), part.tokens.end(), IsWeakMark);
    for (auto token = part.tokens.begin(); token != first; ++token) {
      out.dropped.push_back(std::move(token->word));
    }
    part.tokens.erase(part.tokens.begin(), first);
  }
  std::erase_if(parts, [](const Segment& part) { return part.tokens.empty(); });
  for (Segment& part : parts) {
    part.box = BoundsOf(part.tokens);
    MendDash(part);
  }
  return out;
}

}  // namespace

Cleaned DropNoise(std::vector<Segment> segments, const Measure& measure) {
  Cleaned out;
  for (Segment& segment : segments) {
    Cleaned parts = Parts(std::move(segment), measure);
    out.dropped.insert(out.dropped.end(), parts.dropped.begin(), parts.dropped.end());
    for (Segment& part : parts.segments) {
      if (!IsNoise(part, measure)) {
        out.segments.push_back(std::move(part));
        continue;
      }
      for (const Token& token : part.tokens) out.dropped.push_back(token.word);
    }
  }
  return out;
}

}  // namespace vanthu::layout
