#include "pipeline/segment/shape.h"

#include <re2/re2.h>

#include <array>

#include "models/lexicon/names.h"
#include "models/lexicon/table.h"
#include "models/text/fold.h"
#include "models/text/utf8.h"

namespace vanthu::segment {
namespace {

bool Matches(std::string_view text, const RE2& pattern) {
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

std::string LettersOnly(std::string_view folded) {
  std::string out;
  for (const char c : folded) {
    if (c >= 'a' && c <= 'z') out.push_back(c);
  }
  return out;
}

template <size_t N>
int CountIn(const std::string& letters, const std::array<std::string_view, N>& parts) {
  int count = 0;
  for (const std::string_view part : parts) count += letters.find(part) != std::string::npos;
  return count;
}

}  // namespace

bool IsCapitals(std::string_view text) {
  int upper = 0;
  int lower = 0;
  for (size_t i = 0; i < text.size();) {
    const CodePoint at = DecodeAt(text, i);
    if (IsUpper(at.value)) ++upper;
    if (IsLower(at.value)) ++lower;
    i += at.length;
  }
  return upper >= 2 && upper >= 9 * lower;
}

bool IsMotto(std::string_view folded) {
  if (folded.size() > 90) return false;
  static constexpr std::array<std::string_view, 4> country = {"conghoa", "xahoi", "chunghia",
                                                              "vietnam"};
  static constexpr std::array<std::string_view, 3> motto = {"doclap", "tudo", "hanhphuc"};
  const std::string letters = LettersOnly(folded);
  if (letters.starts_with("dangcongsanvietnam") && letters.size() < 22) return true;
  return (CountIn(letters, country) >= 2 && letters.size() < 45 &&
          letters.find("nghia") != std::string::npos) ||
         (CountIn(letters, motto) >= 2 && letters.size() < 32);
}

bool IsNumberLine(std::string_view folded) {
  // Số: 157/ QĐ-NĐ-UB · Số 127-QĐ/TW · Số: 3176B/QĐ-SYT · Số:   /BC-BCĐ
  static const RE2 pattern(
      R"(^s[o0](?:\s*[:;.,]\s*|\s+)(?:[ol|]?[\d.,_…\s]{0,24}|[\dol|]{1,5})[a-z]{0,2}\s*[/-]\s*[\da-z][\da-z&./ -]*)");
  // A number without any symbol, as old letters have it: Số: 158.
  static const RE2 bare(R"(^s[o0]\s*:\s*\d{1,5}\s*$)");
  return folded.size() < 90 && (Matches(folded, pattern) || Matches(folded, bare));
}

bool IsDamagedNumberLine(std::string_view text) {
  static const RE2 pattern(
      R"(^[^\pL\d]{0,2}[SsŠ5]\S{0,2}?\s?[:.;,].{0,24}/\s*(?:(?:19|20)\d{2}\s*/\s*)?\p{Lu}{2}[\pL&./-]*)");
  return text.size() < 70 && Matches(text, pattern);
}

bool IsPlaceDate(std::string_view folded) {
  static const RE2 pattern(
      R"(^[^:;/]{0,45}?[,.]?\s*n[ga]{1,3}y.{0,16}?thang.{0,14}?nam\s*[\d._…\s]{0,10}[.,]?$)");
  return folded.size() < 100 && Matches(folded, pattern) && !folded.starts_with("can cu") &&
         !folded.starts_with("tu ngay");
}

bool IsSubjectMark(std::string_view folded) {
  static const RE2 pattern(R"(^[^\pL\d(]{0,3}\(?\s*(?:v\s?/\s?[vy]?|ve viec)(?:\s*[:;.]|\s|$))");
  return Matches(folded, pattern);
}

const DocTypeEntry* TypeTitle(const LetterLine& line, const Line& printed) {
  std::string_view folded = line.folded;
  while (folded.ends_with(":") || folded.ends_with(" ") || folded.ends_with("."))
    folded.remove_suffix(1);
  if (folded.empty() || folded.size() > 120) return nullptr;
  const bool capitals = IsCapitals(line.text);
  const bool set_off = printed.bold || printed.heading > 0 || printed.centered;
  if (!capitals && !set_off) return nullptr;
  // Letters set wide apart ("Q U Y Ế T Đ Ị N H"), or one of them misread on a scan.
  static const RE2 spaced(R"(^(?:[a-z] ){4,}[a-z]$)");
  if (Matches(folded, spaced) || (printed.box && capitals)) {
    if (const DocTypeEntry* near = DocTypeNear(folded); near != nullptr) return near;
  }
  const DocTypeMatch match = DocTypeAtStart(folded);
  if (match.type == nullptr || match.type->code == "CV") return nullptr;
  if (match.length == folded.size()) return match.type;
  // "BÁO CÁO KẾT QUẢ …" in capitals goes on with its subject; in small letters it is running text.
  if (!capitals) return nullptr;
  const std::string_view rest = folded.substr(match.length + 1);
  return rest.starts_with("so ") || rest.starts_with("so:") ? nullptr : match.type;
}

bool OpensRunningText(const LetterLine& line) {
  if (!IsUpper(DecodeAt(line.text, 0).value) || IsCapitals(line.text)) return false;
  static const RE2 opening(
      R"(^(?:thuc hien|ngay \d+|can cu|tiep theo|phuc dap|tra loi|theo |nham |qua |trong (?:thoi gian|nam|quy|thang)|vua qua|duoc su|tren co so|de (?:trien khai|thuc hien|tang cuong)|nhan duoc)\b)");
  // The body speaks: "Phòng Nội vụ gửi báo cáo …", "UBND tỉnh đề nghị …".
  static const RE2 speaks(
      R"(^(?:uy ban nhan dan|ubnd|hdnd|so|bo|ban|cuc|chi cuc|phong|truong|van phong|huyen uy|tinh uy|thanh uy|chu tich|trung tam|benh vien) .{0,70}?\b(?:bao cao|kinh (?:bao|trinh|de|moi|gui)|trinh|de nghi|thong bao|ban hanh|nhan duoc|co y kien|yeu cau|tran trong|moi|gui|thong nhat|xay dung ke hoach)\b)");
  return Matches(line.folded, opening) || Matches(line.folded, speaks);
}

bool IsAddresseeMark(std::string_view folded) {
  static const RE2 pattern(R"(^-?\s*kinh (?:gui|goi|trinh|moi)\s*(?:[:;.,-]|$))");
  return Matches(folded, pattern);
}

bool IsRecipientsMark(std::string_view folded) {
  static const RE2 pattern(R"(^\W{0,3}n[oa]i (?:nhan|gui)\s*(?:[:;.,-]|$))");
  return Matches(folded, pattern);
}

bool IsBasis(std::string_view folded) {
  static const RE2 pattern(
      R"(^-?\s*(?:can cu|xet (?:de nghi|to trinh|bao cao|ho so|don|cong van|van ban|y kien|bien ban)|theo (?:de nghi|to trinh|ho so)|chieu )\b)");
  return Matches(folded, pattern);
}

bool IsUrgency(std::string_view folded) {
  static const RE2 pattern(
      R"(^\W*(?:khan|thuong khan|hoa toc(?:\s+hen gio)?|hoa toc\W.{0,30})\W*$)");
  return Matches(folded, pattern);
}

bool IsSecrecy(std::string_view text) {
  static const RE2 pattern(
      R"(^[^\pL\d]*(?:TUYỆT MẬT|TỐI MẬT|MẬT|Tuyệt mật|Tối mật|Mật|Độ mật:.*)[^\pL\d]*$)");
  return Matches(text, pattern);
}

bool IsPageNumber(std::string_view folded) {
  static const RE2 pattern(R"(^(?:trang\s*)?[-–]?\s*\d{1,4}\s*(?:/\s*\d{1,4})?\s*[-–]?$)");
  return Matches(folded, pattern);
}

bool IsRule(std::string_view text) {
  static const RE2 pattern(R"(^[\s*_=~.·•–—-]+$)");
  return text.empty() || Matches(text, pattern);
}

bool IsListItem(std::string_view text) {
  static const RE2 pattern(R"(^\s*(?:[-+•*·–—]|[oO]\s+[-])\s*\S)");
  return Matches(text, pattern);
}

bool EndsLetter(std::string_view text) {
  static const RE2 pattern(R"([.,]\s*[/1l]\s*[.,]\s*$|\./\s*$)");
  return Matches(text, pattern);
}

bool IsSignTitle(const LetterLine& line) {
  if (!IsCapitals(line.text) || line.folded.size() > 90) return false;
  if (IsSigningAuthority(line.folded)) return true;
  static const std::vector<std::string> titles = [] {
    std::vector<std::string> out;
    for (const auto& row : ReadTable("signature_titles.tsv", 1)) out.push_back(Fold(row[0]));
    return out;
  }();
  std::string_view folded = line.folded;
  for (const std::string_view prefix : {"pho ", "q. ", "quyen "}) {
    if (folded.starts_with(prefix)) folded.remove_prefix(prefix.size());
  }
  for (const std::string& title : titles) {
    if (folded.starts_with(title) &&
        (folded.size() == title.size() || !IsWordChar(DecodeAt(folded, title.size()).value))) {
      return true;
    }
  }
  return false;
}

bool IsDigitalSignature(std::string_view folded) {
  static const RE2 pattern(
      R"(^(?:nguoi ky|ky boi|co quan|thoi gian ky|ngay ky|email|to chuc|chu ky so|signature|signed by|date)\s*:|\d{2}[./-]\d{2}[./-]\d{4}\s+\d{2}:\d{2}:\d{2}|\+07:00|@?[a-z.]+gov\.vn)");
  return Matches(folded, pattern);
}

bool IsContact(std::string_view folded) {
  static const RE2 contact(
      R"(^(?:dia chi|dien thoai|so dien thoai|dt|email|e-mail|website|fax)\s*[:.])");
  return Matches(folded, contact);
}

bool IsAddress(std::string_view folded) {
  static const RE2 address(R"(^(?:so )?\d{1,4}[a-z]?(?:/\d+)?,? (?:duong|pho|dai lo|quoc lo) )");
  return folded.size() < 120 && Matches(folded, address);
}

bool IsAnnexLabel(const LetterLine& line) {
  static const RE2 pattern(
      R"(^phu luc(?:\s+(?:so\s+)?(?:[ivxl]+|\d{1,2}|[a-h]))?\s*(?:[:.-]\s*.*)?$)");
  return Matches(line.folded, pattern) && (IsCapitals(line.text) || line.folded.size() < 16);
}

bool IsAnnexCaption(std::string_view folded) {
  static const RE2 pattern(R"(^\(?\s*(?:ban hanh |dinh )?(?:kem|ket) theo\b)");
  return Matches(folded, pattern);
}

}  // namespace vanthu::segment
