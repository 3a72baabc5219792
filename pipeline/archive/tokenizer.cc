#include "pipeline/archive/tokenizer.h"

#include <sqlite3.h>

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "models/text/fold.h"
#include "models/text/utf8.h"
#include "pipeline/archive/facets.h"
#include "pipeline/archive/fts5_api.h"
#include "pipeline/archive/number_chain.h"

namespace vanthu::archive {
namespace {

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Calls visit(begin, end) for every word until it answers something else than 0; answers that.
template <typename Visit>
int ForEachWord(std::string_view text, Visit visit) {
  size_t i = 0;
  while (i < text.size()) {
    CodePoint at = DecodeAt(text, i);
    if (!IsWordChar(at.value)) {
      i += at.length;
      continue;
    }
    const size_t begin = i;
    while (i < text.size()) {
      at = DecodeAt(text, i);
      if (!IsWordChar(at.value)) break;
      i += at.length;
    }
    if (const int result = visit(begin, i); result != 0) return result;
  }
  return 0;
}

// The longest beginning of whole letters that fits.
std::string_view Cut(std::string_view word) {
  if (word.size() <= kMaxTokenBytes) return word;
  size_t end = 0;
  for (size_t next = 0; next <= kMaxTokenBytes; next += DecodeAt(word, next).length) end = next;
  return word.substr(0, end);
}

// 2 letters at least: a capital alone opens sentences and list items.
bool IsSymbol(std::string_view word) {
  int letters = 0;
  for (const char c : word) {
    if (c >= 'A' && c <= 'Z') {
      ++letters;
    } else if (c < '0' || c > '9') {
      return false;
    }
  }
  return letters >= 2;
}

std::string AsciiLower(std::string_view word) {
  std::string lower(word);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// --- FTS5 ----------------------------------------------------------------------------------------

using Emit = int (*)(void*, int, const char*, int, int, int);

struct Sink {
  void* context;
  Emit emit;
  int begin, end;

  int operator()(std::string_view token, int flags) const {
    return emit(context, flags, token.data(), static_cast<int>(token.size()), begin, end);
  }
};

// The forms of words met before. A language has some thousand syllables: few words of a letter have
// to be taken apart anew, which is a quarter of the time that indexing takes.
class FormsCache {
 public:
  // Valid until the next call.
  const TokenForms& FormsOf(std::string_view word) {
    if (const auto known = forms_.find(word); known != forms_.end()) return known->second;
    // Misread words and numbers come without end.
    if (forms_.size() >= kMaxWords) forms_.clear();
    return forms_.emplace(word, archive::FormsOf(word)).first->second;
  }

 private:
  static constexpr size_t kMaxWords = 50'000;  // some 10 MB

  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
  };
  std::unordered_map<std::string, TokenForms, Hash, std::equal_to<>> forms_;
};

int Create(void*, const char**, int, Fts5Tokenizer** out) {
  *out = reinterpret_cast<Fts5Tokenizer*>(new FormsCache());
  return SQLITE_OK;
}

void Delete(Fts5Tokenizer* tokenizer) { delete reinterpret_cast<FormsCache*>(tokenizer); }

int TokenizeFts(Fts5Tokenizer* tokenizer, void* context, int flags, const char* bytes, int size,
                Emit emit) {
  FormsCache& cache = *reinterpret_cast<FormsCache*>(tokenizer);
  const std::string_view text(bytes, size > 0 ? static_cast<size_t>(size) : 0);
  NumberChain number;
  size_t last_end = 0;
  return ForEachWord(text, [&](size_t begin, size_t end) {
    const std::string_view word = text.substr(begin, end - begin);
    const std::string_view gap = text.substr(last_end, begin - last_end);
    last_end = end;
    const Sink sink{context, emit, static_cast<int>(begin), static_cast<int>(end)};
    // Queries are built of tokens of the index: they are taken as they are.
    if ((flags & FTS5_TOKENIZE_QUERY) != 0) return sink(word, 0);
    const TokenForms& forms = cache.FormsOf(Cut(word));
    int result = sink(forms.exact, 0);
    if (result == SQLITE_OK && forms.HasMarks()) result = sink(forms.folded, FTS5_TOKEN_COLOCATED);
    if (result == SQLITE_OK && !forms.symbol.empty()) {
      result = sink(forms.symbol, FTS5_TOKEN_COLOCATED);
    }
    if (number.Take(gap, word, forms.exact, forms.folded)) {
      for (const std::string* form : {&number.exact(), &number.folded()}) {
        if (result == SQLITE_OK) result = sink(Cut(*form), FTS5_TOKEN_COLOCATED);
      }
    }
    return result;
  });
}

}  // namespace

std::vector<TokenSpan> Tokenize(std::string_view text) {
  std::vector<TokenSpan> tokens;
  ForEachWord(text, [&](size_t begin, size_t end) {
    tokens.push_back({begin, end});
    return 0;
  });
  return tokens;
}

TokenForms FormsOf(std::string_view word) {
  if (const std::optional<std::string_view> unmarked = UnmarkedWord(word)) {
    TokenForms forms = FormsOf(*unmarked);
    for (std::string* form : {&forms.exact, &forms.folded, &forms.symbol}) {
      if (!form->empty()) *form = HeadToken(*form);
    }
    return forms;
  }
  word = Cut(word);
  TokenForms forms;
  if (IsAscii(word)) {
    forms.exact = forms.folded = AsciiLower(word);
    if (IsSymbol(word)) forms.symbol = word;
  } else {
    forms.exact = MatchForm(word);
    forms.folded = Fold(word);
    // A lone combining mark folds to nothing: it is no word but must keep its place.
    if (forms.folded.empty()) forms.folded = forms.exact;
  }
  return forms;
}

Status RegisterTokenizer(sqlite3* db) {
  const Result<fts5_api*> api = Fts5ApiOf(db);
  if (!api.ok()) return api.error();
  fts5_tokenizer tokenizer{Create, Delete, TokenizeFts};
  if ((*api)->xCreateTokenizer(*api, "vanthu", nullptr, &tokenizer, nullptr) != SQLITE_OK) {
    return Error{ErrorCode::kInternal, "the full-text tokenizer could not be registered", "", 0};
  }
  return Done{};
}

}  // namespace vanthu::archive
