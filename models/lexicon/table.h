// The tables of models/data: tab-separated, one row a line, `#` begins a comment line.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu {

// The folder with the tables: beside the sources of this build, else where `cmake --install` put it.
const std::filesystem::path& DataDir();

// Rows of models/data/NAME; each row has at least `columns` fields (missing ones are empty). An absent
// table is a broken installation: it reads as empty, and `vanthu doctor` says so.
std::vector<std::vector<std::string>> ReadTable(std::string_view name, size_t columns);

}  // namespace vanthu
