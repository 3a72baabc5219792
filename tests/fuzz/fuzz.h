// What the fuzz targets share. A target is one file NAME_fuzz.cc that defines LLVMFuzzerTestOneInput;
// it aborts where the parser breaks a promise, and the sanitizers do where it breaks the language's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace vanthu::fuzz {

inline std::string_view Text(const uint8_t* data, size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// Aborts with `promise` on stderr where it is broken.
void Check(bool holds, std::string_view promise);

// Bytes as a file that lives in memory alone, as long as this.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes);
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  int descriptor_ = -1;
  std::filesystem::path path_;
};

}  // namespace vanthu::fuzz
