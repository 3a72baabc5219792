// Tên cơ quan ban hành: Decree 30/2020/ND-CP, Annex I, part II, component 2. A letter without a head
// is given the office that its signer or its text names, as less sure.
#include <re2/re2.h>

#include "extractors/evidence.h"
#include "models/lexicon/names.h"
#include "models/text/fold.h"

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

// The printed lines as bodies: parent over issuer. A line opens a new one where a body's name begins.
std::vector<Body> BodiesOf(const Letter& letter) {
  std::vector<Body> bodies;
  for (const LetterLine* line : LinesOf(letter, Zone::kIssuer)) {
    const std::string& printed = letter.Printed(*line).text;
    const bool joined = !bodies.empty() && (IsOpen(Fold(bodies.back().printed)) ||
                                            line->text.starts_with("-") || !OpensAgency(line->text));
    if (joined) {
      bodies.back().printed += ' ';
      bodies.back().printed += printed;
      bodies.back().lines.push_back(line);
    } else {
      bodies.push_back({printed, {line}});
    }
  }
  return bodies;
}

bool IsPartyCommittee(std::string_view name) {
  static const RE2 committee(R"(^(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) [uủỦU]?[ỷỶy]?[ủuy]*y? ?|^Đảng bộ )");
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
  if (!folded.starts_with("uy ban nhan dan") && !folded.starts_with("hoi dong nhan dan")) return name;
  const auto place = PlaceOfAgency(parent);
  return place ? name + " " + *place : name;
}

// A head that lost the province's name under UBND TỈNH: the place line says which.
std::string Completed(const std::string& name, const Record& record) {
  static const RE2 bare(R"(^(?:Ủy ban|Uỷ ban|Hội đồng) nhân dân (?:tỉnh|thành phố)$)");
  if (!RE2::FullMatch(name, bare) || !record.place) return name;
  return name + " " + record.place->value;
}

void FromHead(const Letter& letter, const std::vector<Body>& bodies, Record& record) {
  Issuer issuer;
  const Body& last = bodies.back();
  std::string name = Completed(AgencyName(last.printed), record);
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
  static const RE2 speaks(
      R"((?:^|[.,;] )((?:Sở|Bộ|Cục|Chi cục|Ban Chỉ đạo|Ban Quản lý|Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Văn phòng|Trường|Bệnh viện|Phòng|Tỉnh ủy|Huyện ủy)\s[^,.;:]{2,90}?)\s+(?:xin |trân trọng |kính )?(?:báo cáo|kính trình|đề nghị|thông báo|ban hành|xây dựng kế hoạch)\b)");
  const LetterLine* best = nullptr;
  std::string best_name;
  for (const LetterLine& line : letter.lines) {
    if (line.annex >= 0 || line.zone != Zone::kBody) continue;
    std::string name;
    if (!RE2::PartialMatch(line.text, speaks, &name)) continue;
    if (best == nullptr || (!NamesPlace(AgencyName(best_name)) && NamesPlace(AgencyName(name)))) {
      best = &line;
      best_name = name;
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
  const std::vector<Body> bodies = BodiesOf(letter);
  if (!bodies.empty()) {
    FromHead(letter, bodies, record);
  } else {
    FromText(letter, record);
  }
}

}  // namespace vanthu::extractors
