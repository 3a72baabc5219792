#include "pipeline/archive/letter_rows.h"

#include <fmt/format.h>

#include <string_view>

#include "pipeline/archive/facts.h"
#include "pipeline/archive/packing.h"

namespace vanthu::archive {

Status RemoveLetterRows(Database& db, LetterIndex& index, int64_t letter) {
  if (Status status = index.Remove(letter); !status.ok()) return status;
  if (Status status = ClearFacts(db, letter); !status.ok()) return status;
  for (const std::string_view sql :
       {std::string_view("DELETE FROM letter_pages WHERE letter_id = ?"),
        std::string_view("DELETE FROM citations WHERE letter_id = ?"),
        std::string_view("DELETE FROM letters WHERE id = ?")}) {
    Result<Statement> remove = db.Prepare(sql);
    if (!remove.ok()) return remove.error();
    if (Status status = remove->With(letter).Run(); !status.ok()) return status;
  }
  return Done{};
}

Result<nlohmann::ordered_json> RecordOf(Database& db, int64_t letter) {
  Result<Statement> row = db.Prepare("SELECT record FROM letters WHERE id = ?");
  if (!row.ok()) return row.error();
  const Result<bool> there = row->With(letter).Step();
  if (!there.ok()) return there.error();
  if (!*there)
    return Error{ErrorCode::kNotFound, fmt::format("there is no letter {}", letter), "", 0};
  nlohmann::ordered_json record =
      nlohmann::ordered_json::parse(Unpacked(row->Text(0)).value_or(""), nullptr, false);
  if (record.is_discarded()) {
    return Error{ErrorCode::kDamaged, fmt::format("the record of letter {} is broken", letter), "",
                 0};
  }
  return record;
}

Status PutRecord(Database& db, int64_t letter, const nlohmann::ordered_json& record) {
  Result<Statement> row = db.Prepare("UPDATE letters SET record = ? WHERE id = ?");
  if (!row.ok()) return row.error();
  row->BindBlob(
      0, Packed(record.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)));
  row->Bind(1, letter);
  return row->Run();
}

}  // namespace vanthu::archive
