#include "pipeline/archive/excerpt.h"

#include <algorithm>
#include <array>
#include <optional>

#include "models/text/utf8.h"
#include "pipeline/archive/tokenizer.h"

namespace vanthu::archive {
namespace {

// Bytes before the first match: enough to see what it belongs to.
constexpr size_t kLeadBytes = 60;

struct Match {
  size_t begin = 0, end = 0;  // bytes of the page
  size_t pattern = 0;
};

bool Fits(const TokenForms& forms, const std::string& token, bool prefix) {
  if (prefix) return forms.exact.starts_with(token) || forms.folded.starts_with(token);
  return forms.exact == token || forms.folded == token || forms.symbol == token;
}

// Finds patterns in one page after the other.
class Finder {
 public:
  explicit Finder(std::span<const Pattern> patterns) : patterns_(patterns) {
    for (const Pattern& pattern : patterns) {
      for (const std::string& token : pattern.tokens) {
        const TokenForms forms = FormsOf(token);
        if (forms.folded.empty()) continue;
        initials_[static_cast<unsigned char>(forms.folded[0])] = true;
      }
    }
  }

  // In order of their place; where two begin together the longer comes first.
  std::vector<Match> Find(std::string_view page) {
    spans_ = Tokenize(page);
    forms_.assign(spans_.size(), std::nullopt);
    std::vector<Match> matches;
    for (size_t at = 0; at < spans_.size(); ++at) {
      if (!MayMatch(page[spans_[at].begin])) continue;
      for (size_t i = 0; i < patterns_.size(); ++i) {
        if (!FitsAt(page, at, patterns_[i])) continue;
        const size_t last = at + patterns_[i].tokens.size() - 1;
        matches.push_back({spans_[at].begin, spans_[last].end, i});
      }
    }
    std::ranges::stable_sort(matches, [](const Match& a, const Match& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    return matches;
  }

 private:
  // By its first byte; letters beyond ASCII may fold to any.
  bool MayMatch(char first) const {
    const auto byte = static_cast<unsigned char>(first);
    if (byte >= 0x80) return true;
    return initials_[byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte];
  }

  const TokenForms& FormsAt(std::string_view page, size_t at) {
    if (!forms_[at]) {
      forms_[at] = FormsOf(page.substr(spans_[at].begin, spans_[at].end - spans_[at].begin));
    }
    return *forms_[at];
  }

  bool FitsAt(std::string_view page, size_t at, const Pattern& pattern) {
    const size_t count = pattern.tokens.size();
    if (at + count > spans_.size()) return false;
    for (size_t i = 0; i < count; ++i) {
      const bool prefix = pattern.prefix && i + 1 == count;
      if (!Fits(FormsAt(page, at + i), pattern.tokens[i], prefix)) return false;
    }
    return true;
  }

  std::span<const Pattern> patterns_;
  std::array<bool, 256> initials_{};
  std::vector<TokenSpan> spans_;
  std::vector<std::optional<TokenForms>> forms_;
};

size_t CountPatterns(std::span<const Match> matches) {
  std::vector<size_t> seen;
  for (const Match& match : matches) {
    if (std::ranges::find(seen, match.pattern) == seen.end()) seen.push_back(match.pattern);
  }
  return seen.size();
}

bool IsBlank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

// The nearest word edge at or after `at`, not beyond `limit`; edges are blanks.
size_t EdgeAfter(std::string_view page, size_t at, size_t limit) {
  if (at == 0) return 0;
  while (at < limit && !IsBlank(page[at - 1])) ++at;
  return at;
}

// The nearest word edge at or before `at`, not before `limit`.
size_t EdgeBefore(std::string_view page, size_t at, size_t limit) {
  if (at >= page.size()) return page.size();
  while (at > limit && !IsBlank(page[at])) --at;
  return at;
}

// A run of letters longer than the excerpt has no edge: cut it between two letters.
size_t LetterEdge(std::string_view page, size_t at) {
  while (at < page.size() && at > 0 && (static_cast<unsigned char>(page[at]) & 0xC0) == 0x80) --at;
  return at;
}

TokenSpan Window(std::string_view page, std::span<const Match> matches) {
  size_t best = 0, best_count = 0;
  for (size_t i = 0; i < matches.size(); ++i) {
    size_t last = i;
    while (last + 1 < matches.size() &&
           matches[last + 1].end <= matches[i].begin + kExcerptBytes - kLeadBytes) {
      ++last;
    }
    const size_t count = CountPatterns(matches.subspan(i, last - i + 1));
    if (count > best_count) best = i, best_count = count;
  }
  const size_t first = matches.empty() ? 0 : matches[best].begin;
  const size_t first_end = matches.empty() ? 0 : matches[best].end;
  size_t begin = first > kLeadBytes ? first - kLeadBytes : 0;
  // Near the end of a page the room behind is given to what stands before.
  if (page.size() > kExcerptBytes) begin = std::min(begin, page.size() - kExcerptBytes);
  if (page.size() <= kExcerptBytes) begin = 0;
  begin = EdgeAfter(page, begin, first);
  const size_t room = std::max(begin + kExcerptBytes, first_end);
  size_t end = EdgeBefore(page, std::min(room, page.size()), first_end);
  if (end <= begin) end = LetterEdge(page, std::min(room, page.size()));
  return {begin, end};
}

// The window with its marks; matches that overlap one that is open are left unmarked.
std::string Marked(std::string_view page, TokenSpan window, std::span<const Match> matches) {
  std::string out;
  size_t next = 0;
  size_t mark_end = 0;
  for (size_t i = window.begin; i < window.end; ++i) {
    while (next < matches.size() && matches[next].begin < i) ++next;
    if (mark_end == 0 && next < matches.size() && matches[next].begin == i &&
        matches[next].end <= window.end) {
      mark_end = matches[next].end;
      out += "<mark>";
    }
    if (!IsBlank(page[i])) {
      out += page[i];
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
    if (mark_end == i + 1) {
      out += "</mark>";
      mark_end = 0;
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace

Excerpt MakeExcerpt(std::span<const std::string> pages, std::span<const Pattern> patterns) {
  Excerpt excerpt;
  if (pages.empty()) return excerpt;
  Finder finder(patterns);
  std::vector<Match> best;
  size_t best_count = 0;
  for (size_t i = 0; i < pages.size(); ++i) {
    std::vector<Match> matches = finder.Find(pages[i]);
    const size_t count = CountPatterns(matches);
    if (count <= best_count) continue;
    excerpt.page = i;
    excerpt.found = true;
    best = std::move(matches);
    best_count = count;
    if (count == patterns.size()) break;
  }
  const std::string& page = pages[excerpt.page];
  excerpt.text = Marked(page, Window(page, best), best);
  return excerpt;
}

}  // namespace vanthu::archive
