// The report of an import (run/import_record.h) as a page to look at and to print: one HTML file that
// needs no other, in the language of the messages.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "pipeline/export/column_words.h"

namespace vanthu::exporting {

struct ImportPageWords {
  SheetLanguage language = SheetLanguage::kEnglish;
  // What an error code ("encrypted") means to a person; empty: nothing.
  std::function<std::string(std::string_view code)> reason;
};

// Long lists are cut after so many rows, and the page says so; JSON has them all.
inline constexpr size_t kMostReportRows = 2000;

std::string ImportPage(const nlohmann::ordered_json& report, const ImportPageWords& words);

}  // namespace vanthu::exporting
