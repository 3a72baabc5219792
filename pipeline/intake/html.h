// HTML for the other gates: tables inside Markdown, character entities.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/intake/flow.h"

namespace vanthu::intake {

// Adds what a piece of HTML (UTF-8) prints to the flow: blocks as lines, tables as grids.
void AppendHtml(std::string_view html, Flow& flow);

// "&ocirc;" and "&#7843;" as the letters they name; what is no entity stays.
std::string DecodeEntities(std::string_view text);

}  // namespace vanthu::intake
