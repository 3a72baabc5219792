// International conferences and workshops (hội nghị, hội thảo quốc tế), one a row of a table that
// lists them.
#include "extractors/delegations/columns.h"
#include "extractors/delegations/rows.h"
#include "models/document/letter.h"
#include "models/document/record.h"

namespace vanthu::extractors {

void ExtractConferences(const Letter& letter, Record& record) {
  RowPlaces places(letter);
  for (const Table& table : letter.tables) {
    if (table.kind != TableKind::kConferences) continue;
    const ColumnRoles roles("conferences", table.columns);
    for (const std::vector<std::string>& cells : table.rows) {
      const ListedRow row(cells, roles);
      if (!row.Lists("name")) continue;
      Conference conference;
      conference.seq = row.Ordinal();
      conference.name = row.Text("name").value_or("");
      conference.local_delegates = row.Number("local_delegates");
      conference.foreign_delegates = row.Number("foreign_delegates");
      conference.content = row.Text("content");
      conference.funding = row.Text("funding");
      places.Describe(table, cells, "conferences/table", conference);
      conference.period = PeriodOf(row.Text("period"), table, record, conference);
      record.conferences.push_back(std::move(conference));
    }
  }
}

}  // namespace vanthu::extractors
