#include "pipeline/image/repair.h"

#include <utility>

#include "pipeline/image/clutter.h"
#include "pipeline/image/light.h"

namespace vanthu::image {

Repaired Repair(Image grey) {
  Repaired out;
  out.grey = std::move(grey);
  if (LightIsUneven(out.grey)) {
    if (Image even = WithEvenLight(out.grey); !even.empty()) {
      out.grey = std::move(even);
      out.light_evened = true;
    }
  }
  if (Image clean = WithoutSolids(out.grey); !clean.empty()) {
    out.grey = std::move(clean);
    out.solids_removed = true;
  }
  return out;
}

void NoteRepairs(const Repaired& repaired, Page& page) {
  if (repaired.light_evened) {
    page.diagnostics.push_back({Severity::kInfo, "light_evened",
                                "paper in shadow was made as light as the rest", page.number});
  }
  if (repaired.solids_removed) {
    page.diagnostics.push_back({Severity::kInfo, "dark_areas_removed",
                                "solid dark areas (rims, holes) were taken for paper",
                                page.number});
  }
}

}  // namespace vanthu::image
