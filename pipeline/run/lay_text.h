// The text layer of a file of any kind that has pages: over a PDF's own pages, round the pictures of an
// image file. Inside a worker.
#pragma once

#include <filesystem>

#include "models/core/result.h"
#include "pipeline/export/searchable_pdf.h"
#include "pipeline/intake/intake.h"

namespace vanthu::run {

// Errors: kUnsupported for a file of text, else as intake and searchable_pdf.h.
Result<exporting::LayerOutcome> LayText(const std::filesystem::path& file,
                                        const exporting::TextLayer& layer,
                                        const intake::Limits& limits,
                                        const exporting::ByteSink& sink);

}  // namespace vanthu::run
