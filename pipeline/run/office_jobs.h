// The office's own papers: registers, gaps, what came in and what became of it, dossiers, what people enter.
// Questions open the archive for reading, changes for writing. Errors: those of Archive::Open and of the
// functions of archive/ that are called, which also say what rows hold.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/core/result.h"
#include "pipeline/archive/answers.h"
#include "pipeline/archive/dossiers.h"
#include "pipeline/archive/events.h"
#include "pipeline/archive/gaps.h"
#include "pipeline/archive/register_query.h"

namespace vanthu::run {

// Who asks: the archive, our own agency, the user.
struct OfficeDesk {
  std::filesystem::path archive;
  archive::Office office{""};
  std::string who;    // for the log
  std::string today;  // 2024-03-01
};

Status ListRegister(const OfficeDesk& desk, const archive::RegisterFilter& filter,
                    const archive::RowSink& take);
Status ListGaps(const OfficeDesk& desk, const archive::GapFilter& filter,
                const archive::RowSink& take);
Status ListIncoming(const OfficeDesk& desk, const archive::IncomingFilter& filter,
                    const archive::RowSink& take);
Status ListEvents(const OfficeDesk& desk, std::optional<int64_t> letter,
                  const archive::RowSink& take);
Status ListDossiers(const OfficeDesk& desk, const archive::RowSink& take);
Result<archive::DossierContent> ShowDossier(const OfficeDesk& desk, const std::string& code);

// What is known of a letter beside its record: direction, arrival_number, arrival_date, unit, due, passed_on,
// receipt, remark, sent_to, keeper, copies, note, tags, dossiers, state and answered_by of an incoming one.
// Absent is null; direction is null where neither the office is known nor a person said it.
Result<nlohmann::ordered_json> AboutLetter(const OfficeDesk& desk, int64_t letter);

struct EnteredValue {
  archive::EntryField field;
  std::string value;  // empty: taken back
};
// Enters the same values for each letter, all or none, of letters that went this way; where their issuers say
// otherwise, the direction is entered as well. Days may be typed 1/3/2024 or 2024-03-01. kUsage for a
// day that is none, for copies that are no number, and for a number of arrival that another letter has in
// its year.
Status EnterValues(const OfficeDesk& desk, Direction direction, const std::vector<int64_t>& letters,
                   const std::vector<EnteredValue>& values);
// Gives each letter that has none the next number of arrival of its year, in this order, all or none; and the
// values. Letters without a date of arrival arrive today.
Status NumberArrivals(const OfficeDesk& desk, const std::vector<int64_t>& letters,
                      const std::vector<EnteredValue>& values);

enum class TagChange { kAdd, kRemove };
Status ChangeTags(const OfficeDesk& desk, TagChange change, int64_t letter,
                  const std::vector<std::string>& tags);

// An empty text takes the note back.
Status SetNote(const OfficeDesk& desk, int64_t letter, const std::string& text);

// What became of an incoming letter: answered by another, done without one, or as the citations say.
Status SetAnswer(const OfficeDesk& desk, int64_t letter, int64_t answer);
Status SetDone(const OfficeDesk& desk, int64_t letter);
Status ForgetAnswer(const OfficeDesk& desk, int64_t letter);

Status NewDossier(const OfficeDesk& desk, const archive::Dossier& dossier);
Status EditDossier(const OfficeDesk& desk, const archive::Dossier& dossier);
Status DropDossier(const OfficeDesk& desk, const std::string& code);
Status PutIntoDossier(const OfficeDesk& desk, const std::string& code,
                      const std::vector<int64_t>& letters);
Status TakeOutOfDossier(const OfficeDesk& desk, const std::string& code,
                        const std::vector<int64_t>& letters);

}  // namespace vanthu::run
