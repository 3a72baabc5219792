// Letters that cite, for the tests of what cites what.
#pragma once

#include <string>
#include <vector>

#include "pipeline/archive/citing.h"
#include "tests/unit/archive/archive_fixture.h"

namespace vanthu::archive {

struct Cited {
  std::string number = {};
  std::string date = {};
  std::string issuer = {};
  ReferenceRole role = ReferenceRole::kCites;
  std::string title = {};
};

inline Reference MakeReference(const Cited& cited) {
  Reference reference = Evident<Reference>(cited.number.empty() ? cited.title : cited.number);
  if (!cited.number.empty()) reference.number = cited.number;
  if (!cited.title.empty()) reference.title = cited.title;
  if (!cited.date.empty()) reference.date = *MakeRecord({.date = cited.date}).issue_date;
  if (!cited.issuer.empty()) reference.issuer = cited.issuer;
  reference.role = cited.role;
  return reference;
}

class CitingFixture : public ArchiveTest {
 protected:
  int64_t Put(Sketch sketch, const std::vector<Cited>& cites = {}) {
    Record record = MakeRecord(sketch);
    for (const Cited& cited : cites) record.references.push_back(MakeReference(cited));
    const std::vector<Record> letters = {record};
    return archive_.AddLetters(0, FakeFile(++files_), letters)->front();
  }

  Archive archive_ = Open();
  int files_ = 0;
};

}  // namespace vanthu::archive
