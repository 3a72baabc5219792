#include "tests/bench/letter_maker.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "models/lexicon/names.h"
#include "models/lexicon/table.h"
#include "models/text/fold.h"

namespace vanthu::bench {
namespace {

// Median and spread of a letter's words, as if log-normal: 2 to 4 KB mostly.
constexpr double kWords = 300, kSpread = 0.45;
// Signs of a printed line, lines of a page.
constexpr size_t kLine = 88;
constexpr size_t kPageLines = 48;
// Words of a paragraph; each is a section.
constexpr int kParagraph = 70;
// What a paragraph holds beside words, on average, as the corpus has it.
constexpr double kFacts = 3.2, kCitations = 0.6;
constexpr double kScanned = 0.5;

constexpr std::array<std::string_view, 10> kAgencies = {
    "Ủy ban nhân dân tỉnh",   "Sở Ngoại vụ tỉnh", "Sở Nội vụ tỉnh",
    "Sở Tài chính tỉnh",      "Tỉnh ủy",          "Sở Y tế tỉnh",
    "Hội đồng nhân dân tỉnh", "Công an tỉnh",     "Sở Tư pháp tỉnh",
    "Sở Công Thương tỉnh"};
constexpr std::array<std::string_view, 8> kBodies = {
    "Bộ Ngoại giao", "Chính phủ", "Thủ tướng Chính phủ", "Bộ Nội vụ", "Bộ Tài chính",
    "Bộ Công an",    "Bộ Y tế",   "Bộ Công Thương"};
constexpr std::array<std::string_view, 10> kOffices = {"UBND", "VP",   "SNgV", "NV", "ĐNMN",
                                                       "KT",   "HĐND", "NC",   "TH", "LS"};
constexpr std::array<std::string_view, 8> kUnits = {"đoàn",     "lượt người", "dự án",   "hộ dân",
                                                    "hội nghị", "cán bộ",     "tổ chức", "vụ việc"};

template <typename T>
T Evident(std::string raw, int line) {
  T value;
  value.raw = std::move(raw);
  value.evidence = {{1, std::nullopt, line}};
  value.rule = "made";
  value.score = 0.95;
  return value;
}

template <typename List>
const auto& Pick(const List& list, Dice& dice) {
  return list[dice.Zipf(list.size())];
}

std::vector<std::string> Column(std::string_view table, size_t column) {
  std::vector<std::string> values;
  for (const auto& row : ReadTable(table, column + 1)) values.push_back(row[column]);
  return values;
}

TextValue Value(const std::string& text, int line) {
  TextValue value = Evident<TextValue>(text, line);
  value.value = text;
  return value;
}

DateValue DateOf(Dice& dice, int line) {
  // Archives hold more of the last years.
  const int year = 2025 - static_cast<int>(dice.Zipf(26));
  const int month = 1 + static_cast<int>(dice.Below(12)),
            day = 1 + static_cast<int>(dice.Below(28));
  DateValue date =
      Evident<DateValue>(fmt::format("ngày {:02} tháng {:02} năm {}", day, month, year), line);
  date.year = year;
  date.month = month;
  date.day = day;
  return date;
}

// Puts text on lines of pages.
class Printer {
 public:
  explicit Printer(PageOrigin origin) : origin_(origin) {}

  // Number of the next line, from 1.
  int line() const { return static_cast<int>(lines_) + 1; }

  void Print(std::string_view text) {
    while (!text.empty()) {
      size_t end = text.size() <= kLine ? text.size() : text.rfind(' ', kLine);
      if (end == std::string_view::npos) end = text.size();
      AddLine(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  std::vector<Page> Take() { return std::move(pages_); }

 private:
  void AddLine(std::string_view text) {
    if (pages_.empty() || pages_.back().lines.size() == kPageLines) {
      pages_.emplace_back();
      pages_.back().number = static_cast<int>(pages_.size());
      pages_.back().origin = origin_;
      pages_.back().reason = "made";
    }
    pages_.back().lines.emplace_back();
    pages_.back().lines.back().text = text;
    ++lines_;
  }

  PageOrigin origin_;
  std::vector<Page> pages_;
  size_t lines_ = 0;
};

// A scanned line has a place: where it would stand on A4.
void PlaceEvidence(std::vector<Evidence>& places) {
  for (Evidence& place : places) {
    place.box = Box{71.25, 60.5 + 14.25 * place.line, 523.75, 72.75 + 14.25 * place.line};
  }
}

template <typename T>
void PlaceAll(std::vector<T>& values) {
  for (T& value : values) PlaceEvidence(value.evidence);
}

}  // namespace

Result<LetterMaker> LetterMaker::Load(uint64_t seed) {
  Result<WordSource> words = WordSource::Load(DataDir() / "language/ngrams.bin");
  if (!words.ok()) return words.error();
  LetterMaker maker(seed, std::move(*words));
  for (const auto& row : ReadTable("places.tsv", 2)) {
    if (row[0] == "province") maker.places_.push_back(row[1]);
  }
  for (const std::string& place : maker.places_) {
    for (const std::string_view agency : kAgencies) {
      maker.issuers_.push_back(fmt::format("{} {}", agency, place));
    }
  }
  maker.issuers_.insert(maker.issuers_.end(), kBodies.begin(), kBodies.end());
  // Neighbours in a table are alike, in frequency they are not.
  std::mt19937_64 engine(seed);
  const auto shuffle = [&engine](auto& list) {
    for (size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[engine() % i]);
  };
  shuffle(maker.issuers_);
  maker.surnames_ = Column("surnames.tsv", 0);
  maker.given_names_ = Column("middle_names.tsv", 0);
  maker.titles_ = Column("signature_titles.tsv", 0);
  for (const auto& row : ReadTable("doc_types.tsv", 2)) {
    maker.types_.push_back(row[0]);
    maker.type_names_.push_back(row[1]);
  }
  const auto add = [&maker](const std::string& name, PartnerKind kind, const std::string& country) {
    maker.partners_.emplace_back();
    maker.partners_.back().name = name;
    maker.partners_.back().kind = kind;
    if (!country.empty()) maker.partners_.back().country = country;
  };
  for (const auto& row : ReadTable("countries.tsv", 2)) add(row[1], PartnerKind::kCountry, row[0]);
  for (const auto& row : ReadTable("foreign_localities.tsv", 2)) {
    add(row[1], PartnerKind::kLocality, row[0]);
  }
  for (const auto& row : ReadTable("partners.tsv", 3)) {
    if (row[0] != "none") add(row[1], PartnerKind::kOther, row[2]);
  }
  shuffle(maker.partners_);
  return maker;
}

std::string LetterMaker::Number(Dice& dice) const {
  const std::string& type = Pick(types_, dice);
  const std::string_view office = Pick(kOffices, dice);
  // Each agency counts from 1 every year, some to fifty, some to nine thousand.
  const auto last = static_cast<uint64_t>(50 * std::exp(dice.Share() * std::log(180)));
  const uint64_t serial = 1 + dice.Below(last);
  if (dice.Chance(0.25)) return fmt::format("{}/{}-{}", serial, office, Pick(kOffices, dice));
  return fmt::format("{}/{}-{}", serial, type, office);
}

std::string LetterMaker::PersonName(Dice& dice) const {
  return fmt::format("{} {} {}", Pick(surnames_, dice), Pick(given_names_, dice),
                     given_names_[dice.Below(given_names_.size())]);
}

void LetterMaker::MakeHead(Record& record, Dice& dice) const {
  const size_t type = dice.Zipf(types_.size());
  record.doc_type = Evident<DocType>(Upper(type_names_[type]), 5);
  record.doc_type->code = types_[type];
  record.doc_type->name = type_names_[type];
  record.issuer = Evident<Issuer>(Upper(Pick(issuers_, dice)), 1);
  record.issuer->name = AgencyName(record.issuer->raw);
  const std::string number = Number(dice);
  record.number = Evident<DocNumber>(number, 3);
  record.number->normalized = number;
  record.number->serial = std::stoll(number);
  record.number->symbol = number.substr(number.find('/') + 1);
  record.issue_date = DateOf(dice, 4);
  record.place = Value(Pick(places_, dice), 4);
  const int length = 8 + static_cast<int>(dice.Below(14));
  record.subject = Value(words_.Text(dice, length), 6);
  record.addressees = {Value(Pick(issuers_, dice), 7)};
}

void LetterMaker::MakeFoot(Record& record, Dice& dice) const {
  record.signer = Evident<Signer>(PersonName(dice), 0);
  record.signer->name = record.signer->raw;
  record.signer->title = Pick(titles_, dice);
  record.signer->authority = "KT.";
  for (uint64_t i = 2 + dice.Below(5); i > 0; --i) {
    record.recipients.push_back(Value(Pick(issuers_, dice), 0));
  }
}

std::string LetterMaker::Citation(Record& record, Dice& dice, int line) const {
  Reference cited = Evident<Reference>("", line);
  cited.type = Pick(types_, dice);
  cited.number = Number(dice);
  cited.date = DateOf(dice, line);
  cited.issuer = Pick(issuers_, dice);
  cited.role = dice.Chance(0.3) ? ReferenceRole::kBasis : ReferenceRole::kCites;
  cited.raw = fmt::format("văn bản số {} {} của {}", *cited.number, cited.date->raw, *cited.issuer);
  record.references.push_back(cited);
  return fmt::format("Căn cứ {};", cited.raw);
}

std::string LetterMaker::Fact(Record& record, Dice& dice, int line) const {
  switch (dice.Below(8)) {
    case 0:
    case 1: {
      Partner partner = Pick(partners_, dice);
      partner.raw = partner.name;
      partner.evidence = {{1, std::nullopt, line}};
      partner.rule = "made";
      partner.score = 0.95;
      record.partners.push_back(partner);
      return fmt::format("làm việc với {},", partner.name);
    }
    case 2:
    case 3: {
      Period period = Evident<Period>("", line);
      const DateValue day = DateOf(dice, line);
      period.raw = fmt::format("{:02}/{:02}/{}", *day.day, *day.month, *day.year);
      period.start = period.end = CalendarDate{*day.year, *day.month, *day.day};
      record.dates.push_back(period);
      return fmt::format("ngày {}", period.raw);
    }
    case 4: {
      if (!dice.Chance(0.5)) return "";
      Deadline deadline = Evident<Deadline>("", line);
      deadline.due = DateOf(dice, line);
      deadline.task = words_.Text(dice, 12);
      deadline.assignee = Pick(issuers_, dice);
      deadline.raw = fmt::format("trước {}", deadline.due.raw);
      record.deadlines.push_back(deadline);
      return fmt::format("Giao {} {} {}", *deadline.assignee, deadline.task, deadline.raw);
    }
    default: {
      Figure figure = Evident<Figure>("", line);
      figure.kind = dice.Chance(0.3) ? FigureKind::kMoney : FigureKind::kCount;
      figure.value = std::to_string(1 + dice.Zipf(100'000));
      figure.unit = figure.kind == FigureKind::kMoney ? "VND" : std::string(Pick(kUnits, dice));
      figure.label = words_.Text(dice, 4);
      figure.raw = fmt::format("{} {}", *figure.value,
                               figure.kind == FigureKind::kMoney ? "đồng" : *figure.unit);
      record.figures.push_back(figure);
      return fmt::format("{} {},", *figure.label, figure.raw);
    }
  }
}

Record LetterMaker::Make(uint64_t index) const {
  Dice dice(seed_ * 0x9E3779B97F4A7C15 + index);
  Record record;
  MakeHead(record, dice);
  const bool scanned = dice.Chance(kScanned);
  Printer printer(scanned ? PageOrigin::kOcr : PageOrigin::kText);
  printer.Print(record.issuer->raw);
  printer.Print("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc");
  printer.Print(fmt::format("Số: {}", record.number->raw));
  printer.Print(fmt::format("{}, {}", record.place->value, record.issue_date->raw));
  printer.Print(record.doc_type->raw);
  printer.Print(record.subject->value);
  printer.Print(fmt::format("Kính gửi: {}", record.addressees[0].value));
  int left = std::clamp(static_cast<int>(dice.LogNormal(kWords, kSpread)), 60, 6000);
  while (left > 0) {
    const int line = printer.line();
    const int count = std::min(left, kParagraph);
    std::string text = words_.Text(dice, count);
    const double share = count / static_cast<double>(kParagraph);
    if (dice.Chance(kCitations * share)) text.append(" ").append(Citation(record, dice, line));
    for (double facts = kFacts * share; dice.Chance(facts); facts -= 1) {
      text.append(" ").append(Fact(record, dice, line));
    }
    Section section = Evident<Section>(text, line);
    section.label = std::to_string(record.sections.size() + 1);
    section.path = section.label;
    section.text = text;
    printer.Print(text);
    record.sections.push_back(std::move(section));
    left -= count;
  }
  MakeFoot(record, dice);
  printer.Print("Nơi nhận:");
  for (const TextValue& recipient : record.recipients) {
    printer.Print(fmt::format("- {};", recipient.value));
  }
  printer.Print(fmt::format("{} {}", *record.signer->authority, *record.signer->title));
  printer.Print(*record.signer->name);
  record.pages = printer.Take();
  if (scanned) {
    PlaceAll(record.figures);
    PlaceAll(record.partners);
    PlaceAll(record.dates);
    PlaceAll(record.references);
    PlaceAll(record.sections);
    PlaceAll(record.recipients);
  }
  return record;
}

}  // namespace vanthu::bench
