#include "pipeline/intake/pdf_salvage.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <vector>

namespace vanthu::intake {
namespace {

constexpr size_t kLongestDictionary = size_t{64} << 10;
constexpr uint32_t kHighestNumber = 8'388'607;  // PDF 1.7, Annex C

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsBlank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f'; }

struct Header {
  uint32_t number = 0;
  uint32_t generation = 0;
};

// The unsigned number that ends before `end`, blanks skipped, and where it begins.
struct NumberBefore {
  uint32_t value = 0;
  size_t begin = 0;
};
std::optional<NumberBefore> ReadNumberBefore(std::string_view pdf, size_t end) {
  while (end > 0 && IsBlank(pdf[end - 1])) --end;
  size_t begin = end;
  while (begin > 0 && IsDigit(pdf[begin - 1]) && end - begin < 8) --begin;
  if (begin == end) return std::nullopt;
  uint32_t value = 0;
  for (size_t i = begin; i < end; ++i) value = value * 10 + static_cast<uint32_t>(pdf[i] - '0');
  return NumberBefore{value, begin};
}

// "12 0 obj", its "obj" at `at`.
std::optional<Header> HeaderAt(std::string_view pdf, size_t at) {
  const auto generation = ReadNumberBefore(pdf, at);
  if (!generation) return std::nullopt;
  const auto number = ReadNumberBefore(pdf, generation->begin);
  if (!number || number->value == 0 || number->value > kHighestNumber) return std::nullopt;
  return Header{number->value, generation->value};
}

// "/Type /Page" in the dictionary of an object, not "/Pages" nor "/PageLabel".
bool IsPage(std::string_view dictionary) {
  for (size_t at = dictionary.find("/Type"); at != std::string_view::npos;
       at = dictionary.find("/Type", at + 5)) {
    const size_t value =
        std::min(dictionary.find_first_not_of(" \r\n\t", at + 5), dictionary.size());
    const std::string_view name = dictionary.substr(value, 6);
    if (!name.starts_with("/Page")) continue;
    if (name.size() == 5 || std::isalpha(static_cast<unsigned char>(name[5])) == 0) return true;
  }
  return false;
}

}  // namespace

std::optional<std::string> SalvagePdf(std::string_view pdf) {
  std::vector<Header> pages;
  uint32_t highest = 0;
  for (size_t at = pdf.find(" obj"); at != std::string_view::npos; at = pdf.find(" obj", at + 4)) {
    const auto header = HeaderAt(pdf, at);
    if (!header) continue;
    highest = std::max(highest, header->number);
    std::string_view body = pdf.substr(at + 4, kLongestDictionary);
    body = body.substr(0, std::min(body.find("endobj"), body.find("stream")));
    if (body.find("/Filter/Standard") != std::string_view::npos ||
        body.find("/Filter /Standard") != std::string_view::npos) {
      return std::nullopt;
    }
    const bool known = std::any_of(pages.begin(), pages.end(), [&](const Header& page) {
      return page.number == header->number;
    });
    if (!known && IsPage(body)) pages.push_back(*header);
  }
  if (pages.empty() || highest + 2 > kHighestNumber) return std::nullopt;

  std::string kids;
  for (const Header& page : pages) kids += fmt::format("{} {} R ", page.number, page.generation);
  std::string whole(pdf);
  // Readers that rebuild the list of objects only need them and a trailer. Pages without a size of
  // their own get A4.
  whole += fmt::format(
      "\nendstream\nendobj\n{0} 0 obj\n<</Type/Catalog/Pages {1} 0 R>>\nendobj\n"
      "{1} 0 obj\n<</Type/Pages/Count {2}/Kids[{3}]/MediaBox[0 0 595 842]>>\nendobj\n"
      "trailer\n<</Root {0} 0 R/Size {4}>>\nstartxref\n0\n%%EOF\n",
      highest + 1, highest + 2, pages.size(), kids, highest + 3);
  return whole;
}

}  // namespace vanthu::intake
