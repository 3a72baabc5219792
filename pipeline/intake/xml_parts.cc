#include "pipeline/intake/xml_parts.h"

#include <algorithm>
#include <map>
#include <utility>

#include "pipeline/intake/archive_reader.h"
#include "pipeline/intake/bytes.h"

namespace vanthu::intake {
namespace {

// The text of a 1,000-page report has 30 MB of XML; the parsed tree takes some ten times as much.
constexpr uint64_t kMaxXmlBytes = uint64_t{128} << 20;

using Parts = std::map<std::string, std::string>;

Result<Parts> UnpackParts(const std::filesystem::path& file, Parts parts, const Limits& limits) {
  auto reader = ArchiveReader::Open(file);
  if (!reader) return reader.error();
  const uint64_t limit = std::min(limits.max_member_bytes, kMaxXmlBytes);
  int members = 0;
  while (true) {
    const auto entry = reader->Next();
    if (!entry) return entry.error();
    if (!entry->has_value()) return parts;
    if (++members > limits.max_members) {
      return FileError(ErrorCode::kLimit, "the file has too many parts", file);
    }
    const auto part = parts.find((*entry)->name);
    if (part == parts.end() || !part->second.empty()) continue;
    const Status read = reader->ReadData([&](std::string_view block) {
      part->second += block;
      return part->second.size() <= limit;
    });
    if (!read) return read.error();
    if (part->second.size() > limit) {
      return FileError(ErrorCode::kLimit, part->first + " is larger than the limit allows", file);
    }
  }
}

// Entities of a DOCTYPE are not expanded by pugixml, so none can blow up.
std::unique_ptr<pugi::xml_document> Parse(const std::string& xml) {
  auto document = std::make_unique<pugi::xml_document>();
  constexpr unsigned int kKeepBlanks = pugi::parse_default | pugi::parse_ws_pcdata;
  if (!xml.empty() && !document->load_buffer(xml.data(), xml.size(), kKeepBlanks))
    document->reset();
  return document;
}

}  // namespace

Result<std::vector<std::unique_ptr<pugi::xml_document>>> ReadXmlParts(
    const std::filesystem::path& file, const std::vector<std::string>& names,
    const Limits& limits) {
  Parts wanted;
  for (const std::string& name : names) wanted.emplace(name, std::string());
  const auto parts = UnpackParts(file, std::move(wanted), limits);
  if (!parts) return parts.error();
  std::vector<std::unique_ptr<pugi::xml_document>> documents;
  for (const std::string& name : names) documents.push_back(Parse(parts->at(name)));
  return documents;
}

}  // namespace vanthu::intake
