// What is put right on a page before anything is asked of it: a rim of black glass or a shadow across
// the sheet deceives what looks for blank pages, sideways lines and the size of letters.
#pragma once

#include "models/document/page.h"
#include "pipeline/image/pix.h"

namespace vanthu::image {

struct Repaired {
  Image grey;  // as large as it was
  bool light_evened = false;
  bool solids_removed = false;
};

// A page that needs nothing comes back as it is. So does one for whose repair memory does not suffice.
Repaired Repair(Image grey);

// Diagnostics for what was done.
void NoteRepairs(const Repaired& repaired, Page& page);

}  // namespace vanthu::image
