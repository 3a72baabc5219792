#include "models/document/letter_json.h"

#include <cmath>

#include "models/document/page_json.h"

namespace vanthu {
namespace {

using nlohmann::ordered_json;

template <typename T>
ordered_json OrNull(const std::optional<T>& value) {
  return value ? ordered_json(*value) : ordered_json(nullptr);
}

ordered_json BoxJson(const std::optional<Box>& box) {
  if (!box) return nullptr;
  return ordered_json::array(
      {Rounded(box->x0), Rounded(box->y0), Rounded(box->x1), Rounded(box->y1)});
}

void AddEvidence(const Evidenced& value, ordered_json& j) {
  j["raw"] = value.raw;
  j["evidence"] = EvidenceToJson(value.evidence);
  j["rule"] = value.rule;
  j["score"] = Rounded(value.score);
}

ordered_json ToJson(const TextValue& value);
ordered_json ToJson(const DateValue& value);
ordered_json ToJson(const DocNumber& value);
ordered_json ToJson(const DocType& value);
ordered_json ToJson(const Issuer& value);
ordered_json ToJson(const Signature& value);
ordered_json ToJson(const Signer& value);
ordered_json ToJson(const Stamp& value);
ordered_json ToJson(const Section& value);
ordered_json ToJson(const Annex& value);
ordered_json ToJson(const Reference& value);
ordered_json ToJson(const Table& value);
ordered_json ToJson(const Period& value);
ordered_json ToJson(const Deadline& value);
ordered_json ToJson(const Figure& value);
ordered_json ToJson(const Partner& value);
ordered_json ToJson(const Range& value) { return RangeToJson(value); }
ordered_json ToJson(const Delegation& value);
ordered_json ToJson(const DelegationTotal& value);
ordered_json ToJson(const Conference& value);
ordered_json ToJson(const Footnote& value);
ordered_json ToJson(const Diagnostic& value);
ordered_json ToJson(const Page& value);

template <typename T>
ordered_json ListJson(const std::vector<T>& values) {
  ordered_json list = ordered_json::array();
  for (const T& value : values) list.push_back(ToJson(value));
  return list;
}

template <typename T>
ordered_json OptionalJson(const std::optional<T>& value) {
  return value ? ToJson(*value) : ordered_json(nullptr);
}

ordered_json ToJson(const TextValue& value) {
  ordered_json j = {{"value", value.value}};
  AddEvidence(value, j);
  return j;
}

ordered_json ToJson(const DateValue& value) {
  ordered_json j = {
      {"year", OrNull(value.year)}, {"month", OrNull(value.month)}, {"day", OrNull(value.day)}};
  AddEvidence(value, j);
  return j;
}

ordered_json ToJson(const DocNumber& value) {
  ordered_json j = {{"serial", OrNull(value.serial)},
                    {"suffix", OrNull(value.suffix)},
                    {"symbol", value.symbol},
                    {"normalized", value.normalized}};
  AddEvidence(value, j);
  return j;
}

ordered_json ToJson(const DocType& value) {
  ordered_json j = {{"code", value.code}, {"name", value.name}};
  AddEvidence(value, j);
  return j;
}

ordered_json ToJson(const Issuer& value) {
  ordered_json j = {{"name", value.name}, {"parent", OrNull(value.parent)}};
  AddEvidence(value, j);
  return j;
}

ordered_json ToJson(const Signature& value) {
  return {{"authority", OrNull(value.authority)},
          {"title", OrNull(value.title)},
          {"name", OrNull(value.name)}};
}

ordered_json ToJson(const Signer& value) {
  ordered_json j = {{"authority", OrNull(value.authority)},
                    {"title", OrNull(value.title)},
                    {"name", OrNull(value.name)},
                    {"cosigners", ListJson(value.cosigners)}};
  AddEvidence(value, j);
  return j;
}

ordered_json ToJson(const Stamp& value) {
  ordered_json j = {{"office", OrNull(value.office)},
                    {"number", OrNull(value.number)},
                    {"date", OptionalJson(value.date)},
                    {"forwarded_to", OrNull(value.forwarded_to)}};
  AddEvidence(value, j);
  return j;
}

ordered_json ToJson(const Section& value) {
  ordered_json j = {{"level", value.level},
                    {"label", value.label},
                    {"heading", value.heading},
                    {"path", value.path},
                    {"text", value.text}};
  AddEvidence(value, j);
  return j;
}

ordered_json ToJson(const Annex& value) {
  ordered_json j = {
      {"label", OrNull(value.label)}, {"title", OrNull(value.title)}, {"pages", value.pages}};
  AddEvidence(value, j);
  return j;
}

ordered_json ToJson(const Reference& value) {
  ordered_json j = {{"type", OrNull(value.type)},     {"number", OrNull(value.number)},
                    {"title", OrNull(value.title)},   {"date", OptionalJson(value.date)},
                    {"issuer", OrNull(value.issuer)}, {"role", ReferenceRoleName(value.role)}};
  AddEvidence(value, j);
  return j;
}

ordered_json ToJson(const Period& value) {
  ordered_json j = {{"start", value.start ? ordered_json(IsoDate(*value.start)) : nullptr},
                    {"end", value.end ? ordered_json(IsoDate(*value.end)) : nullptr}};
  AddEvidence(value, j);
  return j;
}

ordered_json ToJson(const Deadline& value) {
  ordered_json j = {
      {"due", ToJson(value.due)}, {"task", value.task}, {"assignee", OrNull(value.assignee)}};
  AddEvidence(value, j);
  return j;
}

ordered_json ToJson(const Figure& value) {
  ordered_json j = {
      {"kind", FigureKindName(value.kind)},        {"value", OrNull(value.value)},
      {"value_max", OrNull(value.value_max)},      {"unit", OrNull(value.unit)},
      {"approx", ApproximationName(value.approx)}, {"change", ChangeName(value.change)},
      {"baseline", OrNull(value.baseline)},        {"label", OrNull(value.label)},
      {"section", OrNull(value.section)},          {"of", OrNull(value.of)},
      {"same_as", OrNull(value.same_as)}};
  AddEvidence(value, j);
  return j;
}

ordered_json ToJson(const Partner& value) {
  ordered_json j = {{"name", value.name},
                    {"kind", PartnerKindName(value.kind)},
                    {"country", OrNull(value.country)}};
  AddEvidence(value, j);
  return j;
}

// 13, not 13.0; null where the cell has no number.
ordered_json NumberJson(const std::optional<double>& value) {
  if (!value) return nullptr;
  if (std::floor(*value) == *value && std::abs(*value) < 1e15) return static_cast<int64_t>(*value);
  return *value;
}

ordered_json ToJson(const Delegation& value) {
  ordered_json j = {{"direction", DirectionName(value.direction)},
                    {"seq", OrNull(value.seq)},
                    {"purpose", OrNull(value.purpose)},
                    {"countries", value.countries},
                    {"head", OrNull(value.head)},
                    {"content", OrNull(value.content)},
                    {"partners", value.partners},
                    {"members", OptionalJson(value.members)},
                    {"days", OptionalJson(value.days)},
                    {"count", OptionalJson(value.count)},
                    {"period", OptionalJson(value.period)},
                    {"funding", OrNull(value.funding)}};
  AddEvidence(value, j);
  return j;
}

ordered_json ToJson(const DelegationTotal& value) {
  ordered_json j = {{"direction", DirectionName(value.direction)},
                    {"count", ToJson(value.count)},
                    {"members", OptionalJson(value.members)},
                    {"period", OptionalJson(value.period)}};
  AddEvidence(value, j);
  return j;
}

ordered_json ToJson(const Conference& value) {
  ordered_json j = {{"seq", OrNull(value.seq)},
                    {"name", value.name},
                    {"period", OptionalJson(value.period)},
                    {"local_delegates", OptionalJson(value.local_delegates)},
                    {"foreign_delegates", OptionalJson(value.foreign_delegates)},
                    {"content", OrNull(value.content)},
                    {"funding", OrNull(value.funding)}};
  AddEvidence(value, j);
  return j;
}

ordered_json ToJson(const Table& value) {
  ordered_json j = {{"title", OrNull(value.title)},
                    {"kind", TableKindName(value.kind)},
                    {"columns", value.columns},
                    {"rows", value.rows},
                    {"pages", value.pages}};
  AddEvidence(value, j);
  return j;
}

ordered_json ToJson(const Footnote& value) {
  ordered_json j = {{"label", value.label}, {"text", value.text}};
  AddEvidence(value, j);
  return j;
}

ordered_json ToJson(const Diagnostic& value) {
  ordered_json j = {{"severity", SeverityName(value.severity)},
                    {"code", value.code},
                    {"message", value.message},
                    {"page", value.page > 0 ? ordered_json(value.page) : ordered_json(nullptr)}};
  if (!value.evidence.empty()) j["evidence"] = EvidenceToJson(value.evidence);
  return j;
}

// The words that were put in the place of what the engine read, with where they stand; an addition to
// the schema.
ordered_json CorrectionsJson(const Page& page) {
  ordered_json list = ordered_json::array();
  for (const Line& line : page.lines) {
    for (const Word& word : line.words) {
      if (word.raw.empty()) continue;
      list.push_back({{"text", word.text},
                      {"raw", word.raw},
                      {"box", BoxJson(word.box)},
                      {"score", Rounded(word.confidence)}});
    }
  }
  return list;
}

ordered_json ToJson(const Page& page) {
  const std::optional<double> confidence = page.Confidence();
  ordered_json j = {
      {"page", page.number},
      {"origin", PageOriginName(page.origin)},
      {"reason", page.reason},
      {"width", page.width ? ordered_json(Rounded(*page.width)) : ordered_json(nullptr)},
      {"height", page.height ? ordered_json(Rounded(*page.height)) : ordered_json(nullptr)},
      {"confidence", confidence ? ordered_json(Rounded(*confidence)) : ordered_json(nullptr)},
      {"text", page.Text()}};
  if (ordered_json corrections = CorrectionsJson(page); !corrections.empty()) {
    j["corrections"] = std::move(corrections);
  }
  return j;
}

}  // namespace

std::string_view ReferenceRoleName(ReferenceRole role) {
  switch (role) {
    case ReferenceRole::kBasis: return "basis";
    case ReferenceRole::kReplyTo: return "reply_to";
    case ReferenceRole::kAttached: return "attached";
    case ReferenceRole::kAmends: return "amends";
    case ReferenceRole::kReplaces: return "replaces";
    case ReferenceRole::kCites: return "cites";
  }
  return "cites";
}

std::string_view FigureKindName(FigureKind kind) {
  switch (kind) {
    case FigureKind::kMoney: return "money";
    case FigureKind::kCount: return "count";
    case FigureKind::kPercent: return "percent";
    case FigureKind::kArea: return "area";
    case FigureKind::kMass: return "mass";
    case FigureKind::kDuration: return "duration";
    case FigureKind::kRate: return "rate";
    case FigureKind::kOther: return "other";
  }
  return "other";
}

std::string_view ApproximationName(Approximation approximation) {
  switch (approximation) {
    case Approximation::kExact: return "exact";
    case Approximation::kAbout: return "about";
    case Approximation::kOver: return "over";
    case Approximation::kUnder: return "under";
    case Approximation::kNearly: return "nearly";
  }
  return "exact";
}

std::string_view ChangeName(Change change) {
  switch (change) {
    case Change::kNone: return "none";
    case Change::kUp: return "up";
    case Change::kDown: return "down";
  }
  return "none";
}

std::string_view PartnerKindName(PartnerKind kind) {
  switch (kind) {
    case PartnerKind::kCountry: return "country";
    case PartnerKind::kLocality: return "locality";
    case PartnerKind::kMission: return "mission";
    case PartnerKind::kNgo: return "ngo";
    case PartnerKind::kIgo: return "igo";
    case PartnerKind::kCompany: return "company";
    case PartnerKind::kPerson: return "person";
    case PartnerKind::kOther: return "other";
  }
  return "other";
}

std::string_view DirectionName(Direction direction) {
  return direction == Direction::kOut ? "out" : "in";
}

std::string_view TableKindName(TableKind kind) {
  switch (kind) {
    case TableKind::kOutgoingDelegations: return "outgoing_delegations";
    case TableKind::kIncomingDelegations: return "incoming_delegations";
    case TableKind::kConferences: return "conferences";
    case TableKind::kIndicators: return "indicators";
    case TableKind::kOther: return "other";
  }
  return "other";
}

nlohmann::ordered_json LetterToJson(const Record& record) {
  return {{"schema_version", kLetterSchemaVersion},
          {"source",
           {{"name", record.source.name},
            {"sha256", record.source.sha256},
            {"media_type", record.source.media_type},
            {"bytes", record.source.bytes},
            {"letter", record.source.letter},
            {"letters", record.source.letters}}},
          {"pages", ListJson(record.pages)},
          {"doc_type", OptionalJson(record.doc_type)},
          {"number", OptionalJson(record.number)},
          {"issuer", OptionalJson(record.issuer)},
          {"place", OptionalJson(record.place)},
          {"issue_date", OptionalJson(record.issue_date)},
          {"subject", OptionalJson(record.subject)},
          {"addressees", ListJson(record.addressees)},
          {"signer", OptionalJson(record.signer)},
          {"recipients", ListJson(record.recipients)},
          {"urgency", OptionalJson(record.urgency)},
          {"secrecy", OptionalJson(record.secrecy)},
          {"stamp", OptionalJson(record.stamp)},
          {"sections", ListJson(record.sections)},
          {"annexes", ListJson(record.annexes)},
          {"references", ListJson(record.references)},
          {"dates", ListJson(record.dates)},
          {"deadlines", ListJson(record.deadlines)},
          {"figures", ListJson(record.figures)},
          {"partners", ListJson(record.partners)},
          {"tables", ListJson(record.tables)},
          {"delegations", ListJson(record.delegations)},
          {"delegation_totals", ListJson(record.delegation_totals)},
          {"conferences", ListJson(record.conferences)},
          {"footnotes", ListJson(record.footnotes)},
          {"diagnostics", ListJson(record.diagnostics)}};
}

ordered_json RangeToJson(const Range& range) {
  return {{"raw", range.raw},
          {"min", NumberJson(range.min)},
          {"max", NumberJson(range.max)},
          {"approx", range.approx}};
}

ordered_json EvidenceToJson(const std::vector<Evidence>& places) {
  ordered_json list = ordered_json::array();
  for (const Evidence& e : places) {
    ordered_json place = {{"page", e.page}, {"box", BoxJson(e.box)}};
    if (e.line > 0) place["line"] = e.line;
    list.push_back(std::move(place));
  }
  return list;
}

double Rounded(double value) { return std::round(value * 100) / 100; }

std::string LetterJsonLine(const Record& record) {
  return LetterToJson(record).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace vanthu
