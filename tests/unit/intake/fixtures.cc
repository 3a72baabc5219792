#include "tests/unit/intake/fixtures.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <stdlib.h>

#include <fstream>
#include <memory>
#include <sstream>

#include "models/text/utf8.h"

namespace vanthu::intake {

TempFolder::TempFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "vanthu-intake-XXXXXX").string();
  path_ = mkdtemp(name.data());
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path TempFolder::Write(const std::string& name, std::string_view bytes) const {
  const std::filesystem::path file = path_ / name;
  std::ofstream(file, std::ios::binary)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return file;
}

std::string ReadAll(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

std::string MakeZip(const std::vector<ZipMember>& members, const std::string& password) {
  size_t room = 1 << 16;
  for (const ZipMember& member : members)
    room += member.bytes.size() + 2 * member.name.size() + 1024;
  std::string bytes(room, '\0');
  size_t used = 0;
  const std::unique_ptr<archive, int (*)(archive*)> writer(archive_write_new(), archive_write_free);
  archive_write_set_format_zip(writer.get());
  if (!password.empty()) {
    archive_write_set_options(writer.get(), "zip:encryption=traditional");
    archive_write_set_passphrase(writer.get(), password.c_str());
  }
  archive_write_set_bytes_in_last_block(writer.get(), 1);
  archive_write_open_memory(writer.get(), bytes.data(), bytes.size(), &used);
  for (const ZipMember& member : members) {
    const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(),
                                                                         archive_entry_free);
    archive_entry_set_pathname(entry.get(), member.name.c_str());
    archive_entry_set_filetype(entry.get(), member.name.ends_with('/') ? AE_IFDIR : AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(member.bytes.size()));
    archive_write_header(writer.get(), entry.get());
    archive_write_data(writer.get(), member.bytes.data(), member.bytes.size());
  }
  archive_write_close(writer.get());
  bytes.resize(used);
  return bytes;
}

std::string MakeDocx(const DocxParts& parts) {
  const auto part = [](const char* root, const std::string& content) {
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:{0} "
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">{1}</w:{0}>",
        root, content);
  };
  std::vector<ZipMember> members = {{"[Content_Types].xml", "<Types/>"}};
  members.push_back({"word/document.xml", part("document", "<w:body>" + parts.body + "</w:body>")});
  if (!parts.styles.empty()) members.push_back({"word/styles.xml", part("styles", parts.styles)});
  if (!parts.numbering.empty()) {
    members.push_back({"word/numbering.xml", part("numbering", parts.numbering)});
  }
  if (!parts.footnotes.empty()) {
    members.push_back({"word/footnotes.xml", part("footnotes", parts.footnotes)});
  }
  return MakeZip(members);
}

std::string Utf16(std::string_view utf8, bool little, bool with_mark) {
  std::string out;
  const auto put = [&](char32_t unit) {
    const auto high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
    out += little ? std::string{low, high} : std::string{high, low};
  };
  if (with_mark) put(0xFEFF);
  for (size_t i = 0; i < utf8.size();) {
    const CodePoint at = DecodeAt(utf8, i);
    put(at.value);
    i += at.length;
  }
  return out;
}

std::filesystem::path Shared(const std::string& name) {
  const std::filesystem::path folder = VANTHU_SHARED;
  return std::filesystem::exists(folder) ? folder / name : std::filesystem::path();
}

Result<std::vector<SourcePage>> ReadPages(const std::filesystem::path& file, const Limits& limits) {
  const auto type = Sniff(file);
  if (!type) return type.error();
  const auto source = OpenSource(file, *type, limits);
  if (!source) return source.error();
  std::vector<SourcePage> pages;
  for (int i = 0; i < (*source)->page_count(); ++i) {
    auto page = (*source)->ReadPage(i);
    if (!page) return page.error();
    pages.push_back(std::move(*page));
  }
  return pages;
}

Page ReadTextPage(const std::filesystem::path& file) {
  const auto pages = ReadPages(file);
  if (pages) return pages->front().page;
  Page failed;
  failed.origin = PageOrigin::kFailed;
  failed.reason = pages.error().message;
  return failed;
}

std::string Show(const Line& line) {
  std::string shown;
  if (line.starts_paragraph) shown += "P ";
  if (line.bold) shown += "B ";
  if (line.italic) shown += "I ";
  if (line.centered) shown += "C ";
  if (line.heading > 0) shown += fmt::format("h{} ", line.heading);
  if (line.cell)
    shown += fmt::format("{{{}:{},{}}} ", line.cell->grid, line.cell->row, line.cell->column);
  return shown + '|' + line.text + '|';
}

std::vector<std::string> Show(const Page& page) {
  std::vector<std::string> lines;
  for (const Line& line : page.lines) lines.push_back(Show(line));
  return lines;
}

}  // namespace vanthu::intake
