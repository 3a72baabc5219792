// Keeping an archive safe: what people put right, the trash, whether all is sound, backups. What the functions do
// and their errors are said in archive/corrections.h, doubts.h, trash.h, soundness.h and backup.h, to which come
// those of Archive::Open. `desk` says whose archive it is and who works at it.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "models/core/result.h"
#include "pipeline/archive/backup.h"
#include "pipeline/archive/corrections.h"
#include "pipeline/archive/doubts.h"
#include "pipeline/archive/soundness.h"
#include "pipeline/archive/trash.h"
#include "pipeline/run/office_jobs.h"
#include "pipeline/run/progress.h"

namespace vanthu::run {

Result<archive::FieldCorrection> CorrectField(const OfficeDesk& desk, int64_t letter,
                                              const std::string& field, const std::string& value);
Result<archive::FieldCorrection> UncorrectField(const OfficeDesk& desk, int64_t letter,
                                                const std::string& field);
Status ListDoubts(const OfficeDesk& desk, const archive::DoubtFilter& filter,
                  const archive::RowSink& take);

Status ThrowLettersAway(const OfficeDesk& desk, const std::vector<int64_t>& letters);
Status BringLettersBack(const OfficeDesk& desk, const std::vector<int64_t>& letters);
Result<std::vector<int64_t>> UndoImport(const OfficeDesk& desk, int64_t run);
Result<archive::Emptied> EmptyTrash(const OfficeDesk& desk, int days);
Status ListTrash(const OfficeDesk& desk, const archive::RowSink& take);
Status ListImports(const OfficeDesk& desk, const archive::RowSink& take);

// One step of each file, for the progress bar.
Result<archive::Soundness> VerifyArchive(
    const std::filesystem::path& dir, const std::atomic<bool>& stop,
    const std::function<Status(const archive::Damage&)>& damage, const ShowProgress& progress);
Result<archive::CopiedArchive> BackUpArchive(const std::filesystem::path& dir,
                                             const std::filesystem::path& backup,
                                             const std::atomic<bool>& stop,
                                             const ShowProgress& progress);
Result<archive::CopiedArchive> RestoreArchive(const std::filesystem::path& backup,
                                              const std::filesystem::path& dir,
                                              const std::atomic<bool>& stop,
                                              const ShowProgress& progress);

}  // namespace vanthu::run
