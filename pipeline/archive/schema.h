// The tables of archive.db and how an older archive is brought up to date.
#pragma once

#include "models/core/result.h"
#include "pipeline/archive/sqlite.h"

namespace vanthu::archive {

// Number of migrations there are; PRAGMA user_version of an archive that is up to date.
int SchemaVersion();

// The version of an opened database: 0 for a new one. kUnsupported where it is newer than
// SchemaVersion(), kDamaged where it is no database.
Result<int> VersionOf(Database& db);

// Runs the migrations that are missing, each in a transaction of its own. Never goes back.
Status Migrate(Database& db);
// Up to this version, for tests of migrations.
Status MigrateTo(Database& db, int version);

}  // namespace vanthu::archive
