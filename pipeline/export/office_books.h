// The records office's books as sheets: sổ đăng ký văn bản đi, văn bản đến (Decree 30/2020/ND-CP, Annex IV)
// and a dossier's mục lục. Their words are the decree's, in whatever language the program speaks.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "models/core/date.h"
#include "pipeline/export/xlsx.h"

namespace vanthu::exporting {

enum class Book { kOutgoing, kIncoming, kDossier };

struct BookColumn {
  const char* key;   // of the row
  const char* name;  // as the decree words it
  double width;      // as in SheetColumn
};
// Ten of a register, seven of a mục lục.
const std::vector<BookColumn>& ColumnsOf(Book book);

// A row of archive/register_query.h or archive/dossiers.h by the columns' names, days as 09/06/2021; for CSV
// and tables.
nlohmann::ordered_json BookRow(Book book, const nlohmann::ordered_json& row);

// Rows as above under the lines of `title`; the first is the heading.
Sheet BookSheet(Book book, std::vector<std::string> title,
                const std::vector<nlohmann::ordered_json>& rows);

// SỔ ĐĂNG KÝ VĂN BẢN ĐI, the office, the year.
std::vector<std::string> RegisterTitle(Book book, const std::string& office, int year);

}  // namespace vanthu::exporting
