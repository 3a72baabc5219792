// Quyền hạn, chức vụ, họ tên của người ký: Decree 30/2020/ND-CP, Annex I, part II, component 7.
#include <re2/re2.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <unordered_set>
#include <utility>

#include "extractors/evidence.h"
#include "models/lexicon/names.h"
#include "models/lexicon/person_names.h"
#include "models/lexicon/sign_titles.h"
#include "models/lexicon/table.h"
#include "models/text/fold.h"
#include "models/text/syllable.h"
#include "models/text/utf8.h"

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

// Under a seal OCR loses marks ("PHO GIÁM ĐỚC,") and adds the seal's letters: a line of the table is put
// back into its spelling, and where one goes on (GIÁM ĐỐC SỞ NGOẠI VỤ), words that are no Vietnamese go.
// Other text stays as printed.
std::string Office(const std::string& text) {
  if (const auto known = NearestSignTitle(text)) return known->text;
  static const std::vector<std::string> titles = [] {
    std::vector<std::string> out;
    for (const auto& row : ReadTable("signature_titles.tsv", 1)) {
      out.push_back(row[0]);
      out.push_back("PHÓ " + row[0]);
    }
    std::ranges::stable_sort(out, std::greater{}, &std::string::size);
    return out;
  }();
  const FoldedText folded = FoldWithOffsets(text);
  for (const std::string& title : titles) {
    const std::string key = Fold(title);
    if (!folded.folded.starts_with(key)) continue;
    const std::string rest = text.substr(folded.offsets[key.size()]);
    if (!rest.empty() && IsWordChar(DecodeAt(rest, 0).value)) continue;
    std::string out = title;
    for (size_t begin = 0; begin < rest.size();) {
      const size_t end = std::min(rest.find(' ', begin), rest.size());
      const std::string word = rest.substr(begin, end - begin);
      if (IsSyllable(word)) out += " " + word;
      begin = end + 1;
    }
    return out;
  }
  return OpensAgency(text) ? Upper(AgencyName(text)) : text;
}

// A title line of its own, as against the second half of a long one (GIÁM ĐỐC / SỞ NGOẠI VỤ).
bool OpensTitle(std::string_view folded) {
  static const RE2 office(
      R"(^(?:pho |quyen |q\. ?)?(?:chu tich|giam doc|tong giam doc|chanh |bo truong|thu truong|thu tuong|cuc truong|vu truong|vien truong|hieu truong|truong (?:ban|phong|doan|khoa)|bi thu|tong bi thu|chi cuc truong|uy vien|chi huy truong)\b)");
  return RE2::PartialMatch(re2::StringPiece(folded.data(), folded.size()), office);
}

// A title line as it was printed. Text layers print what they say; readings are mended.
std::string TitleText(const Letter& letter, const LetterLine& line) {
  const std::string& printed = letter.Printed(line).text;
  if (letter.pages[static_cast<size_t>(line.page)].origin != PageOrigin::kOcr) return printed;
  static const RE2 authority(R"(^(\p{Lu}{1,3}(?:/\p{Lu}{1,2})?\.?\s*)(.*)$)");
  std::string mark, rest;
  if (const auto known = NearestSignTitle(printed)) return known->text;
  if (IsSigningAuthority(line.folded) && RE2::FullMatch(printed, authority, &mark, &rest))
    return mark + Office(rest);
  const std::string office = Office(printed);
  // What a seal leaves of a title ("HÓ GI") is none.
  constexpr size_t kShortest = 8;
  if (office == printed && Length(office) < kShortest && !OpensTitle(line.folded)) return {};
  // Letters of the seal alone: no syllable, no office.
  re2::StringPiece words(office);
  re2::StringPiece word;
  bool any = false;
  static const RE2 next(R"((\pL+))");
  while (RE2::FindAndConsume(&words, next, &word)) {
    any = any || (word.size() > 1 && IsSyllable(std::string_view(word.data(), word.size())));
  }
  return any ? office : std::string();
}

// "KT.TRƯỞNG BAN" -> "KT. TRƯỞNG BAN"; the Party's "T/M" stays.
std::string AuthorityText(const std::string& printed) {
  static const RE2 glued(R"(^(\p{Lu}{1,3}(?:/\p{Lu}{1,2})?)(\.?)\s*)");
  std::string text = printed;
  RE2::Replace(&text, glued, R"(\1\2 )");
  return text;
}

bool IsOcr(const Letter& letter, const LetterLine& line) {
  return letter.pages[static_cast<size_t>(line.page)].origin == PageOrigin::kOcr;
}

bool IsReading(const Letter& letter, const Group& group) {
  return std::ranges::any_of(group.titles, [&](const auto* line) { return IsOcr(letter, *line); });
}

// Syllables alone: more of a title, not letters of a seal.
bool IsWords(std::string_view text) {
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(' ', begin), text.size());
    if (end - begin < 3 || !IsSyllable(text.substr(begin, end - begin))) return false;
    begin = end + 1;
  }
  return true;
}

// Who signs KT. GIÁM ĐỐC is PHÓ GIÁM ĐỐC: where the reading has only the end of it, the seal covers the
// beginning.
std::string DeputyOf(const std::string& authority, std::string title) {
  const size_t mark = std::max(authority.rfind("KT. ") + 1, authority.rfind("K/T ") + 1);
  if (mark == 0 || title.empty()) return title;
  const std::string office = authority.substr(mark + 3);
  return office.ends_with(title) ? "PHÓ " + office : title;
}

// The printed name; of a reading nothing where its family name is lost ("Tấn Đạt").
std::optional<std::string> NameOf(const Letter& letter, const LetterLine& line) {
  const std::string name(PersonNameIn(letter.Printed(line).text));
  if (!IsOcr(letter, line)) return name;
  static const std::unordered_set<std::string> middle = [] {
    std::unordered_set<std::string> out;
    for (const auto& row : ReadTable("middle_names.tsv", 1)) out.insert(MatchForm(row[0]));
    return out;
  }();
  if (middle.contains(MatchForm(name.substr(0, name.find(' '))))) return std::nullopt;
  return MendedName(name).value_or(name);
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
    const std::string printed = TitleText(letter, line);
    if (printed.empty()) continue;
    if (IsSigningAuthority(Fold(printed))) {
      if (!authority.empty()) authority += " / ";
      authority += AuthorityText(printed);
      title.clear();
    } else if (title.empty()) {
      const bool last = i + 1 == group.titles.size();
      // CÔNG AN TỈNH / GIÁM ĐỐC: the office for which this one of several signs.
      if (!last && authority.empty() && !OpensTitle(line.folded) && OpensAgency(line.text)) {
        authority = printed;
        continue;
      }
      if (!last && !authority.empty() && !OpensTitle(line.folded)) {
        authority += " " + printed;
      } else {
        title = printed;
      }
    } else if (IsOcr(letter, line) && authority.empty() &&
               (printed == "PHÓ " + title || printed == title)) {
      // GIÁM ĐỐC / PHÓ GIÁM ĐỐC: the mark before the first is written by hand, or under the seal; so may
      // be the first word of the second.
      authority = "KT. " + title;
      title = "PHÓ " + title;
    } else if (OpensTitle(line.folded)) {
      other_office =
          true;  // PHÓ TRƯỞNG BAN / GIÁM ĐỐC SỞ NGOẠI VỤ: a second office of the same person
    } else if (!other_office && (!IsOcr(letter, line) || IsWords(printed))) {
      title += " " + printed;
    }
  }
  if (IsReading(letter, group)) title = DeputyOf(authority, std::move(title));
  if (!authority.empty()) signature.authority = authority;
  if (!title.empty()) signature.title = title;
  if (group.name != nullptr) {
    signature.name = NameOf(letter, *group.name);
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
