#include "pipeline/archive/originals.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <system_error>

namespace vanthu::archive {
namespace {

namespace fs = std::filesystem;

constexpr size_t kCopyBlock = size_t{1} << 18;

// Reads a file in blocks; closes it at the end.
class InputFile {
 public:
  explicit InputFile(const fs::path& file)
      : path_(file), descriptor_(open(file.c_str(), O_RDONLY | O_CLOEXEC)), error_(errno) {}
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;
  ~InputFile() {
    if (descriptor_ >= 0) close(descriptor_);
  }

  // Valid until the next call; empty at the end.
  Result<std::string_view> Read() {
    if (descriptor_ < 0) return Failed(error_);
    while (true) {
      const ssize_t size = read(descriptor_, block_.data(), block_.size());
      if (size >= 0) return std::string_view(block_.data(), static_cast<size_t>(size));
      if (errno != EINTR) return Failed(errno);
    }
  }

 private:
  Error Failed(int number) const {
    const ErrorCode code = number == ENOENT ? ErrorCode::kNotFound : ErrorCode::kUnreadable;
    return {code, std::generic_category().message(number), path_.string(), 0};
  }

  fs::path path_;
  int descriptor_;
  int error_;
  std::string block_ = std::string(kCopyBlock, '\0');
};

class Sha256 {
 public:
  Sha256() : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
    EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr);
  }
  void Add(std::string_view bytes) { EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()); }
  std::string Hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(context_.get(), digest.data(), &size);
    std::string hex;
    for (unsigned int i = 0; i < size; ++i) hex += fmt::format("{:02x}", digest[i]);
    return hex;
  }

 private:
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

// Copies and hashes; the copy is on the disk when it answers, closed in any case.
Result<std::string> CopyTo(FileOps& ops, const fs::path& from, const fs::path& to) {
  InputFile input(from);
  Result<int> output = ops.Create(to);
  if (!output.ok()) return output.error();
  Sha256 hash;
  Status status = Done{};
  while (status.ok()) {
    const Result<std::string_view> block = input.Read();
    if (!block.ok()) {
      status = block.error();
    } else if (block->empty()) {
      break;
    } else {
      hash.Add(*block);
      status = ops.Write(*output, *block);
    }
  }
  if (status.ok()) status = ops.Sync(*output);
  const Status closed = ops.Close(*output);
  if (status.ok()) status = closed;
  if (!status.ok()) return status.error();
  return hash.Hex();
}

}  // namespace

Result<std::string> HashOfFile(const fs::path& file) {
  InputFile input(file);
  Sha256 hash;
  while (true) {
    const Result<std::string_view> block = input.Read();
    if (!block.ok()) return block.error();
    if (block->empty()) return hash.Hex();
    hash.Add(*block);
  }
}

fs::path OriginalIn(const fs::path& dir, std::string_view sha256) {
  const size_t split = std::min<size_t>(2, sha256.size());
  return dir / "originals" / sha256.substr(0, split) / sha256.substr(split);
}

Status KeepFile(FileOps& ops, const fs::path& file, const fs::path& kept, std::string_view sha256) {
  std::error_code error;
  if (fs::exists(kept, error)) return Done{};
  if (Status status = ops.MakeFolder(kept.parent_path()); !status.ok()) return status.error();
  const fs::path partial = kept.string() + ".part";
  Result<std::string> copied = CopyTo(ops, file, partial);
  Status status = Done{};
  if (!copied.ok()) {
    status = copied.error();
  } else if (*copied != sha256) {
    status =
        Error{ErrorCode::kDamaged, "the bytes are not those that its hash names", file.string(), 0};
  } else {
    status = ops.Rename(partial, kept);
  }
  // What went wrong first is what counts; a leftover is written over the next time.
  if (!status.ok()) static_cast<void>(ops.Remove(partial));
  return status;
}

}  // namespace vanthu::archive
