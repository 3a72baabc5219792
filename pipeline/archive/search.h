// Letters found by a query of query.h, best first. Reads the archive, changes nothing.
//
// Order: letters that bear the number asked for; then those that cite it or hold the words, where a
// hit in the number outweighs one in the subject, the subject the head, the head the body; among
// equals the newest first. Then, marked near: letters that fit once accents are dropped, and where nothing
// fits a number, letters whose number is one slip away.
#pragma once

#include <chrono>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/core/result.h"
#include "pipeline/archive/store.h"

namespace vanthu::archive {

struct SearchOptions {
  int limit = 20;
  int offset = 0;
  // Measured from the call on. What breaks when it is lower: prefixes of one letter over a million
  // letters; when it is higher, one request may hold a web worker that long.
  std::chrono::milliseconds time_limit{10'000};
};

struct SearchRow {
  int64_t id = 0;
  std::string source;                     // the file's name
  std::optional<std::string> number;      // normalised
  std::optional<std::string> issue_date;  // 2014-02-27; 2021-06, 2021 where day, month are blank
  std::optional<std::string> doc_type;    // code
  std::optional<std::string> issuer;
  std::optional<std::string> subject;
  int page = 1;         // of the first match, 1-based place in the file
  std::string snippet;  // printed text, matches between <mark> and </mark>, nothing escaped
  double score = 0;     // 0..1, falling from row to row
  bool near = false;    // fits only without accents or in part
};

enum class Note {
  kEmptyQuery,   // nothing in the query could be looked for
  kNewestFirst,  // too many letters fit to rank them: those with the words in number or subject are
                 // listed first, then the newest
  kWordsDropped,  // only the first kMaxWords words of the query were used
  kConverted,     // the query was in an old encoding and was read as `read_as`
  kBrokenText,    // some bytes of the query are no Unicode text and were passed over
  kNoDate,        // what follows nam: or ngay: is no date and was looked for as words
  kNoSuchTime,    // the archive holds no letter of the time asked for
  kBeyondEnd,     // letters fit, but fewer than `offset`
};

struct SearchAnswer {
  std::vector<SearchRow> rows;
  bool more = false;    // there are rows beyond offset + limit
  size_t found = 0;     // letters that fit, as far as they were looked for: up to offset + limit
  std::string read_as;  // with kConverted
  struct Years {
    int64_t first = 0, last = 0;
  };
  std::optional<Years> years;  // with kNoSuchTime: of the archive; none where no letter has a date
  std::vector<Note> notes;
};

// Any bytes are a query. Nothing found is no error. Errors: kUsage for a negative limit or offset,
// kTimeout, those of the database.
Result<SearchAnswer> Search(Archive& archive, std::string_view query,
                            const SearchOptions& options = {});

// The row as `search --format json` and the REST API print it.
nlohmann::ordered_json ToJson(const SearchRow& row);

}  // namespace vanthu::archive
