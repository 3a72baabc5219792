// Quyền hạn, chức vụ, họ tên của người ký: Decree 30/2020/ND-CP, Annex I, part II, component 7.
#include <re2/re2.h>

#include "extractors/evidence.h"
#include "models/lexicon/names.h"
#include "models/text/fold.h"

namespace vanthu::extractors {
namespace {

struct Group {
  std::vector<const LetterLine*> titles;
  const LetterLine* name = nullptr;
};

// A signature is its title lines down to a name; another title after a name begins the next one.
std::vector<Group> GroupsOf(const Letter& letter) {
  std::vector<Group> groups;
  for (const LetterLine& line : letter.lines) {
    if (line.annex >= 0) continue;
    if (line.zone == Zone::kSignTitle) {
      if (groups.empty() || groups.back().name != nullptr) groups.emplace_back();
      groups.back().titles.push_back(&line);
    } else if (line.zone == Zone::kSignName) {
      if (groups.empty() || groups.back().name != nullptr) groups.emplace_back();
      groups.back().name = &line;
    }
  }
  return groups;
}

bool IsAuthority(std::string_view folded) {
  static const RE2 pattern(R"(^(?:t\s?/?\s?m|k\s?/?\s?t|t\s?/?\s?l|t\s?/?\s?u\s?q|q|tun)(?:\s?[./]\s?|\s)[a-z])");
  return RE2::PartialMatch(re2::StringPiece(folded.data(), folded.size()), pattern);
}

// "KT.TRƯỞNG BAN" -> "KT. TRƯỞNG BAN"; the Party's "T/M" stays.
std::string AuthorityText(const std::string& printed) {
  static const RE2 glued(R"(^(\p{Lu}{1,3}(?:/\p{Lu}{1,2})?)(\.?)\s*)");
  std::string text = printed;
  RE2::Replace(&text, glued, R"(\1\2 )");
  return text;
}

// A title line of its own, as against the second half of a long one (GIÁM ĐỐC / SỞ NGOẠI VỤ).
bool OpensTitle(std::string_view folded) {
  static const RE2 office(
      R"(^(?:pho |quyen |q\. ?)?(?:chu tich|giam doc|tong giam doc|chanh |bo truong|thu truong|thu tuong|cuc truong|vu truong|vien truong|hieu truong|truong (?:ban|phong|doan|khoa)|bi thu|tong bi thu|chi cuc truong|uy vien|chi huy truong)\b)");
  return RE2::PartialMatch(re2::StringPiece(folded.data(), folded.size()), office);
}

// A line of an authority that goes on with the one above (TL. BỘ TRƯỞNG / BỘ NỘI VỤ is rare; TM. BAN
// CHỈ ĐẠO / PHÒNG CHỐNG … is not): it opens no title of its own and a title still follows.
Signature SignatureOf(const Letter& letter, const Group& group) {
  Signature signature;
  std::string authority;
  std::string title;
  bool other_office = false;
  for (size_t i = 0; i < group.titles.size(); ++i) {
    const LetterLine& line = *group.titles[i];
    const std::string& printed = letter.Printed(line).text;
    if (IsAuthority(line.folded)) {
      if (!authority.empty()) authority += " / ";
      authority += AuthorityText(printed);
      title.clear();
    } else if (title.empty()) {
      const bool last = i + 1 == group.titles.size();
      if (!last && !authority.empty() && !OpensTitle(line.folded)) {
        authority += " " + printed;
      } else {
        title = printed;
      }
    } else if (OpensTitle(line.folded)) {
      other_office = true;  // PHÓ TRƯỞNG BAN / GIÁM ĐỐC SỞ NGOẠI VỤ: a second office of the same person
    } else if (!other_office) {
      title += " " + printed;
    }
  }
  if (!authority.empty()) signature.authority = authority;
  if (!title.empty()) signature.title = title;
  if (group.name != nullptr) {
    signature.name = std::string(WithoutAcademicTitle(letter.Printed(*group.name).text));
  }
  return signature;
}

}  // namespace

void ExtractSigner(const Letter& letter, Record& record) {
  const std::vector<Group> groups = GroupsOf(letter);
  if (groups.empty()) return;
  Signer signer;
  std::vector<const LetterLine*> lines;
  for (const Group& group : groups) {
    lines.insert(lines.end(), group.titles.begin(), group.titles.end());
    if (group.name != nullptr) lines.push_back(group.name);
  }
  const Signature first = SignatureOf(letter, groups.front());
  double certainty = 0.6;  // the name is missing, or nothing stands over it
  if (first.name) {
    certainty = (first.title ? 0.96 : 0.85) * std::min(1.0, 0.2 + PersonNameScore(*first.name));
  }
  SetEvidence(letter, lines, "signer/foot", certainty, signer);
  signer.authority = first.authority;
  signer.title = first.title;
  signer.name = first.name;
  for (size_t i = 1; i < groups.size(); ++i) {
    signer.cosigners.push_back(SignatureOf(letter, groups[i]));
  }
  record.signer = std::move(signer);
}

}  // namespace vanthu::extractors
