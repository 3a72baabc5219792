// Tên cơ quan ban hành: Decree 30/2020/ND-CP, Annex I, part II, component 2. A letter without a head
// is given the office that its signer or its text names, as less sure.
#include <re2/re2.h>

#include <algorithm>

#include "extractors/evidence.h"
#include "extractors/fields/annex_head.h"
#include "models/document/passage.h"
#include "models/lexicon/names.h"
#include "models/text/fold.h"
#include "models/text/utf8.h"

namespace vanthu::extractors {
namespace {

struct Body {
  std::string printed;
  std::vector<const LetterLine*> lines;
};

// A line that ends like this goes on below even where the next one could open a body of its own.
bool IsOpen(std::string_view folded) {
  static const RE2 open(R"((?:^|\s)(?:va|ve|cua|cac|-|,|&)$|[-,]$)");
  return RE2::PartialMatch(re2::StringPiece(folded.data(), folded.size()), open);
}

// UY BAN, its mark lost or guessed: as the letter prints it elsewhere. The mark is on either letter.
void PutMarkBack(const Letter& letter, const LetterLine& line, std::string& printed) {
  static const RE2 opens(R"(^(U[Yy]|ỦY|UỶ|Ủy|Uỷ) B[Aa][Nn] )");
  std::string word;
  if (!RE2::PartialMatch(printed, opens, &word)) return;
  bool guessed = word == "UY" || word == "Uy";
  int late = 0, early = 0;
  for (const Word& read : letter.pages[static_cast<size_t>(line.page)].words) {
    if (!read.raw.empty()) guessed = guessed || (read.raw == "UY" && read.text == word);
    if (!read.raw.empty()) continue;
    const std::string lower = Lower(read.text);
    late += lower == "uỷ" ? 1 : 0;
    early += lower == "ủy" ? 1 : 0;
  }
  if (guessed && late + early > 0) printed.replace(0, word.size(), late > early ? "UỶ" : "ỦY");
}

// A line of the issuer as a scan gives it, without the dirt round it, its province as it is called.
std::string WithoutDirt(const Letter& letter, const LetterLine& line) {
  std::string printed = letter.Printed(line).text;
  if (!IsScanned(letter, line)) return printed;
  static const RE2 dirt(R"([“”"‘’*_|¬ˆ~`^<>«»]|^[^\pL\d]+|[\s:;.,]+$)");
  RE2::GlobalReplace(&printed, dirt, "");
  static const RE2 province(R"(^(.*(?:^|\s)(?:TỈNH|THÀNH PHỐ|TÍNH|TP\.?)\s*)(\pL.*)$)");
  std::string before, name;
  if (RE2::FullMatch(printed, province, &before, &name)) {
    if (const auto known = ProvinceNear(name)) printed = before.append(Upper(*known));
  }
  PutMarkBack(letter, line, printed);
  return printed;
}

// The printed lines as bodies: parent over issuer. A line opens a new one where a body's name begins.
std::vector<Body> BodiesOf(const Letter& letter) {
  std::vector<Body> bodies;
  for (const LetterLine* line : LinesOf(letter, Zone::kIssuer)) {
    const std::string printed = WithoutDirt(letter, *line);
    if (printed.empty()) continue;
    const bool joined = !bodies.empty() && (IsOpen(Fold(bodies.back().printed)) ||
                                            line->text.starts_with("-") || !OpensAgency(printed));
    if (joined) {
      bodies.back().printed += ' ';
      bodies.back().printed += printed;
      bodies.back().lines.push_back(line);
    } else {
      bodies.push_back({printed, {line}});
    }
  }
  // One word is the code of a form ("TP-CC-36"), never a body's name.
  std::erase_if(bodies,
                [](const Body& body) { return body.printed.find(' ') == std::string::npos; });
  return bodies;
}

bool IsPartyCommittee(std::string_view name) {
  static const RE2 committee(
      R"(^(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) [uủỦU]?[ỷỶy]?[ủuy]*y? ?|^Đảng bộ )");
  return RE2::PartialMatch(re2::StringPiece(name.data(), name.size()), committee) &&
         (Fold(name).find(" uy ") != std::string::npos || Fold(name).starts_with("dang bo"));
}

// A department is named together with its province: Sở Ngoại vụ tỉnh Quảng Ngãi.
std::string WithPlace(const std::string& name, const std::string& parent) {
  if (NamesPlace(name)) return name;
  // A school or a hospital with a name of its own is no department: Trường Đại học Hồng Đức.
  static const RE2 named(R"(^(?:Trường|Bệnh viện|Đại học|Học viện|Công ty)\s)");
  if (RE2::PartialMatch(name, named) && !name.ends_with("Đa khoa")) return name;
  if (IsPartyCommittee(parent)) return name + " " + parent;
  const std::string folded = Fold(parent);
  if (!folded.starts_with("uy ban nhan dan") && !folded.starts_with("hoi dong nhan dan"))
    return name;
  const auto place = PlaceOfAgency(parent);
  return place ? name + " " + *place : name;
}

// A head that lost the province's name under UBND TỈNH: the place line says which.
std::string Completed(const std::string& name, const Record& record) {
  static const RE2 bare(R"(^(?:Ủy ban|Uỷ ban|Hội đồng) nhân dân (?:tỉnh|thành phố)$)");
  if (!RE2::FullMatch(name, bare) || !record.place) return name;
  return name + " " + record.place->value;
}

// BỘ TÀI CHÍNH over BỘ NGOẠI GIAO: two of one rank issue together, neither is the other's parent.
bool SameRank(const Body& a, const Body& b) {
  static const RE2 rank(R"(^(bo|so|cuc|tong cuc|ban|phong) )");
  std::string first, second;
  return RE2::PartialMatch(Fold(a.printed), rank, &first) &&
         RE2::PartialMatch(Fold(b.printed), rank, &second) && first == second;
}

// The last bodies of one rank as one, joined as a line of several issuers prints them.
void JoinIssuers(std::vector<Body>& bodies) {
  while (bodies.size() > 1 && SameRank(bodies[bodies.size() - 2], bodies.back())) {
    Body& above = bodies[bodies.size() - 2];
    above.printed += " - " + bodies.back().printed;
    above.lines.insert(above.lines.end(), bodies.back().lines.begin(), bodies.back().lines.end());
    bodies.pop_back();
  }
}

// `name` with the letter case of `printed`, where they have as many letters.
std::string InCaseOf(std::string_view printed, std::string_view name) {
  std::string out;
  size_t p = 0;
  for (size_t n = 0; n < name.size();) {
    const CodePoint letter = DecodeAt(name, n);
    const CodePoint model = DecodeAt(printed, p);
    if (model.length == 0) return std::string(name);
    const std::string_view as_is = name.substr(n, letter.length);
    out += IsUpper(model.value) ? Upper(as_is) : Lower(as_is);
    n += letter.length;
    p += model.length;
  }
  return p == printed.size() ? out : std::string(name);
}

// A head prints capitals; where the letter names its issuer in running text as well, that is how the office
// writes itself: BAN QUẢN LÝ KHU KINH TẾ, "Ban Quản lý khu kinh tế tỉnh báo cáo …".
std::string AsTheTextWrites(const Letter& letter, const std::string& name) {
  const std::string folded = Fold(name);
  if (std::ranges::count(folded, ' ') < 2) return name;
  for (const Passage& passage : Passages(letter)) {
    const bool running = passage.zone == Zone::kBody || passage.zone == Zone::kBasis ||
                         passage.zone == Zone::kClosing || passage.zone == Zone::kFootnote;
    if (passage.annex >= 0 || !running) continue;
    const FoldedText text = FoldWithOffsets(passage.text);
    const size_t at = text.folded.find(folded);
    if (at == std::string::npos) continue;
    const size_t end = at + folded.size();
    if ((at > 0 && text.folded[at - 1] != ' ' && text.folded[at - 1] != '(') ||
        (end < text.folded.size() && IsWordChar(DecodeAt(text.folded, end).value))) {
      continue;
    }
    const std::string_view printed =
        std::string_view(passage.text)
            .substr(text.offsets[at], text.offsets[end] - text.offsets[at]);
    // Capitals say nothing, and a name begins with one.
    if (!IsUpper(DecodeAt(printed, 0).value) || Upper(printed) == printed) continue;
    return InCaseOf(printed, name);
  }
  return name;
}

void FromHead(const Letter& letter, std::vector<Body> bodies, Record& record) {
  JoinIssuers(bodies);
  Issuer issuer;
  const Body& last = bodies.back();
  std::string name = Completed(AsTheTextWrites(letter, AgencyName(last.printed)), record);
  std::vector<const LetterLine*> lines = last.lines;
  if (bodies.size() > 1) {
    const Body& above = bodies[bodies.size() - 2];
    issuer.parent = Completed(AgencyName(above.printed), record);
    name = WithPlace(name, *issuer.parent);
    lines.insert(lines.begin(), above.lines.begin(), above.lines.end());
  }
  SetEvidence(letter, lines, "issuer/head", bodies.size() > 3 ? 0.6 : 0.95, issuer);
  issuer.name = std::move(name);
  record.issuer = std::move(issuer);
}

// "Sở Ngoại vụ báo cáo …", "Ban Chỉ đạo … kính báo cáo": the body that speaks.
void FromText(const Letter& letter, Record& record) {
  // "… Ban Chỉ đạo … kính báo cáo." speaks for itself; a name with its province says the most.
  static const RE2 speaks(
      R"((?:^|[.,;] )((?:Sở|Bộ|Cục|Chi cục|Ban Chỉ đạo|Ban Quản lý|Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Văn phòng|Trường|Bệnh viện|Phòng|Tỉnh ủy|Huyện ủy)\s[^,.;:]{2,90}?)\s+((?:xin |trân trọng |kính )?(?:báo cáo|kính trình|đề nghị|thông báo|xây dựng kế hoạch))(?:[\s.,:/]|$))");
  const LetterLine* best = nullptr;
  std::string best_name;
  int best_weight = 0;
  for (const LetterLine& line : letter.lines) {
    if (line.annex >= 0 || line.zone != Zone::kBody) continue;
    std::string name, verb;
    if (!RE2::PartialMatch(line.text, speaks, &name, &verb)) continue;
    if (name.find(" đã") != std::string::npos || name.find(" tại ") != std::string::npos) continue;
    const int weight = (verb.starts_with("kính") ? 2 : 0) + (NamesPlace(AgencyName(name)) ? 1 : 0);
    if (best == nullptr || weight > best_weight) {
      best = &line;
      best_name = name;
      best_weight = weight;
    }
  }
  if (best == nullptr) return;
  Issuer issuer;
  issuer.name = AgencyName(best_name);
  if (!NamesPlace(issuer.name)) {
    // "Sở Ngoại vụ tỉnh Quảng Ngãi" somewhere else in the text says whose Sở it is.
    const std::string needle = best_name + " tỉnh ";
    for (const LetterLine& line : letter.lines) {
      const size_t at = line.text.find(needle);
      if (at == std::string::npos) continue;
      static const RE2 place(R"(^((?:\p{Lu}\pL*\s?){1,4}))");
      std::string province;
      const std::string rest = line.text.substr(at + needle.size());
      if (RE2::PartialMatch(rest, place, &province)) {
        issuer.name = AgencyName(needle + province);
        break;
      }
    }
  }
  SetEvidence(letter, {best}, "issuer/text", 0.6, issuer);
  record.issuer = std::move(issuer);
}

}  // namespace

void ExtractIssuer(const Letter& letter, Record& record) {
  std::vector<Body> bodies = BodiesOf(letter);
  if (!bodies.empty()) {
    FromHead(letter, std::move(bodies), record);
  } else {
    FromText(letter, record);
  }
}

}  // namespace vanthu::extractors
