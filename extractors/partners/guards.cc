#include "extractors/partners/guards.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "models/text/fold.h"

namespace vanthu::extractors {
namespace {

using Words = std::unordered_set<std::string_view>;

// "tại Anh", "nước Pháp", "CHLB Đức", "sinh viên Lào": these words stand before a country, not
// before a person.
const Words& Introducing() {
  static const Words words = {
      "nuoc",   "quoc",   "hoa",   "bang", "chlb",  "chdcnd", "chnd", "cong", "phu",
      "su",     "quan",   "phia",  "tai",  "o",     "sang",   "tu",   "voi",  "cua",
      "va",     "hoac",   "den",   "di",   "dan",   "nguoi",  "vien", "gia",  "sinh",
      "nghiep", "truong", "khach", "tu",   "ban",   "doan",   "gom",  "giua", "tinh",
      "phuong", "lb",     "ch",    "dai",  "duong", "vung",   "bo",   "tham", "lam"};
  return words;
}

// What may stand in capitals right before a name without being part of it: "Tỉnh Vân Nam", "Đoàn
// Lào".
const Words& CapitalBefore() {
  // With marks: Phú Mỹ and Châu Đức are places.
  static const Words words = {"tỉnh", "phố",    "huyện", "trị", "nước",  "phía",  "đoàn",
                              "bạn",  "từ",     "với",   "tại", "khách", "người", "hai",
                              "quán", "sứ",     "phủ",   "và",  "các",   "chlb",  "chnd",
                              "lb",   "chdcnd", "ch",    "của", "sang",  "thăm"};
  return words;
}

// Before a person, a language, a festival: "bà Nga", "tiếng Anh", "sông Hàn", "sinh Nhật".
bool TellsOtherwise(std::string_view name, std::string_view before) {
  static const Words always = {"tieng", "ngu", "ba",   "ong", "co",  "chi",   "anh", "em",  "chu",
                               "thi",   "van", "song", "cau", "yen", "duong", "pho", "hem", "dong"};
  static const std::unordered_map<std::string_view, Words> own = {
      {"nhat", {"sinh", "chu", "cap", "bach", "duy", "thong"}},
      {"my", {"tham", "chau", "hoa", "trung", "bac", "nam"}},
      {"anh", {"bang", "hoi", "cac", "phu", "to"}},
      {"phap", {"phuong", "bien", "giai", "tu", "hien", "hop", "quoc"}},
      {"uc", {"chau"}},
      {"duc", {"dao", "hieu"}},
      {"lao", {"thuoc"}},
  };
  // "CHDCND Lào" and "Cộng hòa Pháp" end in words that hold for others as well.
  if (always.contains(before)) return true;
  const auto found = own.find(name);
  return found != own.end() && found->second.contains(before);
}

// "Anh hùng", "Pháp luật", "Mỹ thuật", "Ý kiến".
bool GoesOnOtherwise(std::string_view name, std::string_view after) {
  static const std::unordered_map<std::string_view, Words> own = {
      {"anh",
       {"hung", "em", "chi", "trai", "ngu", "van", "linh", "minh", "ay", "ta", "dao", "tuan",
        "tai"}},
      {"phap",
       {"luat", "lenh", "che", "ly", "nhan", "quy", "danh", "y", "su", "ngu", "dinh", "li"}},
      {"my", {"thuat", "pham", "nhan", "duc", "dung", "le", "quan", "nghe", "tho", "hoc"}},
      {"duc", {"tinh", "do", "duc", "hanh"}},
      {"y",
       {"kien", "nghia", "thuc", "tuong", "chi", "dinh", "muon", "do", "te", "vi", "nguyen",
        "niem"}},
      {"ao", {"dai", "so", "am", "mua", "giap", "khoac", "phao", "trang"}},
      {"nhat", {"ky", "trinh", "khi", "thuc", "trang", "bao", "dang", "la"}},
      {"han", {"gan", "the", "huyen", "mac"}},
      {"sec", {"chuyen", "tien"}},
      {"bi", {"oi"}},
  };
  const auto found = own.find(name);
  return found != own.end() && found->second.contains(after);
}

// Names that are words of every day as well: they need a word before them, or a list, that tells.
bool IsEverydayWord(std::string_view name) {
  static const Words words = {"y", "ao", "han", "nhat", "sec"};
  return words.contains(name);
}

}  // namespace

bool StandsForItself(std::string_view text, const std::vector<TextWord>& words,
                     const NamePlace& place) {
  const TextWord& first = words[place.at];
  const size_t end = place.at + place.count;
  const std::string& name = first.folded;
  const TextWord* before =
      place.at > 0 && first.gap == Gap::kBlank ? &words[place.at - 1] : nullptr;
  const TextWord* after =
      end < words.size() && words[end].gap == Gap::kBlank ? &words[end] : nullptr;
  const bool alone = place.count == 1 && place.country;
  if (alone && after != nullptr && GoesOnOtherwise(name, after->folded)) return false;
  if (alone && before != nullptr && TellsOtherwise(name, before->folded)) return false;
  // "bà Lan Châu", "xã Trường Xuân"
  static const Words not_abroad = {"ba", "ong", "xa", "phuong", "thon",   "duong", "chi",  "anh",
                                   "em", "co",  "ap", "ban",    "truong", "cho",   "chau", "lang"};
  if (!place.country && before != nullptr && !before->capital &&
      not_abroad.contains(before->folded)) {
    return false;
  }
  // "Việt - Lào", "song ngữ Việt-Anh"
  if (place.at > 0 && (first.gap == Gap::kDash || first.gap == Gap::kTight) &&
      words[place.at - 1].folded == "viet") {
    return false;
  }
  const bool introduced = before != nullptr && Introducing().contains(before->folded);
  const size_t after_byte = words[end - 1].end;
  const bool closed = after_byte == text.size() || text[after_byte] != ' ';
  const bool opened = first.begin == 0 || (first.gap != Gap::kBlank && first.begin > 0);
  if (first.capitals && before != nullptr && before->capitals) {
    // All capitals tell nothing about where a name begins.
    return !alone || introduced || place.beside_name;
  }
  if (before != nullptr && before->capital &&
      !CapitalBefore().contains(
          MatchForm(text.substr(before->begin, before->end - before->begin)))) {
    // The first word of a sentence is in capitals whatever it is; an abbreviation is no family
    // name.
    const bool opens = place.at < 2 || words[place.at - 1].ends_clause;
    if (!(before->capitals && before->folded.size() > 2) && !(opens && introduced)) return false;
  }
  if (after != nullptr && after->capital && !place.before_name) return false;
  if (!alone) return true;
  if (place.beside_name || introduced || (opened && closed)) return true;
  if (IsEverydayWord(name)) return false;
  // "Anh tài trợ …": at the head of a sentence nothing tells.
  return before != nullptr || name != "anh";
}

bool IsOfAnotherThing(const std::vector<TextWord>& words, size_t at) {
  if (at == 0) return false;
  const TextWord& before = words[at - 1];
  if (words[at].gap == Gap::kBlank) {
    static const Words named_after = {"tieng", "yen", "won", "baht", "kip", "usd"};
    if (named_after.contains(before.folded)) return true;
    const bool dollar = at > 1 && before.folded == "la" && words[at - 2].folded == "do";
    return dollar || before.folded == "dola";
  }
  // "Hội Hữu nghị Việt Nam - Lào", "Khu công nghiệp Việt Nam - Singapore", "Bệnh viện Việt Nam -
  // Cuba"
  if (words[at].gap != Gap::kDash && words[at].gap != Gap::kTight) return false;
  if (at < 2 || before.folded != "nam" || words[at - 2].folded != "viet") return false;
  constexpr size_t kReach = 7;  // words of such a name before "Việt Nam"
  for (size_t i = at - 2; i-- > 0 && at - i < kReach + 2;) {
    if (words[i + 1].gap != Gap::kBlank) return false;
    static const std::array<std::string_view, 8> kBodies = {"hoi",    "khu",  "kcn",  "benh",
                                                            "truong", "lien", "cung", "nghi"};
    if (words[i].capital && std::ranges::find(kBodies, words[i].folded) != kBodies.end())
      return true;
  }
  return false;
}

}  // namespace vanthu::extractors
