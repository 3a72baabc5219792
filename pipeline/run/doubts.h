// What a person should look at in a letter that was just read: what a letter must have and this one
// lacks, what was read unsurely, what reading itself warned of. Sums that do not add up are the
// letter's own affair (reconcile) and no doubt about its reading.
#pragma once

#include <string>
#include <vector>

#include "models/document/record.h"

namespace vanthu::run {

struct Doubt {
  std::string code;    // missing, unsure, or that of a diagnostic
  std::string field;   // of missing and unsure: number, issue_date, issuer, doc_type, signer
  std::string detail;  // what was read, or the diagnostic's message
  int page = 0;        // 1-based; 0: the whole letter
  double score = 0;    // of unsure
  bool operator==(const Doubt&) const = default;
};

// Of the fields by which a letter is filed and found, then of its diagnostics, each code and page once.
std::vector<Doubt> DoubtsOf(const Record& record);

}  // namespace vanthu::run
