// The metadata that letters and dossiers are handed over with: Decree 30/2020/ND-CP, Annex VI, part II. Names
// and lengths are the annex's; days are ISO 8601 (ten characters), a level of urgency is 0 to 3.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace vanthu::exporting {

// What was longer than the annex lets it be.
struct Shortened {
  std::string field;  // Subject, SignerInfo.Position
  size_t length = 0;  // characters it had
  size_t limit = 0;
  bool left_out = false;  // a number: cut, it would be another
};

// `metadata` is an object whose keys are names of the annex: texts, numbers, objects, lists, or null. Texts are
// cut to their lengths, with "…" at the end; a number with more digits than it may have becomes null.
struct FittedMetadata {
  nlohmann::ordered_json metadata;
  std::vector<Shortened> shortened;
};
FittedMetadata FitToStandard(const nlohmann::ordered_json& metadata);

// An XML document, indented: an element a key, one each for the items of a list, an empty one for null.
std::string StandardXml(const std::string& root, const nlohmann::ordered_json& metadata);

}  // namespace vanthu::exporting
