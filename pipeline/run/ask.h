// Opens an archive for one question or one change.
#pragma once

#include <filesystem>
#include <utility>

#include "pipeline/archive/store.h"

namespace vanthu::run {

template <typename Question, typename... Arguments>
auto AskAs(archive::OpenMode mode, const std::filesystem::path& dir, Question question,
           const Arguments&... arguments)
    -> decltype(question(std::declval<archive::Archive&>(), arguments...)) {
  Result<archive::Archive> opened = archive::Archive::Open(dir, mode);
  if (!opened.ok()) return opened.error();
  return question(*opened, arguments...);
}

// `question(archive, arguments...)` of the archive in `dir`, opened for reading.
template <typename Question, typename... Arguments>
auto Ask(const std::filesystem::path& dir, Question question, const Arguments&... arguments) {
  return AskAs(archive::OpenMode::kReadOnly, dir, question, arguments...);
}

// The same, opened for writing: kBusy while another process writes.
template <typename Question, typename... Arguments>
auto Change(const std::filesystem::path& dir, Question question, const Arguments&... arguments) {
  return AskAs(archive::OpenMode::kReadWrite, dir, question, arguments...);
}

}  // namespace vanthu::run
