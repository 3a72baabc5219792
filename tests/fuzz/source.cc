#include "tests/fuzz/source.h"

#include "models/text/normalize.h"
#include "tests/fuzz/fuzz.h"

namespace vanthu::fuzz {
namespace {

void CheckPage(const Page& page) {
  for (const Line& line : page.lines) {
    Check(IsValidUtf8(line.text), "a line is valid UTF-8");
    Check(!line.text.empty(), "a line has text");
    if (!line.cell) continue;
    Check(line.cell->grid >= 0 && static_cast<size_t>(line.cell->grid) < page.grids.size(),
          "a line's grid is there");
    const Grid& grid = page.grids[static_cast<size_t>(line.cell->grid)];
    Check(line.cell->row < grid.rows && line.cell->column < grid.columns,
          "a line's cell lies in its grid");
  }
}

}  // namespace

void ReadSource(std::string_view bytes, intake::MediaType type) {
  const MemoryFile file(bytes);
  intake::Limits limits;
  limits.max_unpacked_bytes = limits.max_member_bytes = limits.max_file_bytes = 64 << 20;
  const auto source = intake::OpenSource(file.path(), type, limits);
  if (!source.ok()) return;
  for (int i = 0; i < (*source)->page_count(); ++i) {
    const Result<intake::SourcePage> page = (*source)->ReadPage(i);
    if (page.ok()) CheckPage(page->page);
  }
}

}  // namespace vanthu::fuzz
