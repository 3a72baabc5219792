#include "pipeline/layout/noise.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "models/text/utf8.h"

namespace vanthu::layout {
namespace {

// Confidences were looked up on the scans in /shared: marks read from seals and signatures lie below
// 0.5 almost always; damaged but real words go down to 0.03 and are longer than two letters or stand
// among good words.
constexpr double kWeak = 0.5;
// Marks of one or two letters that stand alone need more to be believed.
constexpr double kSure = 0.7;

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
  constexpr std::u32string_view kStrokes = U"|¦_=~^`´ˆ˜°·¬<>\\{}[]‡†";
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    if (kStrokes.find(c.value) == std::u32string_view::npos) return false;
    at += c.length;
  }
  return true;
}

bool IsNoise(const Token& token, const Measure& measure) {
  const Word& word = token.word;
  if (word.confidence >= 1) return false;
  if (IsRule(word.text)) return true;
  // Three lines high and doubtful: a seal's letters or a signature.
  if (word.confidence < kWeak && token.flat.height() > 2.5 * measure.em) return true;
  return word.confidence < kWeak && WordChars(word.text) == 0;
}

bool IsNumber(const Segment& segment) {
  return std::all_of(segment.tokens.begin(), segment.tokens.end(), [](const Token& token) {
    return std::all_of(token.word.text.begin(), token.word.text.end(),
                       [](char c) { return c >= '0' && c <= '9'; });
  });
}

// A segment that nothing vouches for: every word weak and short, or no word at all.
bool IsNoise(const Segment& segment) {
  size_t longest = 0;
  double best = 0;
  for (const Token& token : segment.tokens) {
    longest = std::max(longest, WordChars(token.word.text));
    best = std::max(best, token.word.confidence);
  }
  if (best >= 1) return false;
  // Bullets away from their text and "-" in a table's cell are printed, and read with confidence.
  if (longest == 0) return best < kSure && segment.tokens.size() == 1;
  if (longest <= 2) return best < (IsNumber(segment) ? kWeak : kSure) && segment.tokens.size() <= 3;
  return best < 0.35 && longest <= 4;
}

}  // namespace

Cleaned DropNoise(std::vector<Segment> segments, const Measure& measure) {
  Cleaned out;
  for (Segment& segment : segments) {
    std::vector<Token> kept;
    for (Token& token : segment.tokens) {
      if (IsNoise(token, measure)) {
        out.dropped.push_back(token.word);
      } else {
        kept.push_back(std::move(token));
      }
    }
    if (kept.empty()) continue;
    segment.tokens = std::move(kept);
    segment.box = BoundsOf(segment.tokens);
    if (IsNoise(segment)) {
      for (const Token& token : segment.tokens) out.dropped.push_back(token.word);
      continue;
    }
    out.segments.push_back(std::move(segment));
  }
  return out;
}

}  // namespace vanthu::layout
