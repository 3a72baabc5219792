// What a file is, by its bytes alone.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/text/normalize.h"
#include "pipeline/intake/archive_reader.h"
#include "pipeline/intake/bytes.h"
#include "pipeline/intake/encoding.h"
#include "pipeline/intake/intake.h"
#include "pipeline/intake/ole_directory.h"

namespace vanthu::intake {
namespace {

constexpr size_t kHead = size_t{64} << 10;  // enough to tell text from Markdown and HTML
constexpr size_t kPdfJunk = 1024;           // PDF readers look for %PDF in the first 1,024 bytes

struct Signature {
  size_t offset;
  std::string_view bytes;
  const char* name;
};

using namespace std::string_view_literals;

// Kinds that are known and not read.
constexpr std::array kOtherKinds = {
    Signature{0, "GIF8"sv, "a GIF image"},
    Signature{0, "BM"sv, "a BMP image"},
    Signature{8, "WEBP"sv, "a WebP image"},
    Signature{4, "ftyp"sv, "a HEIF image or a film"},
    Signature{4, "jP  "sv, "a JPEG 2000 image"},
    Signature{0, "8BPS"sv, "a Photoshop image"},
    Signature{0, "AT&TFORM"sv, "a DjVu document"},
    Signature{0, "Rar!\x1A\x07"sv, "a RAR archive"},
    Signature{0, "7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive"},
    Signature{0, "\x1F\x8B"sv, "a gzip archive"},
    Signature{0, "BZh"sv, "a bzip2 archive"},
    Signature{0, "\xFD\x37zXZ\0"sv, "an xz archive"},
    Signature{257, "ustar"sv, "a tar archive"},
    Signature{0, "%!PS"sv, "a PostScript file"},
    Signature{0, "\x7F\x45LF"sv, "a program"},
    Signature{0, "MZ"sv, "a program"},
    Signature{0, "ITSF"sv, "a help file (CHM)"},
    Signature{0, "SQLite format 3\0"sv, "an SQLite database"},
};

std::string Lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

std::string_view WithoutBlanks(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n\f");
  return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

// A flag in the head of the stream WordDocument ([MS-DOC] 2.5.2).
bool IsLockedWord(const std::filesystem::path& file, const OleEntry& document) {
  constexpr size_t kFlags = 10;
  constexpr uint32_t kLocked = 0x100;
  const auto head = ReadPart(file, document.offset, kFlags + 2);
  return head.ok() && (Little16(*head, kFlags) & kLocked) != 0;
}

// An OLE container by what lies at its root.
Result<MediaType> SniffOle(const std::filesystem::path& file, std::string_view head) {
  const std::vector<OleEntry> entries = ReadOleRoot(file, head);
  const auto find = [&entries](std::string_view name) {
    return std::find_if(entries.begin(), entries.end(),
                        [name](const OleEntry& entry) { return entry.name.starts_with(name); });
  };
  const auto holds = [&](std::string_view name) { return find(name) != entries.end(); };
  if (holds("EncryptedPackage")) {
    return FileError(ErrorCode::kEncrypted, "an Office file with a password", file);
  }
  if (const auto document = find("WordDocument"); document != entries.end()) {
    if (IsLockedWord(file, *document))
      return FileError(ErrorCode::kEncrypted, "a Word file with a password", file);
    return MediaType::kDoc;
  }
  if (holds("Workbook") || holds("Book")) return MediaType::kXls;
  const char* what = holds("PowerPoint Document") ? "a PowerPoint 97-2003 file (.ppt)"
                     : holds("__properties")      ? "an Outlook message (.msg)"
                                                  : "an OLE container";
  return FileError(ErrorCode::kUnsupported, std::string(what) + " is not read", file);
}

// What an OpenDocument file or an e-book says of itself in its first member.
Result<MediaType> SniffMimetype(ArchiveReader& reader, const std::filesystem::path& file) {
  std::string name;
  const Status read = reader.ReadData([&name](std::string_view block) {
    name += block.substr(0, 100);
    return name.size() < 100;
  });
  constexpr std::string_view kForm = "application/vnd.oasis.opendocument.";
  const std::string_view form = std::string_view(name).starts_with(kForm)
                                    ? std::string_view(name).substr(kForm.size())
                                    : std::string_view();
  if (read.ok() && (form.starts_with("text"))) return MediaType::kOdt;
  if (read.ok() && form.starts_with("spreadsheet")) return MediaType::kOds;
  return FileError(ErrorCode::kUnsupported, "an OpenDocument or EPUB file of its kind is not read",
                   file);
}

Result<MediaType> SniffZip(const std::filesystem::path& file) {
  auto reader = ArchiveReader::Open(file);
  if (!reader) return reader.error();
  const auto refuse = [&](const char* what) {
    return FileError(ErrorCode::kUnsupported, std::string(what) + " is not read", file);
  };
  while (true) {
    const auto entry = reader->Next();
    // A ZIP that breaks off is still one: unpacking saves what it can and reports the rest.
    if (!entry || !entry->has_value()) return MediaType::kZip;
    const std::string& name = (*entry)->name;
    if (name == "word/document.xml") return MediaType::kDocx;
    if (name == "xl/workbook.xml" || name == "xl/workbook.bin") return MediaType::kXlsx;
    if (name == "ppt/presentation.xml") return refuse("a PowerPoint file");
    if (name == "mimetype") return SniffMimetype(*reader, file);
  }
}

bool LooksLikeHtml(std::string_view text) {
  const std::string head = Lowered(WithoutBlanks(text).substr(0, 2048));
  if (head.starts_with("<!doctype html") || head.starts_with("<html")) return true;
  const bool tagged = head.starts_with("<");
  return tagged &&
         (head.find("<html") != std::string::npos || head.find("<body") != std::string::npos ||
          head.find("<!doctype html") != std::string::npos || head.starts_with("<head") ||
          head.starts_with("<meta") || head.starts_with("<p>") || head.starts_with("<div"));
}

// Headers as RFC 5322 has them, from the first line on, among them two of a mail's own. A web archive
// (MHTML) has the form of a mail.
bool LooksLikeMail(std::string_view text) {
  int known = 0;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line == "\r") break;
    if (line.front() == ' ' || line.front() == '\t') continue;
    const size_t colon = line.find(':');
    const bool mbox = known == 0 && line.starts_with("From ");
    if (mbox) continue;
    const std::string name = Lowered(line.substr(0, colon));
    if (colon == std::string_view::npos || name.find(' ') != std::string::npos) return false;
    for (const std::string_view own : {"from", "to", "date", "subject", "message-id", "received",
                                       "return-path", "mime-version", "content-type"}) {
      known += name == own ? 1 : 0;
    }
  }
  return known >= 2;
}

// Signs that plain text does not have: headings, bold spans, superscripts, rows of a pipe table.
bool LooksLikeMarkdown(std::string_view text) {
  if (text.find("<sup>") != std::string_view::npos) return true;
  const size_t bold = text.find("**");
  if (bold != std::string_view::npos && text.find("**", bold + 3) != std::string_view::npos)
    return true;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const size_t marks = std::min(line.find_first_not_of('#'), line.size());
    if (marks >= 1 && marks <= 6 && marks + 1 < line.size() && line[marks] == ' ') return true;
    if (line.starts_with("|--") || line.starts_with("| --") || line.starts_with("|:-")) return true;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

Result<MediaType> SniffText(const std::filesystem::path& file, std::string_view head) {
  const Encoding encoding = DetectEncoding(head);
  if (encoding == Encoding::kBinary) {
    return FileError(ErrorCode::kUnsupported, "binary data of an unknown kind", file);
  }
  const std::string text = DecodeText(head, encoding);
  if (LooksLikeHtml(text)) return MediaType::kHtml;
  if (LooksLikeMail(text)) return MediaType::kMail;
  const std::string_view begin = WithoutBlanks(text);
  if (begin.starts_with("<?xml")) {
    if (begin.find("progid=\"Word.Document\"") != std::string_view::npos)
      return MediaType::kWordXml;
    return FileError(ErrorCode::kUnsupported, "an XML file is not read", file);
  }
  if (begin.starts_with("{") && WithoutBlanks(begin.substr(1)).starts_with("\"")) {
    return FileError(ErrorCode::kUnsupported, "a JSON file is not read", file);
  }
  if (begin.empty()) return FileError(ErrorCode::kDamaged, "the file has nothing but blanks", file);
  return LooksLikeMarkdown(text) ? MediaType::kMarkdown : MediaType::kText;
}

}  // namespace

std::string_view MimeName(MediaType type) {
  switch (type) {
    case MediaType::kPdf: return "application/pdf";
    case MediaType::kTiff: return "image/tiff";
    case MediaType::kPng: return "image/png";
    case MediaType::kJpeg: return "image/jpeg";
    case MediaType::kText: return "text/plain";
    case MediaType::kMarkdown: return "text/markdown";
    case MediaType::kHtml: return "text/html";
    case MediaType::kDocx:
      return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case MediaType::kOds: return "application/vnd.oasis.opendocument.spreadsheet";
    case MediaType::kDoc: return "application/msword";
    case MediaType::kRtf: return "application/rtf";
    case MediaType::kOdt: return "application/vnd.oasis.opendocument.text";
    case MediaType::kWordXml: return "application/vnd.ms-word.xml";
    case MediaType::kXls: return "application/vnd.ms-excel";
    case MediaType::kXlsx:
      return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    case MediaType::kZip: return "application/zip";
    case MediaType::kMail: return "message/rfc822";
  }
  return "application/octet-stream";
}

Result<MediaType> Sniff(const std::filesystem::path& file) {
  const auto size = CheckReadable(file, UINT64_MAX);
  if (!size) return size.error();
  const auto read = ReadHead(file, kHead);
  if (!read) return read.error();
  const std::string_view head = *read;

  if (head.starts_with("\x89PNG\r\n\x1A\n")) return MediaType::kPng;
  if (head.starts_with("\xFF\xD8\xFF")) return MediaType::kJpeg;
  if (head.starts_with("II*\0"sv) || head.starts_with("MM\0*"sv) || head.starts_with("II+\0"sv) ||
      head.starts_with("MM\0+"sv)) {
    return MediaType::kTiff;
  }
  if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) return SniffZip(file);
  if (head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return SniffOle(file, head);
  if (head.starts_with("{\\rtf")) return MediaType::kRtf;
  if (head.substr(0, kPdfJunk + 5).find("%PDF-") != std::string_view::npos) return MediaType::kPdf;
  const bool has_nul = head.find('\0') != std::string_view::npos;
  for (const Signature& kind : kOtherKinds) {
    if (kind.bytes.size() == 2 && !has_nul) continue;  // "BM" may as well begin a text
    if (head.size() > kind.offset && head.substr(kind.offset).starts_with(kind.bytes)) {
      return FileError(ErrorCode::kUnsupported, std::string(kind.name) + " is not read", file);
    }
  }
  return SniffText(file, head);
}

}  // namespace vanthu::intake
