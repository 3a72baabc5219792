// One letter in two files: as it was written (Word, text) and as it was signed (a scan, a PDF). The file
// that came first holds the letter; the other is its companion: kept, found by its own text, listed with
// the letter and not beside it.
//
// Only what is beyond doubt is joined: one file has pages and the other has none, and number, symbol, whole
// date, issuer, type and text are the same. All else that looks alike is told as a possible rescan
// (rescans.h), and a person decides.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/core/result.h"
#include "models/document/record.h"
#include "pipeline/archive/store.h"

namespace vanthu::archive {

struct TwinLetter {
  int64_t id = 0;
  std::string source;  // the file's name
};

// The letter of the archive that this one is, in another file. None where the file holds a letter of the
// archive itself: what was kept as two stays two.
Result<std::optional<TwinLetter>> TwinOf(Archive& archive, const FileInfo& file,
                                         const Record& record);

// Stores the file as the companion of letter `id`, in place of one that it had of these bytes, and marks
// the job done; what Archive::AddLetters says of jobs and errors holds here. `json`: the record's line.
Status AddCompanion(Archive& archive, int64_t job, const FileInfo& file, const Record& record,
                    const std::string& json, int64_t id);

// Files in which the letter came as well, in the order they came.
Result<std::vector<FileInfo>> CompanionsOf(Archive& archive, int64_t id);

// How much of the shorter text is in the other, 0..1: three folded words in a row, each run once. 0 where
// one has fewer than twenty.
double TextLikeness(std::string_view a, std::string_view b);

}  // namespace vanthu::archive
