#include "pipeline/reading/handwriting.h"

#include <re2/re2.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "models/text/fold.h"
#include "models/text/utf8.h"

namespace vanthu::reading {
namespace {

// Heads end above this share of the page.
constexpr double kHeadShare = 0.45;
// Confidence from which on digits of the engine that stand like print are print.
constexpr double kSurePrint = 0.7;
// Confidence from which on its digits are left as they are, however they stand.
constexpr double kSureEngine = 0.95;
// Confidence of the words beside a field, which the field itself confirms.
constexpr double kFoundAnchor = 0.72;

// A sign of a text line; words are parted by signs without a box.
struct Sign {
  std::string text;
  Box box;
  size_t word = 0, place = 0;  // which of the page's words, and which of its symbols
  bool blank = false;
};

// The words [first, past) of one of the engine's lines, sign by sign.
struct SignLine {
  std::string text;
  std::vector<Sign> signs;
  std::vector<size_t> sign_of_byte;
};

SignLine LineOf(const std::vector<ReadWord>& words, size_t first, size_t past) {
  SignLine line;
  const auto add = [&line](Sign sign) {
    line.sign_of_byte.insert(line.sign_of_byte.end(), sign.text.size(), line.signs.size());
    line.text += sign.text;
    line.signs.push_back(std::move(sign));
  };
  for (size_t w = first; w < past; ++w) {
    if (w > first) add({" ", {}, w, 0, true});
    for (size_t s = 0; s < words[w].symbols.size(); ++s) {
      add({words[w].symbols[s].text, words[w].symbols[s].box, w, s, false});
    }
  }
  line.sign_of_byte.push_back(line.signs.size());
  return line;
}

// A field between two anchors, as signs [first, past) of a line.
struct Spot {
  FieldKind kind = FieldKind::kSerial;
  size_t first = 0, past = 0;
};

// "Số:", also with its S lost or small where a colon follows at the begin of the line.
constexpr char kLead[] =
    R"(^(?:(?:.*[\s"'._-])?[sS]?S[ốồôổỗộoóòỏõọơớởờợ]\s?[:;.,]?|[^\pL]{0,4}[sS]?[ốồôổỗộóòỏõọéèêế]\s?[:;.]))";
// A symbol as "/UBND-KTTH", "/2013/CT-UBND", the Party's "-BC/TU"; its stroke may be misread where a dash
// tells the symbol.
constexpr char kSymbol[] =
    R"((?:/\s?(?:(?:19|20)\d\d\s?/\s?)?\p{Lu}{2}|[-–]\s?\p{Lu}\pL{1,3}\s?/\s?\p{Lu}{2}|[/\|!¡Iil1]\s?\pL{2,6}-\p{Lu}{2}))";

std::optional<Spot> FindSerial(const SignLine& line) {
  static const RE2 pattern(std::string(kLead) + "(.{0,20}?)" + kSymbol);
  re2::StringPiece field;
  if (!RE2::PartialMatch(line.text, pattern, &field)) return std::nullopt;
  const auto begin = static_cast<size_t>(field.data() - line.text.data());
  return Spot{FieldKind::kSerial, line.sign_of_byte[begin],
              line.sign_of_byte[begin + field.size()]};
}

std::vector<Spot> FindDate(const SignLine& line) {
  static const RE2 pattern(R"(n[gqa]{1,3}[yv](.{0,12}?)t?hang(.{0,10}?)nam)");
  const FoldedText folded = FoldWithOffsets(line.text);
  re2::StringPiece day, month;
  if (!RE2::PartialMatch(folded.folded, pattern, &day, &month)) return {};
  const auto spot = [&](FieldKind kind, const re2::StringPiece& piece) {
    const auto begin = static_cast<size_t>(piece.data() - folded.folded.data());
    return Spot{kind, line.sign_of_byte[folded.offsets[begin]],
                line.sign_of_byte[folded.offsets[begin + piece.size()]]};
  };
  return {spot(FieldKind::kDay, day), spot(FieldKind::kMonth, month)};
}

// The engine gives a letter that touches pen strokes the strokes' box as well: it ends no further from
// the letter before it than the letters of its word are wide.
double RightEdge(const SignLine& line, size_t at) {
  const Sign& sign = line.signs[at];
  if (sign.text == ":" || sign.text == ".") return std::min(sign.box.x1, sign.box.x0 + 8);
  double sum = 0;
  int count = 0;
  for (size_t i = at; i-- > 0 && !line.signs[i].blank && count < 3; ++count) {
    sum += line.signs[i].box.width();
  }
  if (count == 0) return sign.box.x1;
  return std::min(sign.box.x1, line.signs[at - 1].box.x1 + 1.05 * sum / count);
}

double LeftEdge(const Sign& sign, double high) {
  if (sign.text != "/") return sign.box.x0;
  return std::max(sign.box.x0, sign.box.x1 - 0.5 * high);
}

double Median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// Upper and lower edge of the capitals or long letters of the print round a field.
struct Band {
  double top = 0, bottom = 0;
  double height() const { return bottom - top; }
};

Band PrintBand(const SignLine& line, const Spot& spot) {
  static const RE2 capital(R"([A-ZĐƯ])"), long_letter("[hmăn]");
  std::vector<double> tops, bottoms;
  const auto look = [&](size_t i) {
    const Sign& sign = line.signs[i];
    const bool serial = spot.kind == FieldKind::kSerial;
    if (sign.blank || !RE2::FullMatch(sign.text, serial ? capital : long_letter)) return;
    bottoms.push_back(sign.box.y1);
    if (serial || sign.text == "h") tops.push_back(sign.box.y0);
  };
  for (size_t i = spot.past; i < std::min(line.signs.size(), spot.past + 14); ++i) look(i);
  if (spot.kind == FieldKind::kMonth) {
    for (size_t i = spot.first > 8 ? spot.first - 8 : 0; i < spot.first; ++i) look(i);
  }
  return {Median(tops), Median(bottoms)};
}

// What the engine read between the anchors: its signs, and the mean confidence of their words.
void NoteEngine(const std::vector<ReadWord>& words, const SignLine& line, const Spot& spot,
                HandField& field) {
  double sum = 0;
  int count = 0;
  for (size_t i = spot.first; i < spot.past; ++i) {
    const Sign& sign = line.signs[i];
    if (sign.blank) continue;
    field.engine_text += sign.text;
    sum += words[sign.word].confidence;
    ++count;
  }
  field.engine_confidence = count > 0 ? sum / count : 0;
}

// Printed digits are as high as capitals and stand on their line.
bool StandsLikePrint(const std::vector<image::Piece>& pieces, const Band& band) {
  std::map<int, Box> components;
  for (const image::Piece& piece : pieces) {
    const auto [at, added] = components.emplace(piece.component, piece.box);
    if (!added) at->second = Union(at->second, piece.box);
  }
  const double off = 0.14 * band.height();
  int high = 0;
  for (const auto& [component, box] : components) {
    if (box.height() < 0.5 * band.height()) continue;
    ++high;
    if (std::abs(box.y0 - band.top) > off || std::abs(box.y1 - band.bottom) > off) return false;
  }
  return high > 0;
}

// Reads one field; none where there is no ink between its anchors.
std::optional<HandField> ReadSpot(const image::Image& image, const std::vector<ReadWord>& words,
                                  const SignLine& line, const Spot& spot) {
  if (spot.first == 0 || spot.past >= line.signs.size()) return std::nullopt;
  const Band band = PrintBand(line, spot);
  const double high = band.height();
  if (high < 8 || high > 120) return std::nullopt;
  size_t before = spot.first - 1;
  while (before > 0 && line.signs[before].blank) --before;
  size_t after = spot.past;
  while (after + 1 < line.signs.size() && line.signs[after].blank) ++after;
  const double left = RightEdge(line, before), right = LeftEdge(line.signs[after], high);
  if (right - left < 0.25 * high || right - left > 12 * high) return std::nullopt;

  HandField field;
  field.kind = spot.kind;
  field.cap_height = high;
  NoteEngine(words, line, spot, field);
  const Box region{left - 0.6 * high, band.top - 0.7 * high, right + 0.6 * high,
                   band.bottom + 0.6 * high};
  image::InkPatch patch = image::InkOf(image, region);
  if (patch.empty()) return std::nullopt;
  const double x0 = std::max(0.0, std::floor(region.x0)), y0 = std::max(0.0, std::floor(region.y0));
  image::KeepField(
      patch, {left - x0, band.top - 0.45 * high - y0, right - x0, band.bottom + 0.45 * high - y0});
  const std::vector<image::Piece> ink = image::PiecesOf(patch);
  Box box{1e9, 1e9, -1, -1};
  for (const image::Piece& piece : ink) box = Union(box, piece.box);
  if (ink.empty() || box.height() < 0.45 * high) return std::nullopt;  // blank, or dots
  field.box = {box.x0 + x0, box.y0 + y0, box.x1 + x0, box.y1 + y0};

  field.print = IsPossible(spot.kind, field.engine_text) &&
                (field.engine_confidence >= kSureEngine ||
                 (field.engine_confidence >= kSurePrint &&
                  StandsLikePrint(ink, {band.top - y0, band.bottom - y0})));
  if (field.print) return field;
  field.reading = BestNumber(ViewsOf(patch, DigitNet::Shared()), spot.kind, field.engine_text,
                             field.engine_confidence);
  return field;
}

// Symbols [first, past) of a word as a word of their own.
ReadWord PartOf(const ReadWord& word, size_t first, size_t past) {
  if (first == 0 && past == word.symbols.size()) return word;
  ReadWord part;
  part.confidence = word.confidence;
  part.line = word.line;
  part.symbols.assign(word.symbols.begin() + static_cast<std::ptrdiff_t>(first),
                      word.symbols.begin() + static_cast<std::ptrdiff_t>(past));
  part.box = part.symbols.front().box;
  for (const ReadSymbol& symbol : part.symbols) {
    part.text += symbol.text;
    part.box = Union(part.box, symbol.box);
  }
  part.box.y0 = word.box.y0;
  part.box.y1 = word.box.y1;
  return part;
}

// What stands before and behind a serial is known as soon as it was found by it: "Só:", "sé." are Số:,
// a stroke misread is a stroke, and a part of a symbol begins with a capital.
void RepairLead(ReadWord& word) {
  static const RE2 lead(R"(^[^\pL]{0,4}[sS]?[sS]?[ốồôổỗộoóòỏõọơớởờợéèêế]\s?([:;.,]?)$)");
  std::string mark;
  if (!RE2::FullMatch(word.text, lead, &mark)) return;
  word.text = mark.empty() ? "Số" : "Số:";
  word.confidence = std::max(word.confidence, kFoundAnchor);
}

void RepairSymbol(ReadWord& word) {
  static const RE2 stroke(R"(^[/\|!¡Iil1]\s?(\pL{2,6}-\p{Lu}{2}.*)$)");
  std::string symbol;
  if (!RE2::FullMatch(word.text, stroke, &symbol)) return;
  const size_t first = DecodeAt(symbol, 0).length;
  std::string repaired(1, '/');
  repaired.append(Upper(symbol.substr(0, first))).append(symbol, first);
  word.text = std::move(repaired);
  word.confidence = std::max(word.confidence, kFoundAnchor);
}

// Puts the field's word in the place of the signs that the engine saw there.
void Replace(const SignLine& line, const Spot& spot, const HandField& field,
             std::vector<ReadWord>& words) {
  std::vector<ReadWord> with;
  const Sign& before = line.signs[spot.first - 1];
  const Sign& after = line.signs[spot.past];
  const size_t first = before.blank ? line.signs[spot.first].word : before.word;
  size_t past = first;
  if (!before.blank) {
    with.push_back(PartOf(words[before.word], 0, before.place + 1));
    past = before.word + 1;
  }
  const bool serial = spot.kind == FieldKind::kSerial;
  if (!with.empty() || first > 0) {
    ReadWord& lead = with.empty() ? words[first - 1] : with.front();
    if (serial) RepairLead(lead);
    // The engine gave it the pen strokes' box as well.
    if (lead.line == words[first].line && lead.box.x0 < field.box.x0)
      lead.box.x1 = std::min(lead.box.x1, field.box.x0);
  }
  ReadWord hand;
  hand.text = field.reading.score < kBelievedHand ? "?" : field.reading.digits;
  hand.confidence = field.reading.score;
  hand.box = field.box;
  hand.line = words[first].line;
  with.push_back(std::move(hand));
  if (after.blank) {
    past = std::max(past, after.word);
  } else {
    with.push_back(PartOf(words[after.word], after.place, words[after.word].symbols.size()));
    if (serial) RepairSymbol(with.back());
    past = std::max(past, after.word + 1);
  }
  const auto at = words.begin() + static_cast<std::ptrdiff_t>(first);
  words.insert(words.erase(at, words.begin() + static_cast<std::ptrdiff_t>(past)), with.begin(),
               with.end());
}

// The fields of one line, from the right so that the signs before them keep their places.
void ReadLine(const image::Image& image, const SignLine& line, std::vector<Spot> spots,
              std::vector<ReadWord>& words, std::vector<HandField>& fields) {
  std::sort(spots.begin(), spots.end(),
            [](const Spot& a, const Spot& b) { return a.first > b.first; });
  for (const Spot& spot : spots) {
    std::optional<HandField> field = ReadSpot(image, words, line, spot);
    if (!field) continue;
    if (!field->print) Replace(line, spot, *field, words);
    fields.push_back(*std::move(field));
  }
}

}  // namespace

std::vector<HandField> ReadHandwriting(const image::Image& image, std::vector<ReadWord>& words) {
  std::vector<HandField> fields;
  bool have_serial = false, have_date = false;
  for (size_t first = 0; first < words.size() && !(have_serial && have_date);) {
    size_t past = first;
    while (past < words.size() && words[past].line == words[first].line) ++past;
    if (words[first].box.y0 < kHeadShare * image.height()) {
      const SignLine line = LineOf(words, first, past);
      std::vector<Spot> spots;
      if (!have_date) spots = FindDate(line);
      have_date = have_date || !spots.empty();
      if (const auto serial = have_serial ? std::nullopt : FindSerial(line)) {
        have_serial = true;
        spots.push_back(*serial);
      }
      ReadLine(image, line, std::move(spots), words, fields);
      past = first;
      while (past < words.size() && words[past].line == words[first].line) ++past;
    }
    first = past;
  }
  return fields;
}

void NoteHandwriting(const std::vector<HandField>& fields, const image::PageMap& to_page,
                     Page& page) {
  for (const HandField& field : fields) {
    if (field.print || field.reading.score >= kBelievedHand) continue;
    const char* const what = field.kind == FieldKind::kSerial ? "the number"
                             : field.kind == FieldKind::kDay  ? "the day"
                                                              : "the month";
    Diagnostic note{Severity::kWarning, "handwriting_unread",
                    std::string(what) + " is written by hand and could not be read", page.number};
    note.evidence.push_back({page.number, image::MapBox(to_page, field.box), 0});
    page.diagnostics.push_back(std::move(note));
  }
}

}  // namespace vanthu::reading
