#include "pipeline/intake/ole_directory.h"

#include <algorithm>
#include <optional>

#include "models/text/utf8.h"
#include "pipeline/intake/bytes.h"

namespace vanthu::intake {
namespace {

constexpr size_t kEntry = 128;
constexpr uint32_t kLastSector = 0xFFFFFFFA;  // what is above marks ends and gaps
constexpr size_t kMostSectors = 1024;         // of a directory; each object in a file takes some

class OleFile {
 public:
  OleFile(const std::filesystem::path& file, std::string_view head)
      : file_(file), head_(head), shift_(std::clamp<uint32_t>(Little16(head, 30), 9, 12)) {}

  uint64_t OffsetOf(uint32_t sector) const { return (uint64_t{sector} + 1) << shift_; }

  std::string Directory() const {
    std::string directory;
    uint32_t sector = Little32(head_, 48);
    for (size_t i = 0; i < kMostSectors && sector < kLastSector; ++i) {
      const auto part = ReadPart(file_, OffsetOf(sector), Size());
      if (!part.ok() || part->size() < kEntry) break;
      directory += *part;
      sector = Next(sector);
    }
    return directory;
  }

 private:
  size_t Size() const { return size_t{1} << shift_; }

  uint32_t NumberAt(uint32_t sector, size_t place) const {
    const auto part = ReadPart(file_, OffsetOf(sector) + place * 4, 4);
    return part.ok() && part->size() == 4 ? Little32(*part, 0) : UINT32_MAX;
  }

  // The sector that follows in a chain.
  uint32_t Next(uint32_t sector) const {
    const size_t per_sector = Size() / 4;
    const uint32_t table = TableSector(sector / per_sector);
    return table < kLastSector ? NumberAt(table, sector % per_sector) : UINT32_MAX;
  }

  // Where a part of the table of chains lies: the head names the first 109, a list the others.
  uint32_t TableSector(size_t index) const {
    constexpr size_t kInHead = 109, kHeadPlace = 76, kListPlace = 68;
    if (index < kInHead) return Little32(head_, kHeadPlace + 4 * index);
    index -= kInHead;
    const size_t in_list = Size() / 4 - 1;
    uint32_t list = Little32(head_, kListPlace);
    for (; index >= in_list && list < kLastSector; index -= in_list) list = NumberAt(list, in_list);
    return list < kLastSector ? NumberAt(list, index) : UINT32_MAX;
  }

  const std::filesystem::path& file_;
  std::string_view head_;
  uint32_t shift_;
};

std::string NameOf(std::string_view entry) {
  std::string name;
  const size_t bytes = std::min<size_t>(Little16(entry, 64), 64);
  for (size_t i = 0; i + 1 < bytes; i += 2) {
    const uint32_t unit = Little16(entry, i);
    if (unit == 0) break;
    AppendUtf8(unit, name);
  }
  return name;
}

}  // namespace

std::vector<OleEntry> ReadOleRoot(const std::filesystem::path& file, std::string_view head) {
  constexpr size_t kLeft = 68, kRight = 72, kChild = 76, kFirstSector = 116;
  const OleFile ole(file, head);
  const std::string directory = ole.Directory();
  const size_t count = directory.size() / kEntry;
  std::vector<OleEntry> entries;
  if (count == 0) return entries;
  // The entries of a storage are a tree by name; its root hangs on the storage's own entry.
  std::vector<uint32_t> open = {Little32(directory, kChild)};
  std::vector<bool> seen(count);
  while (!open.empty()) {
    const uint32_t at = open.back();
    open.pop_back();
    if (at >= count || seen[at]) continue;
    seen[at] = true;
    const std::string_view entry = std::string_view(directory).substr(at * kEntry, kEntry);
    entries.push_back({NameOf(entry), ole.OffsetOf(Little32(entry, kFirstSector))});
    open.push_back(Little32(entry, kLeft));
    open.push_back(Little32(entry, kRight));
  }
  return entries;
}

}  // namespace vanthu::intake
