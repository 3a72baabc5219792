#include "models/lexicon/doc_types.h"

#include <algorithm>

#include "models/lexicon/table.h"
#include "models/text/fold.h"
#include "models/text/utf8.h"

namespace vanthu {

const std::vector<DocTypeEntry>& DocTypes() {
  static const std::vector<DocTypeEntry> types = [] {
    std::vector<DocTypeEntry> out;
    for (const auto& row : ReadTable("doc_types.tsv", 3)) {
      DocTypeEntry entry{row[0], row[1], {Fold(row[1])}};
      for (size_t begin = 0; begin < row[2].size();) {
        const size_t end = std::min(row[2].find('|', begin), row[2].size());
        entry.folded.push_back(Fold(row[2].substr(begin, end - begin)));
        begin = end + 1;
      }
      std::ranges::sort(entry.folded, std::greater{}, &std::string::size);
      out.push_back(std::move(entry));
    }
    return out;
  }();
  return types;
}

const DocTypeEntry* DocTypeByCode(std::string_view code) {
  for (const DocTypeEntry& type : DocTypes()) {
    if (type.code == code) return &type;
  }
  // TTR and CTR are printed for TTr and CTr; QĐ and QyĐ, HD and HĐ stay apart.
  const std::string lower = Lower(code);
  for (const DocTypeEntry& type : DocTypes()) {
    if (type.code != "TC" && Lower(type.code) == lower) return &type;
  }
  return nullptr;
}

const DocTypeEntry* DocTypeNear(std::string_view folded_text) {
  const auto letters = [](std::string_view text) {
    std::string out;
    for (const char c : text) {
      if (c >= 'a' && c <= 'z') out.push_back(c);
    }
    return out;
  };
  const std::string read = letters(folded_text);
  if (read.size() < 7) return nullptr;
  for (const DocTypeEntry& type : DocTypes()) {
    for (const std::string& name : type.folded) {
      const std::string wanted = letters(name);
      if (wanted.size() != read.size()) continue;
      int wrong = 0;
      for (size_t i = 0; i < read.size(); ++i) wrong += read[i] != wanted[i] ? 1 : 0;
      if (wrong <= 1) return &type;
    }
  }
  return nullptr;
}

DocTypeMatch DocTypeAtStart(std::string_view folded_text) {
  DocTypeMatch best;
  for (const DocTypeEntry& type : DocTypes()) {
    for (const std::string& name : type.folded) {
      if (name.size() <= best.length || !folded_text.starts_with(name)) continue;
      if (name.size() < folded_text.size() &&
          IsWordChar(DecodeAt(folded_text, name.size()).value)) {
        continue;
      }
      best = {&type, name.size()};
    }
  }
  return best;
}

}  // namespace vanthu
