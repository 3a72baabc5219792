// What the extractors read from a letter that a test writes down (letter_builder.h), and the head, body
// and foot that most rows share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/extractor.h"
#include "tests/unit/letter_builder.h"

namespace vanthu::test {

inline Record RecordOf(std::string_view text) {
  Record record;
  extractors::ExtractAll(LetterOf(text), record);
  return record;
}

// A dispatch of an office that does not exist, with one line of the head given by the row.
inline std::string WithHead(std::string_view issuer, std::string_view number,
                            std::string_view place_date = "Hà Nam, ngày 05 tháng 3 năm 2015") {
  std::string text(issuer);
  text += "\n";
  text += number;
  text += "\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n";
  text += place_date;
  text += "\n\nKính gửi: Công an tỉnh Hà Nam\n\nSở Ngoại vụ đề nghị phối hợp./.\n";
  return text;
}

// A report whose body is given.
inline std::string WithBody(std::string_view body) {
  return "UBND TỈNH HÀ NAM\nSỞ NGOẠI VỤ\nSố: 88/BC-SNgV\n\n"
         "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
         "Hà Nam, ngày 05 tháng 3 năm 2015\n\nBÁO CÁO\nCông tác đối ngoại\n\n" +
         std::string(body) + "\n";
}

// A report with the foot given.
inline std::string WithFoot(std::string_view foot) {
  return WithBody("Trên đây là kết quả công tác đối ngoại./.\n\n" + std::string(foot));
}

inline std::string ValueOf(const std::optional<TextValue>& value) {
  return value ? value->value : std::string();
}

inline std::vector<std::string> ValuesOf(const std::vector<TextValue>& values) {
  std::vector<std::string> out;
  for (const TextValue& value : values) out.push_back(value.value);
  return out;
}

// "2015-03-05", a blank part as "?"; "" for no date.
inline std::string DateText(const std::optional<DateValue>& date) {
  if (!date) return {};
  const auto part = [](std::optional<int> value, size_t width) {
    if (!value) return std::string("?");
    std::string digits = std::to_string(*value);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
  };
  return part(date->year, 4) + "-" + part(date->month, 2) + "-" + part(date->day, 2);
}

}  // namespace vanthu::test
