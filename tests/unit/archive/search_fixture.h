// An archive that is filled with sketches and asked.
#pragma once

#include <gtest/gtest.h>

#include "tests/unit/archive/archive_fixture.h"

namespace vanthu::archive {

class SearchTest : public ArchiveTest {
 protected:
  void Fill(const std::vector<Sketch>& letters) {
    int n = 0;
    for (const Sketch& letter : letters) Add(archive_, ++n, letter);
  }

  std::vector<SearchRow> Rows(std::string_view query, const SearchOptions& options = {}) {
    Result<SearchAnswer> answer = Search(archive_, query, options);
    if (!answer.ok()) {
      ADD_FAILURE() << query << ": " << answer.error().Describe();
      return {};
    }
    double score = 1;
    for (const SearchRow& row : answer->rows) {
      EXPECT_LE(row.score, score) << query;
      EXPECT_GE(row.score, 0) << query;
      score = row.score;
    }
    return answer->rows;
  }

  // Ids in order; those of near rows are negative.
  std::vector<int64_t> Ids(std::string_view query) {
    std::vector<int64_t> ids;
    for (const SearchRow& row : Rows(query)) ids.push_back(row.near ? -row.id : row.id);
    return ids;
  }

  std::vector<int64_t> IdsOfFirst(std::string_view query, int count) {
    std::vector<int64_t> ids;
    for (const SearchRow& row : Rows(query, {.limit = count})) ids.push_back(row.id);
    return ids;
  }

  Archive archive_ = Open();
};

}  // namespace vanthu::archive
