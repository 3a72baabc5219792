#include "pipeline/archive/speeds.h"

namespace vanthu::archive {

Status AddSpeeds(Archive& archive, std::string_view settings, const Speeds& speeds) {
  Result<Statement> row = archive.database().Prepare(
      "INSERT INTO speeds (media_type, settings, files, pages, bytes, busy_ms) "
      "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (media_type, settings) DO UPDATE SET "
      "files = files + excluded.files, pages = pages + excluded.pages, "
      "bytes = bytes + excluded.bytes, busy_ms = busy_ms + excluded.busy_ms");
  if (!row.ok()) return row.error();
  for (const auto& [media_type, speed] : speeds) {
    row->With(media_type, settings, speed.files, speed.pages, speed.bytes, speed.busy_ms);
    if (Status status = row->Run(); !status.ok()) return status;
  }
  return Done{};
}

Result<Speeds> SpeedsOf(Archive& archive, std::string_view settings) {
  Result<Statement> row = archive.database().Prepare(
      "SELECT media_type, files, pages, bytes, busy_ms FROM speeds WHERE settings = ?");
  if (!row.ok()) return row.error();
  row->With(settings);
  Speeds speeds;
  while (true) {
    const Result<bool> there = row->Step();
    if (!there.ok()) return there.error();
    if (!*there) return speeds;
    speeds[row->Text(0)] = {row->Int(1), row->Int(2), row->Int(3), row->Int(4)};
  }
}

}  // namespace vanthu::archive
