// A document that a query names among its words: "công văn số 650/UBND-ĐNMN ngày 27/02/2014 của UBND
// tỉnh Quảng Ngãi", as it is copied out of a letter that cites it. Pure. For query.cc.
#pragma once

#include <string>
#include <vector>

#include "pipeline/archive/query.h"

namespace vanthu::archive {

// A clause and the text it came from, which is empty where it can be no part of a number.
struct QueryItem {
  Clause clause;
  std::string source;
};

// Finds the number among the words; what follows it and speaks of the same document goes with it.
Alternative MakeAlternative(std::vector<QueryItem> items);

}  // namespace vanthu::archive
