// Foreign countries, localities, missions, organisations and companies that the letter names: each
// once, in the order of the first mention, cells of tables included (corpus/GUIDELINES.md).
#include <algorithm>
#include <unordered_map>

#include "extractors/evidence.h"
#include "extractors/partners/names.h"
#include "models/document/passage.h"
#include "models/document/record.h"

namespace vanthu::extractors {
namespace {

Partner PartnerOf(const Letter& letter, const Passage& passage, const PartnerName& found) {
  Partner partner;
  partner.raw = PrintedIn(letter, passage, found.begin, found.end);
  partner.evidence = WhereIn(letter, passage, found.begin, found.end);
  partner.rule = found.of_table ? "partners/table" : "partners/phrase";
  partner.score =
      (found.of_table ? 0.95 : 0.7) * LeastConfidence(letter, passage, found.begin, found.end);
  partner.name = found.name;
  partner.kind = found.kind;
  partner.country = found.country;
  return partner;
}

}  // namespace

void ExtractPartners(const Letter& letter, Record& record) {
  std::unordered_map<std::string, size_t> known;  // place in the list by identity
  for (const Passage& passage : Passages(letter)) {
    for (const PartnerName& found : FindPartners(passage.text)) {
      std::string key = std::to_string(static_cast<int>(found.kind));
      key += found.identity;
      const auto [at, fresh] = known.emplace(std::move(key), record.partners.size());
      if (fresh) {
        record.partners.push_back(PartnerOf(letter, passage, found));
      } else if (!record.partners[at->second].country) {
        // A later mention may say where it comes from.
        record.partners[at->second].country = found.country;
      }
    }
  }
}

}  // namespace vanthu::extractors
