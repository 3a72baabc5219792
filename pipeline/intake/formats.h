// One opener a format, for open.cc alone. Errors as OpenSource in intake.h.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "models/core/result.h"
#include "pipeline/intake/intake.h"

namespace vanthu::intake {

using OpenResult = Result<std::unique_ptr<SourceFile>>;

OpenResult OpenText(const std::filesystem::path& file, const Limits& limits);
OpenResult OpenMarkdown(const std::filesystem::path& file, const Limits& limits);
OpenResult OpenHtml(const std::filesystem::path& file, const Limits& limits);
OpenResult OpenDocx(const std::filesystem::path& file, const Limits& limits);
OpenResult OpenOds(const std::filesystem::path& file, const Limits& limits);
OpenResult OpenPdf(const std::filesystem::path& file, const Limits& limits);
OpenResult OpenTiff(const std::filesystem::path& file, const Limits& limits);
OpenResult OpenPng(const std::filesystem::path& file, const Limits& limits);
OpenResult OpenJpeg(const std::filesystem::path& file, const Limits& limits);

// The text of a file in UTF-8 with "\n" line ends, as DecodeText gives it.
Result<std::string> ReadTextFile(const std::filesystem::path& file, const Limits& limits);

// A source whose pages are known already; what is wrong with their text is noted on them.
std::unique_ptr<SourceFile> MakePages(std::vector<Page> pages);
std::unique_ptr<SourceFile> MakeSinglePage(Page page);

// No page of that index: the error of every ReadPage.
Error NoSuchPage(const std::filesystem::path& file, int index);

}  // namespace vanthu::intake
