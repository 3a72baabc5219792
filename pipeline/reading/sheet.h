// One page while it is read: its pixels as scanned, the image that engines see, and what the first of
// them made of it. The steps of read_page.cc hand it on.
#pragma once

#include <vector>

#include "models/document/raster.h"
#include "pipeline/image/prepare.h"
#include "pipeline/image/rules.h"
#include "pipeline/image/table_cells.h"
#include "pipeline/reading/engine.h"
#include "pipeline/reading/stamps.h"

namespace vanthu::reading {

struct Sheet {
  const Raster* scanned = nullptr;  // with its colours; outlives the sheet
  image::Prepared prepared;
  std::vector<TakenStamp> stamps;  // no longer on the prepared image
  image::Rules rules;              // of the prepared image
  image::CutTables cut;            // of the prepared image
  std::vector<ReadWord> words;     // of the first engine, pixels of the prepared image

  // The prepared image with paper in the place of its tables.
  const image::Image& OutsideTables() const { return cut.rest.empty() ? prepared.image : cut.rest; }
};

// Mean confidence of words, weighted by their length; 0 without any.
double MeanConfidence(const std::vector<ReadWord>& words);

}  // namespace vanthu::reading
