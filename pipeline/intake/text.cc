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

}  // namespace

Result<std::string> ReadTextFile(const std::filesystem::path& file, const Limits& limits) {
  const auto bytes = ReadWhole(file, std::min(limits.max_file_bytes, kMaxTextBytes));
  if (!bytes) return bytes.error();
  const Encoding encoding = DetectEncoding(*bytes);
  if (encoding == Encoding::kLegacy) {
    return FileError(ErrorCode::kUnsupported, "text in a legacy encoding, not in Unicode", file);
  }
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
    const std::string_view line = rest.substr(0, end);
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
