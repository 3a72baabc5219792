// The few words that tell layout where a page is set in two columns: the national motto at the
// right of a head (Quốc hiệu, Tiêu ngữ), "Kính gửi" that ends it, "Nơi nhận" that opens the foot
// (Decree 30/2020/NĐ-CP, Annex I). Compared without accents, as OCR damages capitals with marks.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "pipeline/layout/token.h"

namespace vanthu::layout {

// "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", or a Party document's "ĐẢNG
// CỘNG SẢN VIỆT NAM". `text` as printed; two thirds of a motto's words suffice.
bool IsMotto(std::string_view text);

// Where the motto begins in a segment that may hold the issuer before it: index of its first token.
std::optional<size_t> MottoStart(const Segment& segment);

// "Kính gửi:" or, in a telegram, "... điện:".
bool OpensAddressees(std::string_view text);

// "Nơi nhận:", also with its first letter misread.
bool OpensRecipients(std::string_view text);

// All letters are capitals, and there are at least four.
bool IsCapitals(std::string_view text);

}  // namespace vanthu::layout
