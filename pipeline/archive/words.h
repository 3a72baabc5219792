// Text as it is compared in the columns that end in _fold, and the SQL function that makes it.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "models/core/result.h"

struct sqlite3;

namespace vanthu::archive {

// Folded words with one blank between: "Đoàn  ra, năm 2021" -> "doan ra nam 2021".
std::string FoldedWords(std::string_view text);

// Each of the words once.
std::set<std::string> WordSet(std::string_view text);

// FoldedWords without the blanks: Cam-pu-chia is Campuchia.
std::string SqueezedWords(std::string_view text);

// SQL: vanthu_words(text), null for null. Stands in the views of the schema.
Status RegisterWords(sqlite3* db);

}  // namespace vanthu::archive
