#include "pipeline/archive/packing.h"

#include <sqlite3.h>
#include <zstd.h>

#include <memory>

namespace vanthu::archive {
namespace {

// Levels above cost more time than they save bytes on records of some kilobytes.
constexpr int kLevel = 3;

// What every frame of zstd begins with; neither JSON nor the CBOR of an object does.
constexpr std::string_view kMark = "\x28\xB5\x2F\xFD";

// More than a page of the longest letter; a damaged length must not ask for all memory.
constexpr unsigned long long kMostBytes = 1ULL << 31;

std::string_view BytesOf(sqlite3_value* value) {
  const void* bytes = sqlite3_value_blob(value);
  return {static_cast<const char*>(bytes), static_cast<size_t>(sqlite3_value_bytes(value))};
}

void PackedSql(sqlite3_context* out, int, sqlite3_value** values) {
  if (sqlite3_value_type(values[0]) == SQLITE_NULL) return sqlite3_result_null(out);
  const std::string packed = Packed(BytesOf(values[0]));
  sqlite3_result_blob64(out, packed.data(), packed.size(), SQLITE_TRANSIENT);
}

void UnpackedSql(sqlite3_context* out, int, sqlite3_value** values) {
  if (sqlite3_value_type(values[0]) == SQLITE_NULL) return sqlite3_result_null(out);
  const std::optional<std::string> text = Unpacked(BytesOf(values[0]));
  if (!text) return sqlite3_result_null(out);
  sqlite3_result_text64(out, text->data(), text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

}  // namespace

std::string Packed(std::string_view bytes) {
  // A context holds tables of some hundred kilobytes: making one costs more than a record does.
  thread_local const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(),
                                                                                  ZSTD_freeCCtx);
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  const size_t size = ZSTD_compressCCtx(context.get(), packed.data(), packed.size(), bytes.data(),
                                        bytes.size(), kLevel);
  // Fails only where memory does.
  if (ZSTD_isError(size) != 0) return std::string(bytes);
  packed.resize(size);
  return packed;
}

std::optional<std::string> Unpacked(std::string_view bytes) {
  if (!bytes.starts_with(kMark)) return std::string(bytes);
  const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size > kMostBytes) return std::nullopt;  // unknown and broken are the largest numbers
  std::string text(static_cast<size_t>(size), '\0');
  const size_t written = ZSTD_decompress(text.data(), text.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(written) != 0 || written != text.size()) return std::nullopt;
  return text;
}

Status RegisterPacking(sqlite3* db) {
  constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  const auto made = [db](const char* name, auto* function) {
    return sqlite3_create_function_v2(db, name, 1, kFlags, nullptr, function, nullptr, nullptr,
                                      nullptr) == SQLITE_OK;
  };
  if (!made("vanthu_packed", PackedSql) || !made("vanthu_unpacked", UnpackedSql)) {
    return Error{ErrorCode::kInternal, "the functions of packing could not be registered", "", 0};
  }
  return Done{};
}

}  // namespace vanthu::archive
