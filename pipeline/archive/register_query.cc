#include "pipeline/archive/register_query.h"

#include <re2/re2.h>

#include <algorithm>
#include <tuple>

#include "models/text/fold.h"
#include "models/text/utf8.h"

namespace vanthu::archive {
namespace {

using nlohmann::ordered_json;

// Behind all that have a number.
constexpr int64_t kNoSerial = INT64_MAX;

// The recipients' last line, which says who keeps the copy: "Lưu: VT, NC (12)." Its parts are the keepers
// and the number of copies that the drafter asked for.
struct Filing {
  std::string keeper, copies;
};
std::optional<Filing> FilingIn(const std::string& recipient) {
  static const RE2 filed(
      R"((?i)^[-\s]*lưu\s*:?\s*(.*?)(?:(?:,\s*|\s*\(\s*)(\d+)\s*(?:b|bản)?\s*\)?)?[.;,\s]*$)");
  Filing filing;
  if (!RE2::FullMatch(recipient, filed, &filing.keeper, &filing.copies)) return std::nullopt;
  return filing;
}

bool IsAsAbove(const std::string& recipient) {
  const std::string folded = Fold(recipient);
  return folded.find("nhu tren") != std::string::npos ||
         folded.find("nhu kinh gui") != std::string::npos;
}

std::string Joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += "; ";
    text += part;
  }
  return text;
}

ordered_json TextOrNull(const std::string& text) {
  return text.empty() ? ordered_json(nullptr) : ordered_json(text);
}

// Whom an outgoing letter went to: "Như trên" stands for the addressees.
std::string SentTo(const Paper& paper) {
  std::vector<std::string> to;
  bool above = paper.recipients.empty();
  for (const std::string& recipient : paper.recipients) {
    if (FilingIn(recipient)) continue;
    if (IsAsAbove(recipient)) {
      above = true;
    } else {
      to.push_back(recipient);
    }
  }
  if (above) to.insert(to.begin(), paper.addressees.begin(), paper.addressees.end());
  return Joined(to);
}

Filing FilingOf(const Paper& paper) {
  for (const std::string& recipient : paper.recipients)
    if (std::optional<Filing> filing = FilingIn(recipient)) return *filing;
  return {};
}

ordered_json EnteredOr(const Paper& paper, EntryField field, const std::string& otherwise) {
  const std::optional<std::string> entered = paper.Entered(field);
  return entered ? ordered_json(*entered) : TextOrNull(otherwise);
}

void PutHandling(const Paper& paper, ordered_json& row) {
  row["passed_on"] = OrNull(paper.Entered(EntryField::kPassedOn));
  row["receipt"] = OrNull(paper.Entered(EntryField::kReceipt));
  row["remark"] = OrNull(paper.Entered(EntryField::kRemark));
}

ordered_json OutgoingRow(const Paper& paper) {
  ordered_json row = {{"letter_id", paper.head.id},
                      {"number", OrNull(paper.head.number)},
                      {"issue_date", OrNull(paper.head.issue_date)},
                      {"title", TextOrNull(TitleOf(paper))},
                      {"signer", OrNull(paper.signer)}};
  row["sent_to"] = EnteredOr(paper, EntryField::kSentTo, SentTo(paper));
  row["keeper"] = EnteredOr(paper, EntryField::kKeeper, FilingOf(paper).keeper);
  row["copies"] = OrNull(CopiesOf(paper));
  PutHandling(paper, row);
  return row;
}

ordered_json IncomingRow(const Paper& paper) {
  ordered_json row = {{"letter_id", paper.head.id},
                      {"arrival_date", OrNull(paper.arrival_date)},
                      {"arrival_number", OrNull(paper.arrival_number)},
                      {"issuer", OrNull(paper.head.issuer)},
                      {"number", OrNull(paper.head.number)},
                      {"issue_date", OrNull(paper.head.issue_date)},
                      {"title", TextOrNull(TitleOf(paper))},
                      {"unit", OrNull(paper.unit)}};
  PutHandling(paper, row);
  return row;
}

auto OutgoingOrder(const Paper& paper) {
  return std::tuple(paper.serial.value_or(kNoSerial), paper.suffix.value_or(""),
                    paper.head.issue_date.value_or(""), paper.head.id);
}

auto IncomingOrder(const Paper& paper) {
  const std::string number = paper.arrival_number.value_or("");
  return std::tuple(ArrivalSerial(number).value_or(kNoSerial), number,
                    paper.arrival_date.value_or(paper.head.issue_date.value_or("")), paper.head.id);
}

// A trích yếu goes on behind the name of the type: its first letter is small, unless a name begins there
// (the next word has a capital as well) or an abbreviation.
std::string Continued(const std::string& subject) {
  const CodePoint first = DecodeAt(subject, 0);
  const std::string head = subject.substr(0, first.length);
  const size_t word_end = subject.find(' ');
  const std::string word = subject.substr(0, word_end);
  if (word.size() <= first.length ||
      word.substr(first.length) != Lower(word.substr(first.length))) {
    return subject;
  }
  if (word_end != std::string::npos && word_end + 1 < subject.size()) {
    const std::string next = subject.substr(word_end + 1, DecodeAt(subject, word_end + 1).length);
    if (next != Lower(next)) return subject;
  }
  return Lower(head) + subject.substr(first.length);
}

}  // namespace

std::string TitleOf(const Paper& paper) {
  const std::string subject = paper.head.subject.value_or("");
  if (!paper.type_name) return subject;
  if (subject.empty()) return *paper.type_name;
  const bool dispatch = paper.head.doc_type == "CV";
  return *paper.type_name + (dispatch ? " về việc " : " ") + Continued(subject);
}

std::optional<std::string> CopiesOf(const Paper& paper) {
  if (std::optional<std::string> entered = paper.Entered(EntryField::kCopies)) return entered;
  const std::string copies = FilingOf(paper).copies;
  return copies.empty() ? std::nullopt : std::optional(copies);
}

Status CheckOffice(const Office& office) {
  if (office.known()) return Done{};
  return Error{
      ErrorCode::kUsage,
      "the name of our own agency is not known: --office NAME, VANTHU_OFFICE, or `office` in "
      "config.toml",
      "", 0};
}

Status EachRegisterRow(Archive& archive, const Office& office, const RegisterFilter& filter,
                       const RowSink& take) {
  if (Status known = CheckOffice(office); !known.ok()) return known;
  Result<std::vector<Paper>> papers = PapersOfYear(archive, office, filter.direction, filter.year);
  if (!papers.ok()) return papers.error();
  if (filter.types) {
    const std::vector<std::string>& types = filter.types->exact;
    std::erase_if(*papers, [&](const Paper& paper) {
      return std::ranges::find(types, paper.head.doc_type.value_or("")) == types.end();
    });
  }
  const bool out = filter.direction == Direction::kOut;
  std::ranges::sort(*papers, [out](const Paper& a, const Paper& b) {
    return out ? OutgoingOrder(a) < OutgoingOrder(b) : IncomingOrder(a) < IncomingOrder(b);
  });
  for (const Paper& paper : *papers) {
    if (Status taken = take(out ? OutgoingRow(paper) : IncomingRow(paper)); !taken.ok())
      return taken;
  }
  return Done{};
}

}  // namespace vanthu::archive
