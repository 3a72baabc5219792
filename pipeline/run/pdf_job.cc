#include "pipeline/run/pdf_job.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>
#include <system_error>

#include "pipeline/export/text_layer.h"

namespace vanthu::run {
namespace {

namespace fs = std::filesystem;

Error DiskError(const fs::path& file, const std::string& why) {
  return {ErrorCode::kDisk, why, file.string(), 0};
}

// A file under a name of its own until it is whole.
class PartFile {
 public:
  explicit PartFile(const fs::path& to)
      : to_(to), part_(to.parent_path() / fmt::format(".{}.part", to.filename().string())) {}
  ~PartFile() {
    std::error_code ignored;
    fs::remove(part_, ignored);
  }
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;

  Status Open() {
    out_.open(part_, std::ios::binary | std::ios::trunc);
    return out_ ? Status(Done{}) : DiskError(to_, std::strerror(errno));
  }

  Status Write(std::string_view bytes) {
    out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return out_ ? Status(Done{}) : DiskError(to_, std::strerror(errno));
  }

  Status CopyFrom(const fs::path& source) {
    out_.close();
    std::error_code failed;
    fs::copy_file(source, part_, fs::copy_options::overwrite_existing, failed);
    return failed ? DiskError(to_, failed.message()) : Status(Done{});
  }

  Status Finish() {
    if (out_.is_open()) out_.close();
    if (!out_) return DiskError(to_, std::strerror(errno));
    std::error_code failed;
    fs::rename(part_, to_, failed);
    return failed ? DiskError(to_, failed.message()) : Status(Done{});
  }

 private:
  const fs::path to_, part_;
  std::ofstream out_;
};

}  // namespace

Result<PdfOutcome> PdfMaker::Make(const fs::path& source, const std::vector<Page>& pages,
                                  const fs::path& to) {
  PartFile file(to);
  if (Status opened = file.Open(); !opened.ok()) return opened.error();
  const Result<EndAnswer> made =
      errand_.Do(LayerRequest{source.string(), exporting::LayText(pages)},
                 [&file](std::string_view bytes) { return file.Write(bytes); });
  if (!made.ok()) return made.error();
  if (made->outcome != PdfOutcome::kWritten) {
    if (Status copied = file.CopyFrom(source); !copied.ok()) return copied.error();
  }
  if (Status finished = file.Finish(); !finished.ok()) return finished.error();
  return made->outcome;
}

}  // namespace vanthu::run
