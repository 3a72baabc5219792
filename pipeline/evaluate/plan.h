// Which files of a folder are scored against which: from names alone.
//   NAME.gold.json or NAME.meta.json   gold answers of every NAME.pdf, NAME.txt … beside it; where
//                                      there is none, of its pictures NAME.p1.jpg, NAME.p2.jpg …,
//                                      which are then the pages of one letter, in order
//   NAME.pK.gt.txt                     transcription of page K: scored against the picture NAME.pK
//                                      (a PDF may show marks that the paper has not), else against
//                                      page K of the letter
//   NAME.gt.txt                        transcription of the whole letter
#pragma once

#include <string>
#include <vector>

#include "pipeline/evaluate/score.h"

namespace vanthu::evaluate {

// Files that are read as one letter.
struct Reading {
  std::string name;                // as reports call it: its file, or NAME for pictures
  std::vector<std::string> files;  // relative to the folder, as given
};

enum class GoldForm { kJson, kMeta };

struct PlannedLetter {
  size_t reading = 0;  // index into Plan::readings
  std::string gold;
  GoldForm form = GoldForm::kJson;
};

struct PlannedPage {
  size_t reading = 0;
  int page = 0;  // of that reading, from 1; 0: all of it
  std::string transcription;
};

struct Plan {
  std::vector<Reading> readings;
  std::vector<PlannedLetter> letters;
  std::vector<PlannedPage> pages;
  std::vector<Unscored> unscored;  // files that none of this uses
};

// `files`: paths relative to the folder; names are matched inside each sub-folder. Case of endings
// does not count. The plan is in the order of the names.
Plan MakePlan(std::vector<std::string> files);

}  // namespace vanthu::evaluate
