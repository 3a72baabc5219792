// How phrases are read: runs of words, what looks foreign, what is Việt Nam's own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "extractors/partners/lexicon.h"
#include "extractors/partners/names.h"
#include "extractors/partners/phrases.h"
#include "extractors/partners/words.h"

namespace vanthu::extractors {

using Words = std::vector<TextWord>;
using WordSet = std::unordered_set<std::string_view>;

// How many words `phrase` (folded, with blanks between) takes from `at` on, 0 where they are
// others.
size_t Match(const Words& words, size_t at, std::string_view phrase);

// As Match; a head of one word is told from its likes by its marks: quỹ is not quý, quận not quân.
// `marked` may be empty.
size_t MatchHead(std::string_view text, const Words& words, size_t at, std::string_view folded,
                 std::string_view marked);

// The text of words [from, end).
std::string_view Slice(std::string_view text, const Words& words, size_t from, size_t end);

// Not Vietnamese: Hanil, OneSky, VVOB. Words of domestic places (Đắk, Pleiku) are.
bool LooksForeign(std::string_view text, const TextWord& word);

// One past the last word of the capitalised run at `at`: "Hanil Agro", "Bank of Tokyo".
size_t RunEnd(const Words& words, size_t at, size_t most);

// Whether a capital follows word `end` with a blank between: "Mỹ" of Mỹ Đức is no country.
bool RunsOn(const Words& words, size_t end);

bool IsVietnam(const Words& words, size_t at);

PartnerName Named(std::string name, PartnerKind kind, const std::optional<NamedCountry>& country);

// The name of the tables that begins at a word, if one does for certain: the table knows better.
std::optional<LexiconHit> KnownAt(std::string_view text, const Words& words, size_t at);

}  // namespace vanthu::extractors
