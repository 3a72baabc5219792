// One opener a format, for open.cc alone. Errors as OpenSource in intake.h.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "models/core/result.h"
#include "pipeline/intake/intake.h"

namespace vanthu::intake {

using OpenResult = Result<std::unique_ptr<SourceFile>>;

OpenResult OpenText(const std::filesystem::path& file, const Limits& limits);
OpenResult OpenMarkdown(const std::filesystem::path& file, const Limits& limits);
OpenResult OpenHtml(const std::filesystem::path& file, const Limits& limits);
OpenResult OpenDocx(const std::filesystem::path& file, const Limits& limits);
OpenResult OpenPdf(const std::filesystem::path& file, const Limits& limits);
OpenResult OpenTiff(const std::filesystem::path& file, const Limits& limits);
OpenResult OpenPng(const std::filesystem::path& file, const Limits& limits);
OpenResult OpenJpeg(const std::filesystem::path& file, const Limits& limits);

// The text of a file in UTF-8 with "\n" line ends; kUnsupported for a legacy encoding.
Result<std::string> ReadTextFile(const std::filesystem::path& file, const Limits& limits);

// A source whose one page is known already.
std::unique_ptr<SourceFile> MakeSinglePage(Page page);

// No page of that index: the error of every ReadPage.
Error NoSuchPage(const std::filesystem::path& file, int index);

}  // namespace vanthu::intake
