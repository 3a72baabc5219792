#include "models/lexicon/table.h"

#include <fstream>

namespace vanthu {

const std::filesystem::path& DataDir() {
  static const std::filesystem::path dir = [] {
    std::error_code ignored;
    const std::filesystem::path source = VANTHU_SOURCE_DATA_DIR;
    if (std::filesystem::is_directory(source, ignored)) return source;
    return std::filesystem::path(VANTHU_INSTALL_DATA_DIR);
  }();
  return dir;
}

std::vector<std::vector<std::string>> ReadTable(std::string_view name, size_t columns) {
  std::vector<std::vector<std::string>> rows;
  std::ifstream file(DataDir() / name);
  std::string line;
  while (std::getline(file, line)) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> fields;
    size_t begin = 0;
    for (;;) {
      const size_t tab = line.find('\t', begin);
      fields.push_back(line.substr(begin, tab - begin));
      if (tab == std::string::npos) break;
      begin = tab + 1;
    }
    if (fields.size() < columns) fields.resize(columns);
    rows.push_back(std::move(fields));
  }
  return rows;
}

}  // namespace vanthu
