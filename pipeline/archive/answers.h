// What became of an incoming letter: which of ours answers it, whether it is still open.
//
// Ours answers a letter where it says so (reply_to) or cites it for another reason than as the law that it
// stands on. The citation must mean that letter by the rules of citing.h, or agree with it alone in number
// and day. What a person says stands over
// that.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/archive/fact_query.h"
#include "pipeline/archive/papers.h"

namespace vanthu::archive {

enum class PaperState {
  kOpen,
  kOverdue,   // open, and the day that a person entered as due has passed
  kAnswered,  // by a letter
  kDone,      // dealt with without a letter, as a person says
};
// open, overdue, answered, done. Valid for the program's life.
std::string_view PaperStateName(PaperState state);

struct Answer {
  LetterHead letter;
  std::string role;  // of the citation; "entered" where a person says so
};

// letter_id, number, issue_date, role.
nlohmann::ordered_json ToJson(const Answer& answer);

struct Handling {
  PaperState state = PaperState::kOpen;
  std::vector<Answer> answers;  // the likeliest first
};

// Of an incoming paper; `today` is 2024-03-01.
Result<Handling> HandlingOf(Archive& archive, const Office& office, const Paper& paper,
                            std::string_view today);

// What a person says: answered by this letter.
Status EnterAnswer(Archive& archive, std::string_view who, int64_t letter_id, int64_t answer_id);
// Dealt with without a letter.
Status EnterDone(Archive& archive, std::string_view who, int64_t letter_id);
// Takes it back.
Status ClearAnswer(Archive& archive, std::string_view who, int64_t letter_id);

struct IncomingFilter {
  std::optional<int> year = {};         // of arrival
  std::vector<PaperState> states = {};  // none: all
};
// By due date, those without one behind, in the order of their numbers of arrival. letter_id,
// arrival_number, arrival_date, number, issue_date, issuer, title, unit, due, state, answered_by (list of
// the above). kUsage where the office is not known.
Status EachIncoming(Archive& archive, const Office& office, const IncomingFilter& filter,
                    std::string_view today, const RowSink& take);

}  // namespace vanthu::archive
