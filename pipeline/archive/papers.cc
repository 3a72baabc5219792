#include "pipeline/archive/papers.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <utility>

#include "models/text/fold.h"
#include "pipeline/archive/fact_select.h"
#include "pipeline/archive/resolve.h"

namespace vanthu::archive {
namespace {

constexpr const char* kPaperColumns =
    "l.file_id, l.letter, l.doc_type_name, l.symbol, l.suffix, l.signer, l.signer_title, "
    "l.urgency, "
    "l.serial, l.addressees, l.recipients, "
    "(SELECT count(*) FROM letter_pages p WHERE p.letter_id = l.id), "
    "s.office, s.number, s.forwarded_to, s.year, s.month, s.day";

// Letters whose number or date of arrival is known, by stamp or by hand.
constexpr const char* kArrived =
    "l.id IN (SELECT letter_id FROM stamps UNION SELECT x.id FROM entries e "
    "JOIN letters x ON x.file_id = e.file_id AND x.letter = e.letter "
    "WHERE e.field IN ('arrival_number', 'arrival_date'))";

std::vector<std::string> Lines(const std::optional<std::string>& text) {
  std::vector<std::string> lines;
  if (!text) return lines;
  for (size_t begin = 0; begin <= text->size();) {
    const size_t end = std::min(text->find('\n', begin), text->size());
    lines.push_back(text->substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

// Reads papers from rows; remembers which issuers are ours.
class PaperReader {
 public:
  PaperReader(Archive& archive, const Office& office) : archive_(archive), office_(office) {}

  Result<Paper> Read(const Statement& row) {
    Paper paper;
    paper.head = ReadHead(row);
    paper.year = row.OptionalInt(5);
    int column = kHeadColumnCount;
    paper.place.file = row.Int(column++);
    paper.place.letter = row.Int(column++);
    for (auto* text : {&paper.type_name, &paper.symbol, &paper.suffix, &paper.signer,
                       &paper.signer_title, &paper.urgency}) {
      *text = row.OptionalText(column++);
    }
    paper.serial = row.OptionalInt(column++);
    paper.addressees = Lines(row.OptionalText(column++));
    paper.recipients = Lines(row.OptionalText(column++));
    paper.pages = row.Int(column++);
    Result<Entries> entries = EntriesOf(archive_.database(), paper.place);
    if (!entries.ok()) return entries.error();
    paper.entries = std::move(*entries);
    const std::optional<std::string> direction = paper.Entered(EntryField::kDirection);
    paper.direction = direction ? (*direction == DirectionName(Direction::kOut) ? Direction::kOut
                                                                                : Direction::kIn)
                                : DirectionOf(paper.head.issuer);
    ReadArrival(row, column, paper);
    return paper;
  }

 private:
  Direction DirectionOf(const std::optional<std::string>& issuer) {
    if (!issuer) return Direction::kIn;
    const auto [known, is_new] = directions_.try_emplace(*issuer, Direction::kIn);
    if (is_new) known->second = office_.DirectionOf(issuer);
    return known->second;
  }

  // A stamp of another office tells when the letter came to them.
  bool IsOurStamp(const std::optional<std::string>& of) const {
    return !of || !office_.known() || MayBeSameAgency(of, office_.name()) || office_.Is(*of);
  }

  void ReadArrival(const Statement& row, int first_column, Paper& paper) const {
    if (paper.direction != Direction::kIn) return;
    if (IsOurStamp(row.OptionalText(first_column))) {
      paper.arrival_number = row.OptionalText(first_column + 1);
      paper.unit = row.OptionalText(first_column + 2);
      paper.arrival_date = DateText(row, first_column + 3);
    }
    const auto put = [&](std::optional<std::string>& value, EntryField field) {
      if (std::optional<std::string> entered = paper.Entered(field)) value = std::move(entered);
    };
    put(paper.arrival_number, EntryField::kArrivalNumber);
    put(paper.arrival_date, EntryField::kArrivalDate);
    put(paper.unit, EntryField::kUnit);
  }

  Archive& archive_;
  const Office& office_;
  std::unordered_map<std::string, Direction> directions_;  // by issuer
};

// Equal for numbers of arrival that are one: 012A and 12a.
std::string ArrivalKey(const std::string& number) {
  const std::string folded = Fold(number);
  return folded.substr(std::min(folded.find_first_not_of('0'), folded.size()));
}

// Incoming papers of a year of arrival whose number or date of arrival is known.
Status EachArrived(Archive& archive, const Office& office, int64_t year,
                   const std::function<void(Paper paper)>& take) {
  return EachPaper(archive, office, {kArrived, {}}, [&](Paper paper) -> Status {
    if (paper.arrival_number && paper.ArrivalYear() == year) take(std::move(paper));
    return Done{};
  });
}

}  // namespace

std::optional<std::string> Paper::Entered(EntryField field) const {
  const auto at = entries.find(field);
  if (at == entries.end()) return std::nullopt;
  return at->second;
}

std::optional<int64_t> Paper::ArrivalYear() const {
  if (arrival_date) return std::stoll(arrival_date->substr(0, 4));
  return year;
}

std::optional<int64_t> ArrivalSerial(const std::string& number) {
  int64_t serial = 0;
  const auto [end, failed] =
      std::from_chars(number.data(), number.data() + std::min<size_t>(number.size(), 15), serial);
  if (failed != std::errc()) return std::nullopt;
  return serial;
}

Status EachPaper(Archive& archive, const Office& office, const Condition& where,
                 const std::function<Status(Paper paper)>& take) {
  PaperReader reader(archive, office);
  const std::string sql = fmt::format(
      "SELECT {}, {} FROM letters l LEFT JOIN stamps s ON s.letter_id = l.id{} "
      "ORDER BY l.date_key, l.id",
      kHeadColumns, kPaperColumns, Where(where));
  return EachRow(archive.database(), sql, where, [&](const Statement& row) -> Status {
    Result<Paper> paper = reader.Read(row);
    if (!paper.ok()) return paper.error();
    return take(std::move(*paper));
  });
}

Result<Paper> GetPaper(Archive& archive, const Office& office, int64_t letter_id) {
  std::optional<Paper> found;
  const Status read = EachPaper(archive, office, {"l.id = ?", {letter_id}}, [&](Paper paper) {
    found = std::move(paper);
    return Status(Done{});
  });
  if (!read.ok()) return read.error();
  if (!found) {
    return Error{ErrorCode::kNotFound, fmt::format("there is no letter {}", letter_id), "", 0};
  }
  return std::move(*found);
}

Result<std::vector<Paper>> PapersOfYear(Archive& archive, const Office& office, Direction direction,
                                        int year) {
  Condition where = {"l.date_key BETWEEN ? AND ?",
                     {int64_t{year} * 10000, int64_t{year} * 10000 + 9999}};
  // What was issued at the end of a year arrives in the next.
  if (direction == Direction::kIn) where.text = fmt::format("({} OR {})", where.text, kArrived);
  std::vector<Paper> papers;
  const Status read = EachPaper(archive, office, where, [&](Paper paper) -> Status {
    const std::optional<int64_t> own =
        direction == Direction::kIn ? paper.ArrivalYear() : paper.year;
    if (paper.direction == direction && own == year) papers.push_back(std::move(paper));
    return Done{};
  });
  if (!read.ok()) return read.error();
  return papers;
}

Result<std::vector<Paper>> PapersOfArrival(Archive& archive, const Office& office, int64_t year,
                                           const std::string& number) {
  std::vector<Paper> papers;
  const Status read = EachArrived(archive, office, year, [&](Paper paper) {
    if (ArrivalKey(*paper.arrival_number) == ArrivalKey(number)) papers.push_back(std::move(paper));
  });
  if (!read.ok()) return read.error();
  return papers;
}

Result<int64_t> NextArrivalNumber(Archive& archive, const Office& office, int64_t year) {
  int64_t highest = 0;
  const Status read = EachArrived(archive, office, year, [&](const Paper& paper) {
    highest = std::max(highest, ArrivalSerial(*paper.arrival_number).value_or(0));
  });
  if (!read.ok()) return read.error();
  return highest + 1;
}

}  // namespace vanthu::archive
