// Files for the tests of intake, made on the spot in a folder that goes away with the test.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "models/core/result.h"
#include "pipeline/intake/intake.h"

namespace vanthu::intake {

class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  // Writes a file and gives its path.
  std::filesystem::path Write(const std::string& name, std::string_view bytes) const;

 private:
  std::filesystem::path path_;
};

std::string ReadAll(const std::filesystem::path& file);

struct ZipMember {
  std::string name;
  std::string bytes;
};
// An empty password: not encrypted.
std::string MakeZip(const std::vector<ZipMember>& members, const std::string& password = "");

// The parts of a Word file; w: is bound in each. Empty parts are left out.
struct DocxParts {
  std::string body = {};       // inside w:body
  std::string styles = {};     // inside w:styles
  std::string numbering = {};  // inside w:numbering
  std::string footnotes = {};  // inside w:footnotes
};
std::string MakeDocx(const DocxParts& parts);

// UTF-16 of UTF-8 text of the basic plane.
std::string Utf16(std::string_view utf8, bool little, bool with_mark);

// The path to `name` in ../shared; empty where that folder is not there.
std::filesystem::path Shared(const std::string& name);

// Sniffs, opens and reads every page; the first error ends it.
Result<std::vector<SourcePage>> ReadPages(const std::filesystem::path& file,
                                          const Limits& limits = {});
// The one page of a text source, or a page whose reason is the error.
Page ReadTextPage(const std::filesystem::path& file);

// "B I C h2 |text|" for a line, for tests that look at everything at once: B bold, I italic,
// C centred, P paragraph start, {grid:row,column} cell.
std::string Show(const Line& line);
std::vector<std::string> Show(const Page& page);

}  // namespace vanthu::intake
