// A drawing in the language of Graphviz becomes a picture.
//
// Graphviz is run as a program of its own (`dot`) and not linked: its licence (EPL-1.0) does not go together
// with ours, nothing else of vanthu needs it, and a layout that takes too long can be ended.
#pragma once

#include <string>
#include <string_view>

#include "models/core/result.h"

namespace vanthu::run {

// SVG of `drawing`. kNotFound where there is no program `dot` (Debian package graphviz), kTimeout where it
// takes longer than a minute, kCrashed where it gives up or gives nothing.
Result<std::string> DrawSvg(std::string_view drawing);

// Whether `dot` can be started.
bool HasGraphviz();

}  // namespace vanthu::run
