// Records and readings as they lie in the database: compressed, each by itself. A record holds its text
// several times over (pages, sections, what each value was printed as) under the same few keys, and packs to a
// fifth; with what is read and written less, packing costs nothing. Bytes that were never packed are told from
// packed ones by their beginning, so that older rows are read as they are.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "models/core/result.h"

struct sqlite3;

namespace vanthu::archive {

// The same bytes give the same, as long as the library is the same.
std::string Packed(std::string_view bytes);

// What Packed was given; bytes that are not packed as they are. None where they are damaged.
std::optional<std::string> Unpacked(std::string_view bytes);

// SQL: vanthu_packed(text) is a blob; vanthu_unpacked(text or blob) a text, null where it is damaged.
Status RegisterPacking(sqlite3* db);

}  // namespace vanthu::archive
