// Documents that cite each other as a picture in the language of Graphviz: boxes with number, date, agency and
// a short subject, arrows from what cites to what is cited with the role on them. Older documents stand at
// the left. Making a picture of it is Graphviz's business.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "pipeline/export/column_words.h"

namespace vanthu::exporting {

// `graph`: the object of archive/cite_graph.h. `not_in_archive`: what stands under a document that is not
// there. The same graph gives the same text. What was asked for has a colour of its own, what is not in the
// archive and what is not certain is dashed.
std::string CiteDot(const nlohmann::ordered_json& graph, SheetLanguage language,
                    const std::string& not_in_archive);

}  // namespace vanthu::exporting
