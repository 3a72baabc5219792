#include "pipeline/run/safe_jobs.h"

#include "pipeline/run/ask.h"
#include "pipeline/run/batched_files.h"

namespace vanthu::run {
namespace {

namespace fs = std::filesystem;

// Copies between two folders, many files at a time.
template <typename Copy>
Result<archive::CopiedArchive> CopyBetween(const fs::path& from, const fs::path& to, Copy copy,
                                           const std::atomic<bool>& stop,
                                           const ShowProgress& progress) {
  BatchedFiles files(archive::DiskFileOps());
  const archive::CopyTools tools{files, [&] { return files.Settle(to); },
                                 [&](int64_t done, int64_t total) {
                                   progress({done, total, 0});
                                 }};
  Result<archive::CopiedArchive> copied = copy(from, to, tools, stop);
  files.Discard();
  return copied;
}

}  // namespace

Result<archive::FieldCorrection> CorrectField(const OfficeDesk& desk, int64_t letter,
                                              const std::string& field, const std::string& value) {
  return Change(desk.archive, archive::Correct, desk.who, letter, field, value);
}

Result<archive::FieldCorrection> UncorrectField(const OfficeDesk& desk, int64_t letter,
                                                const std::string& field) {
  return Change(desk.archive, archive::TakeBackCorrection, desk.who, letter, field);
}

Status ListDoubts(const OfficeDesk& desk, const archive::DoubtFilter& filter,
                  const archive::RowSink& take) {
  return Ask(desk.archive, archive::EachDoubt, filter, take);
}

Status ThrowLettersAway(const OfficeDesk& desk, const std::vector<int64_t>& letters) {
  return Change(desk.archive, archive::ThrowAway, desk.who, letters);
}

Status BringLettersBack(const OfficeDesk& desk, const std::vector<int64_t>& letters) {
  return Change(desk.archive, archive::BringBack, desk.who, letters);
}

Result<std::vector<int64_t>> UndoImport(const OfficeDesk& desk, int64_t run) {
  return Change(desk.archive, archive::UndoImport, desk.who, run);
}

Result<archive::Emptied> EmptyTrash(const OfficeDesk& desk, int days) {
  return Change(desk.archive, archive::EmptyTrash, desk.who, days);
}

Status ListTrash(const OfficeDesk& desk, const archive::RowSink& take) {
  return Ask(desk.archive, archive::EachThrownAway, take);
}

Status ListImports(const OfficeDesk& desk, const archive::RowSink& take) {
  return Ask(desk.archive, archive::EachImport, take);
}

Result<archive::Soundness> VerifyArchive(
    const fs::path& dir, const std::atomic<bool>& stop,
    const std::function<Status(const archive::Damage&)>& damage, const ShowProgress& progress) {
  return Change(dir, [&](archive::Archive& archive) {
    return archive::Verify(archive, stop, {damage, [&](int64_t done, int64_t total) {
                                             progress({done, total, 0});
                                           }});
  });
}

Result<archive::CopiedArchive> BackUpArchive(const fs::path& dir, const fs::path& backup,
                                             const std::atomic<bool>& stop,
                                             const ShowProgress& progress) {
  return CopyBetween(dir, backup, archive::BackUp, stop, progress);
}

Result<archive::CopiedArchive> RestoreArchive(const fs::path& backup, const fs::path& dir,
                                              const std::atomic<bool>& stop,
                                              const ShowProgress& progress) {
  return CopyBetween(backup, dir, archive::Restore, stop, progress);
}

}  // namespace vanthu::run
