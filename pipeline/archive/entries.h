// What people enter of a letter: values of their own beside those that were read. They stay when the file
// is read again. Each change is in the log (events.h).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/core/result.h"
#include "pipeline/archive/events.h"
#include "pipeline/archive/sqlite.h"

namespace vanthu::archive {

enum class EntryField {
  kDirection,      // out, in: over what the issuer says
  kArrivalNumber,  // số đến
  kArrivalDate,    // ngày đến
  kUnit,           // đơn vị hoặc người nhận: who was given the letter
  kDue,            // hạn giải quyết
  kSentTo,         // nơi nhận, of an outgoing letter
  kKeeper,         // đơn vị, người nhận bản lưu
  kCopies,         // số lượng bản
  kPassedOn,       // ngày chuyển
  kReceipt,        // ký nhận
  kRemark,         // ghi chú of the register
  kAnswer,         // of an incoming letter, as answers.h writes it
  kNote,
};

// As it stands in the archive and in the log: arrival_number. Valid for the program's life.
std::string_view EntryFieldName(EntryField field);

using Entries = std::map<EntryField, std::string>;

// Of one letter.
Result<Entries> EntriesOf(Database& db, const LetterPlace& letter);

// Sets a value; an empty one takes it back. The same value again changes nothing and is not logged.
Status Enter(Database& db, std::string_view who, const LetterPlace& letter, EntryField field,
             std::string_view value);

// In the order of the alphabet.
Result<std::vector<std::string>> TagsOf(Database& db, const LetterPlace& letter);
// Tags that differ in case or accents alone are one. What is there already, or not there, is no error.
// kUsage for a tag without a letter or digit.
Status AddTag(Database& db, std::string_view who, const LetterPlace& letter, std::string_view tag);
Status RemoveTag(Database& db, std::string_view who, const LetterPlace& letter,
                 std::string_view tag);

}  // namespace vanthu::archive
