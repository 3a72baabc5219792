// From the bytes of a file to its pages: what kind of file it is, how many pages it has, and each
// page as text or as pixels to be read. Runs inside a worker process, so that a decoder that crashes
// or hangs costs one page. Never looks at a file's name to learn its kind.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/core/result.h"
#include "models/document/page.h"
#include "models/document/raster.h"

namespace vanthu::intake {

enum class MediaType {
  kPdf,
  kTiff,
  kPng,
  kJpeg,
  kText,
  kMarkdown,
  kHtml,
  kDocx,
  kOds,
  // Read once another program has made one of the above of them.
  kDoc,
  kRtf,
  kOdt,
  kWordXml,  // Word 2003 as one XML file
  kXls,
  kXlsx,
  // Files that hold files.
  kZip,
  kMail,
};
// A ZIP or a mail: unpacked, and what is in it read.
inline bool HoldsFiles(MediaType type) {
  return type == MediaType::kZip || type == MediaType::kMail;
}

// "application/pdf", "text/plain" … Valid for the program's life.
std::string_view MimeName(MediaType type);

// The kind of a file by its first bytes (and, for ZIPs and OLE containers, its directory).
// kUnsupported names what it seems to be; kEncrypted; kDamaged for an empty file.
Result<MediaType> Sniff(const std::filesystem::path& file);

struct Limits {
  uint64_t max_file_bytes = uint64_t{2} << 30;
  uint64_t max_pixels = 200'000'000;                // of one page image
  uint64_t max_unpacked_bytes = uint64_t{4} << 30;  // of one ZIP in all
  uint64_t max_member_bytes = uint64_t{1} << 30;    // of one ZIP or DOCX member
  int max_members = 100'000;                        // of one ZIP
  int max_unpack_ratio = 200;                       // unpacked to packed, beyond the first 10 MB
  int max_nesting = 3;                              // ZIP in ZIP
  int max_pages = 20'000;
};

// One page of a file. With a raster and of origin ocr it is still to be read, and page.reason says why;
// page.width and page.height are already set (from the raster's resolution where it is known). The
// raster of a page of origin text shows the lines that are drawn between its words: its rulings are
// still to be found.
struct SourcePage {
  Page page;
  std::optional<Raster> raster;
};

// A file opened for reading page by page. Not thread-safe; not valid across fork.
class SourceFile {
 public:
  virtual ~SourceFile() = default;
  virtual int page_count() const = 0;
  // index from 0. An error costs this page alone.
  virtual Result<SourcePage> ReadPage(int index) = 0;
  // The page as it is shown, whether or not it is to be read; drawn at `dpi` where it has to be drawn,
  // a picture as fine as it is. kUnsupported where the source has no pages.
  virtual Result<Raster> Picture(int index, double dpi);
};

// Opens a kind that is read as it is. Errors: kUnreadable, kDamaged, kEncrypted, kLimit, kUnsupported.
Result<std::unique_ptr<SourceFile>> OpenSource(const std::filesystem::path& file, MediaType type,
                                               const Limits& limits);

// One file inside a ZIP or a mail, unpacked to disk.
struct Member {
  std::string name;  // path inside the ZIP, name in the mail, UTF-8
  std::filesystem::path file;
};
struct Unpacked {
  std::vector<Member> members;
  std::vector<Error> errors;  // members that were refused or broken, each by name
};
// Unpacks the files of a ZIP (and of ZIPs inside it) into `folder` under made-up names; member paths
// never decide where something is written. An error only where the ZIP itself cannot be read.
Result<Unpacked> UnpackZip(const std::filesystem::path& zip, const std::filesystem::path& folder,
                           const Limits& limits);

// The same for a mail: its text (mail.txt or mail.html, under a head with subject, sender, date and
// addressees) and its attachments. Pictures that the text shows are left out.
Result<Unpacked> UnpackMail(const std::filesystem::path& mail, const std::filesystem::path& folder,
                            const Limits& limits);

// Lower-case hex SHA-256 of a file's bytes, read once in blocks.
Result<std::string> Sha256OfFile(const std::filesystem::path& file);
std::string Sha256OfBytes(std::string_view bytes);

}  // namespace vanthu::intake
