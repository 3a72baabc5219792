// Words of an order's clause, and where in them a verb of a task or a name of somebody begins.
// Tables: task_verbs.tsv, actors.tsv.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::extractors {

enum class VerbKind { kAct, kDeliver, kLead, kPast };

struct Word {
  size_t begin = 0, end = 0;
  std::string form;  // MatchForm
  bool capital = false;
  bool after_mark = false;   // a comma or another mark stands before it
  bool after_colon = false;  // "Sở Y tế: Rà soát"
};

template <typename Kind>
struct Match {
  size_t words = 0;  // 0: none
  Kind kind{};
};

// Words of bytes [begin, end) of a text, marks left out.
std::vector<Word> WordsOf(std::string_view text, size_t begin, size_t end);

// A verb of running text; one that opens the clause may have a capital.
Match<VerbKind> VerbAt(const std::vector<Word>& words, size_t at, bool opens);

// Whether a name of somebody begins at a word: "Sở …", "các cơ quan …", "Thủ trưởng …".
bool IsActor(const std::vector<Word>& words, size_t at);

// The word with which what an actor is told begins, words.size() where nothing follows the name.
size_t EndOfActor(const std::vector<Word>& words, size_t from);

}  // namespace vanthu::extractors
