// Plain text: one printed line a line, paragraphs between blank lines.
#include <algorithm>
#include <utility>

#include "models/text/normalize.h"
#include "pipeline/intake/bytes.h"
#include "pipeline/intake/encoding.h"
#include "pipeline/intake/flow.h"
#include "pipeline/intake/formats.h"

namespace vanthu::intake {
namespace {

// The text of a 10,000-page book has 30 MB. More is no letter, and takes ten times its size as
// lines.
constexpr uint64_t kMaxTextBytes = uint64_t{128} << 20;

// So many blanks within a line stand between two columns; justified text has two at most.
constexpr size_t kColumnGap = 3;

bool EndsInWord(std::string_view text, std::string_view word) {
  return text.ends_with(word) &&
         (text.size() == word.size() || text[text.size() - word.size() - 1] == ' ' ||
          text[text.size() - word.size() - 1] == ',' ||
          text[text.size() - word.size() - 1] == '\t');
}

// Room left for the hand within "Số:    /UBND-NV", "ngày    tháng    năm 2021".
bool IsLeftOpen(std::string_view before, std::string_view after) {
  if (after.front() == '/' || after.starts_with("tháng ") || after.starts_with("năm ")) return true;
  for (const std::string_view word : {"Số:", "số:", "Số", "ngày", "tháng", "năm"}) {
    if (EndsInWord(before, word)) return true;
  }
  return false;
}

// A line whose columns are set apart by blanks, with tabs in their place.
std::string TabbedByBlanks(std::string_view line) {
  std::string out;
  size_t at = std::min(line.find_first_not_of(' '), line.size());
  while (at < line.size()) {
    const size_t blank = std::min(line.find(' ', at), line.size());
    out += line.substr(at, blank - at);
    at = std::min(line.find_first_not_of(' ', blank), line.size());
    if (at == line.size() || line[at] == '\r') break;
    const bool gap = at - blank >= kColumnGap && !IsLeftOpen(out, line.substr(at));
    out += gap ? "\t" : line.substr(blank, at - blank);
  }
  return out;
}

}  // namespace

Result<std::string> ReadTextFile(const std::filesystem::path& file, const Limits& limits) {
  const auto bytes = ReadWhole(file, std::min(limits.max_file_bytes, kMaxTextBytes));
  if (!bytes) return bytes.error();
  const Encoding encoding = DetectEncoding(*bytes);
  if (encoding == Encoding::kBinary) {
    return FileError(ErrorCode::kUnsupported, "binary data, no text", file);
  }
  return DecodeText(*bytes, encoding);
}

OpenResult OpenText(const std::filesystem::path& file, const Limits& limits) {
  const auto text = ReadTextFile(file, limits);
  if (!text) return text.error();
  Flow flow;
  bool after_blank = true;
  std::string_view rest = *text;
  while (!rest.empty()) {
    const size_t end = rest.find_first_of("\n\f");
    const std::string line = TabbedByBlanks(rest.substr(0, end));
    const bool form_feed = end != std::string_view::npos && rest[end] == '\f';
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (CleanLine(line).empty()) {
      after_blank = true;
      continue;
    }
    if (line.find('\t', line.find_first_not_of(" \t")) != std::string_view::npos) {
      flow.AddTabbedLine(line, after_blank);
    } else {
      if (after_blank) flow.BeginParagraph({});
      flow.Add(line, {});
      flow.Break();
    }
    after_blank = form_feed;
  }
  return MakeSinglePage(flow.Finish());
}

}  // namespace vanthu::intake
