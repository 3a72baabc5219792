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

// Boxes and scores are measured, not counted: two decimals say all there is to say.
double Rounded(double value) { return std::round(value * 100) / 100; }

ordered_json BoxJson(const std::optional<Box>& box) {
  if (!box) return nullptr;
  return ordered_json::array(
      {Rounded(box->x0), Rounded(box->y0), Rounded(box->x1), Rounded(box->y1)});
}

void AddEvidence(const Evidenced& value, ordered_json& j) {
  ordered_json evidence = ordered_json::array();
  for (const Evidence& e : value.evidence) {
    ordered_json place = {{"page", e.page}, {"box", BoxJson(e.box)}};
    if (e.line > 0) place["line"] = e.line;
    evidence.push_back(std::move(place));
  }
  j["raw"] = value.raw;
  j["evidence"] = std::move(evidence);
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
  ordered_json j = {{"type", OrNull(value.type)},
                    {"number", OrNull(value.number)},
                    {"title", OrNull(value.title)},
                    {"date", OptionalJson(value.date)},
                    {"issuer", OrNull(value.issuer)},
                    {"role", ReferenceRoleName(value.role)}};
  AddEvidence(value, j);
  return j;
}

std::string_view KindName(TableKind kind) {
  switch (kind) {
    case TableKind::kOutgoingDelegations: return "outgoing_delegations";
    case TableKind::kIncomingDelegations: return "incoming_delegations";
    case TableKind::kConferences: return "conferences";
    case TableKind::kIndicators: return "indicators";
    case TableKind::kOther: return "other";
  }
  return "other";
}

ordered_json ToJson(const Table& value) {
  ordered_json j = {{"title", OrNull(value.title)},
                    {"kind", KindName(value.kind)},
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
  return {{"severity", SeverityName(value.severity)},
          {"code", value.code},
          {"message", value.message},
          {"page", value.page > 0 ? ordered_json(value.page) : ordered_json(nullptr)}};
}

ordered_json ToJson(const Page& page) {
  const std::optional<double> confidence = page.Confidence();
  return {{"page", page.number},
          {"origin", PageOriginName(page.origin)},
          {"reason", page.reason},
          {"width", page.width ? ordered_json(Rounded(*page.width)) : ordered_json(nullptr)},
          {"height", page.height ? ordered_json(Rounded(*page.height)) : ordered_json(nullptr)},
          {"confidence", confidence ? ordered_json(Rounded(*confidence)) : ordered_json(nullptr)},
          {"text", page.Text()}};
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

nlohmann::ordered_json LetterToJson(const Record& record) {
  const ordered_json none = ordered_json::array();
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
          {"dates", none},
          {"deadlines", none},
          {"figures", none},
          {"partners", none},
          {"tables", ListJson(record.tables)},
          {"delegations", none},
          {"conferences", none},
          {"footnotes", ListJson(record.footnotes)},
          {"diagnostics", ListJson(record.diagnostics)}};
}

}  // namespace vanthu
