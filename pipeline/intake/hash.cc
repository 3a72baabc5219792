// SHA-256 by OpenSSL's EVP.
#include <openssl/evp.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>
#include <vector>

#include "pipeline/intake/bytes.h"
#include "pipeline/intake/intake.h"

namespace vanthu::intake {
namespace {

constexpr size_t kBlock = size_t{1} << 20;

class Sha256 {
 public:
  Sha256() : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
    EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr);
  }
  void Add(std::string_view bytes) { EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()); }
  std::string Hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    EVP_DigestFinal_ex(context_.get(), digest.data(), &length);
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string hex;
    for (size_t i = 0; i < length; ++i) {
      hex.push_back(kDigits[digest[i] >> 4]);
      hex.push_back(kDigits[digest[i] & 15]);
    }
    return hex;
  }

 private:
  std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context_;
};

}  // namespace

Result<std::string> Sha256OfFile(const std::filesystem::path& file) {
  std::error_code failure;
  if (!std::filesystem::exists(file, failure)) {
    return FileError(ErrorCode::kNotFound, "there is no such file", file);
  }
  if (std::filesystem::is_directory(file, failure)) {
    return FileError(ErrorCode::kUnreadable, "it is a folder", file);
  }
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return FileError(ErrorCode::kUnreadable, std::strerror(errno), file);
  Sha256 hash;
  std::vector<char> block(kBlock);
  while (stream) {
    stream.read(block.data(), static_cast<std::streamsize>(block.size()));
    hash.Add({block.data(), static_cast<size_t>(stream.gcount())});
  }
  if (stream.bad()) return FileError(ErrorCode::kUnreadable, "the file cannot be read", file);
  return hash.Hex();
}

std::string Sha256OfBytes(std::string_view bytes) {
  Sha256 hash;
  hash.Add(bytes);
  return hash.Hex();
}

}  // namespace vanthu::intake
