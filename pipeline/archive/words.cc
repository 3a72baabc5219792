#include "pipeline/archive/words.h"

#include <sqlite3.h>

#include "models/text/fold.h"
#include "pipeline/archive/tokenizer.h"

namespace vanthu::archive {
namespace {

void WordsOf(sqlite3_context* context, int, sqlite3_value** values) {
  if (sqlite3_value_type(values[0]) == SQLITE_NULL) return sqlite3_result_null(context);
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
  if (text == nullptr) return sqlite3_result_error_nomem(context);
  const auto size = static_cast<size_t>(sqlite3_value_bytes(values[0]));
  const std::string words = FoldedWords({text, size});
  sqlite3_result_text64(context, words.data(), words.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

}  // namespace

std::string FoldedWords(std::string_view text) {
  std::string words;
  for (const TokenSpan& span : Tokenize(text)) {
    if (!words.empty()) words += ' ';
    words += Fold(text.substr(span.begin, span.end - span.begin));
  }
  return words;
}

std::set<std::string> WordSet(std::string_view text) {
  const std::string words = FoldedWords(text);
  std::set<std::string> parts;
  for (size_t begin = 0; begin < words.size();) {
    const size_t end = std::min(words.find(' ', begin), words.size());
    parts.insert(words.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::string SqueezedWords(std::string_view text) {
  std::string words = FoldedWords(text);
  std::erase(words, ' ');
  return words;
}

Status RegisterWords(sqlite3* db) {
  constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  if (sqlite3_create_function_v2(db, "vanthu_words", 1, kFlags, nullptr, WordsOf, nullptr, nullptr,
                                 nullptr) != SQLITE_OK) {
    return Error{ErrorCode::kInternal, "the function vanthu_words could not be registered", "", 0};
  }
  return Done{};
}

}  // namespace vanthu::archive
