// The lines that stand over a signature, as they are usually printed, and which of them a damaged reading
// most probably was. Table: signature_titles.tsv.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vanthu {

struct SignTitleMatch {
  std::string text;  // "KT. GIÁM ĐỐC", "PHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN", "T/M UBND TỈNH"
  double cost =
      0;  // share of the line's letters that the reading lost or changed; marks count a third
};

// The nearest of those lines, where at most a quarter of it was lost, strokes of a seal or a pen before
// and after it left out of the count. `text` in capitals, up to 60 letters; longer is none.
std::optional<SignTitleMatch> NearestSignTitle(std::string_view text);

}  // namespace vanthu
