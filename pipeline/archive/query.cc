#include "pipeline/archive/query.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <utility>

#include "models/text/fold.h"
#include "models/text/normalize.h"
#include "pipeline/archive/tokenizer.h"

namespace vanthu::archive {
namespace {

struct FieldName {
  std::string_view folded;
  Field field;
};
constexpr std::array kFieldNames = {
    FieldName{"so", Field::kNumber},      FieldName{"number", Field::kNumber},
    FieldName{"nam", Field::kYear},       FieldName{"year", Field::kYear},
    FieldName{"ngay", Field::kDate},      FieldName{"date", Field::kDate},
    FieldName{"loai", Field::kType},      FieldName{"type", Field::kType},
    FieldName{"coquan", Field::kIssuer},  FieldName{"issuer", Field::kIssuer},
    FieldName{"nguoiky", Field::kSigner}, FieldName{"signer", Field::kSigner},
    FieldName{"doitac", Field::kPartner}, FieldName{"partner", Field::kPartner},
    FieldName{"nuoc", Field::kCountry},   FieldName{"country", Field::kCountry},
    FieldName{"hoso", Field::kDossier},   FieldName{"dossier", Field::kDossier},
    FieldName{"nhan", Field::kTag},       FieldName{"tag", Field::kTag},
    FieldName{"trichdan", Field::kCites}, FieldName{"cites", Field::kCites},
};

// Words that a value without quotation marks may go on with: chương trình hành động has four, a
// type with a number and a year some more.
constexpr size_t kMaxValueWords = 8;

// --- Dates ---------------------------------------------------------------------------------------

// 2021, 2021-06, 2021-06-09, 06/2021, 9/6/2021: the first and last day that it can mean.
std::optional<DateRange> ParseDate(std::string_view text) {
  std::vector<int> parts;
  std::vector<size_t> sizes;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find_first_of("-/.", begin), text.size());
    int value = 0;
    const char* last = text.data() + end;
    const auto [stop, error] = std::from_chars(text.data() + begin, last, value);
    if (error != std::errc() || stop != last || value < 0) return std::nullopt;
    parts.push_back(value);
    sizes.push_back(end - begin);
    begin = end + 1;
  }
  if (parts.size() > 3) return std::nullopt;
  if (sizes.front() != 4) {
    std::ranges::reverse(parts);
    std::ranges::reverse(sizes);
  }
  if (sizes.front() != 4) return std::nullopt;
  DateRange range{parts[0] * 10000, parts[0] * 10000 + 9999};
  if (parts.size() > 1) {
    if (parts[1] < 1 || parts[1] > 12) return std::nullopt;
    range = {range.first + parts[1] * 100, range.first + parts[1] * 100 + 99};
  }
  if (parts.size() > 2) {
    if (parts[2] < 1 || parts[2] > 31) return std::nullopt;
    range = {range.first + parts[2], range.first + parts[2]};
  }
  return range;
}

}  // namespace

std::optional<DateRange> ParseDates(std::string_view text) {
  size_t dots = text.find("..");
  size_t length = 2;
  if (dots == std::string_view::npos && text.size() == 9 && text[4] == '-') dots = 4, length = 1;
  if (dots == std::string_view::npos) return ParseDate(text);
  const std::string_view left = text.substr(0, dots);
  const std::string_view right = text.substr(dots + length);
  if (left.empty() && right.empty()) return std::nullopt;
  const std::optional<DateRange> from = ParseDate(left.empty() ? right : left);
  const std::optional<DateRange> to = ParseDate(right.empty() ? left : right);
  if (!from || !to) return std::nullopt;
  return DateRange{left.empty() ? DateRange{}.first : std::min(from->first, to->first),
                   right.empty() ? DateRange{}.last : std::max(from->last, to->last)};
}

namespace {

// --- Pieces --------------------------------------------------------------------------------------

// What stands between blanks, or between quotation marks.
struct Piece {
  std::string_view text;
  bool quoted = false;
  bool negated = false;
  bool starred = false;
  std::optional<Field> field;  // NAME: with `text` the rest, which may be empty
};

std::optional<Field> FieldByName(std::string_view name) {
  const std::string folded = Fold(name);
  for (const FieldName& known : kFieldNames) {
    if (known.folded == folded) return known.field;
  }
  return std::nullopt;
}

Piece MakePiece(std::string_view text, bool negated) {
  Piece piece{text, false, negated, text.ends_with('*'), std::nullopt};
  const size_t colon = text.find(':');
  if (colon != std::string_view::npos) {
    piece.field = FieldByName(text.substr(0, colon));
    if (piece.field) piece.text = text.substr(colon + 1);
  }
  return piece;
}

// `text` is normalised: every blank is one " ", every quotation mark is straight.
std::vector<Piece> SplitPieces(std::string_view text) {
  std::vector<Piece> pieces;
  for (size_t i = 0; i < text.size();) {
    if (text[i] == ' ') {
      ++i;
      continue;
    }
    bool negated = false;
    while (text[i] == '-' && i + 1 < text.size() && text[i + 1] != ' ') negated = true, ++i;
    if (text[i] == '"') {
      const size_t end = std::min(text.find('"', i + 1), text.size());
      Piece piece{text.substr(i + 1, end - i - 1), true, negated, false, std::nullopt};
      i = end + 1;
      if (i < text.size() && text[i] == '*') piece.starred = true, ++i;
      // The value of a field that ended right before the mark.
      if (!pieces.empty() && pieces.back().field && pieces.back().text.empty()) {
        pieces.back().text = piece.text;
        pieces.back().quoted = true;
        pieces.back().starred = piece.starred;
      } else {
        pieces.push_back(piece);
      }
      continue;
    }
    const size_t end = std::min(text.find_first_of(" \"", i), text.size());
    pieces.push_back(MakePiece(text.substr(i, end - i), negated));
    i = end;
  }
  return pieces;
}

// --- Clauses -------------------------------------------------------------------------------------

// A clause and the text it came from.
struct Item {
  Clause clause;
  std::string source;
};

class Parser {
 public:
  explicit Parser(std::string_view text) : pieces_(SplitPieces(text)) {}

  Query Parse() {
    std::vector<std::vector<Item>> alternatives(1);
    while (at_ < pieces_.size() && !query_.words_dropped) {
      const Piece& piece = pieces_[at_];
      const bool plain = !piece.quoted && !piece.negated && !piece.field;
      if (plain && piece.text == "OR") {
        if (!alternatives.back().empty()) alternatives.emplace_back();
        ++at_;
        continue;
      }
      if (plain && piece.text == "AND") {
        ++at_;
        continue;
      }
      Item item = ReadItem();
      if (item.clause.words.tokens.empty()) continue;
      auto& items = alternatives.back();
      const bool known = std::ranges::any_of(
          items, [&](const Item& other) { return other.clause == item.clause; });
      if (!known) items.push_back(std::move(item));
    }
    if (alternatives.back().empty()) alternatives.pop_back();
    SpreadFields(alternatives);
    for (std::vector<Item>& items : alternatives) {
      query_.alternatives.push_back(MakeAlternative(std::move(items)));
    }
    return std::move(query_);
  }

 private:
  Item ReadItem() {
    const Piece piece = pieces_[at_++];
    Item item;
    item.clause.negated = piece.negated;
    item.source = piece.text;
    if (!piece.field) {
      item.clause.words = MakeWords(piece.text, piece.starred);
      return item;
    }
    item.clause.field = *piece.field;
    std::string value(piece.text);
    if (value.empty() && !piece.quoted && at_ < pieces_.size() && !pieces_[at_].field) {
      value = pieces_[at_++].text;  // so: 650
    }
    if (!piece.quoted) value = Extended(item.clause, std::move(value));
    if (!Understand(item.clause, value)) {
      // nam:abc is no year: the words are looked for as they stand.
      item.clause.field = Field::kText;
      item.source.clear();
      value = std::string(FieldText(*piece.field)) + " " + value;
    }
    item.clause.words = MakeWords(value, piece.starred);
    return item;
  }

  static std::string_view FieldText(Field field) {
    for (const FieldName& known : kFieldNames) {
      if (known.field == field) return known.folded;
    }
    return "";
  }

  // loai:báo cáo, so:650 ubnd dnmn, trichdan:Nghị quyết 22: as many words as make sense together.
  std::string Extended(Clause clause, std::string value) {
    if (clause.field != Field::kType && clause.field != Field::kNumber &&
        clause.field != Field::kCites) {
      return value;
    }
    std::string longest = value;
    size_t taken = 0;
    for (size_t next = 0; next < kMaxValueWords && at_ + next < pieces_.size(); ++next) {
      const Piece& piece = pieces_[at_ + next];
      if (piece.field || piece.quoted || piece.negated || piece.text == "OR" ||
          piece.text == "AND") {
        break;
      }
      value += ' ';
      value += piece.text;
      if (clause.field == Field::kType ? ChooseType(value).has_value()
                                       : ParseNumberQuery(value).has_value()) {
        longest = value;
        taken = next + 1;
      }
    }
    at_ += taken;
    return longest;
  }

  // Fills in what the field's value means; false where it means nothing.
  static bool Understand(Clause& clause, std::string_view value) {
    switch (clause.field) {
      case Field::kYear:
      case Field::kDate: clause.dates = ParseDates(value); return clause.dates.has_value();
      case Field::kNumber:
      case Field::kCites: clause.number = ParseNumberQuery(value); return true;
      case Field::kType:
        clause.types = ChooseType(value);
        // A code that the table does not know may still stand in the archive.
        if (!clause.types) clause.types = TypeChoice{{std::string(value)}, {}};
        return true;
      default: return true;
    }
  }

  Words MakeWords(std::string_view text, bool starred) {
    Words words;
    for (const TokenSpan& span : Tokenize(text)) {
      if (word_count_ == kMaxWords) {
        query_.words_dropped = true;
        break;
      }
      ++word_count_;
      words.tokens.emplace_back(text.substr(span.begin, span.end - span.begin));
    }
    words.prefix = starred && !words.tokens.empty() && !query_.words_dropped;
    return words;
  }

  // A field that opens or closes the query holds for all alternatives, unless it is one by itself
  // or another alternative names the same field.
  static void SpreadFields(std::vector<std::vector<Item>>& alternatives) {
    if (alternatives.size() < 2) return;
    const auto moves = [&](size_t own, const Item& item) {
      if (item.clause.field == Field::kText || alternatives[own].size() < 2) return false;
      for (size_t i = 0; i < alternatives.size(); ++i) {
        if (i != own && std::ranges::any_of(alternatives[i], [&](const Item& other) {
              return other.clause.field == item.clause.field;
            })) {
          return false;
        }
      }
      return true;
    };
    std::vector<Item> shared;
    auto& first = alternatives.front();
    while (moves(0, first.front())) {
      shared.push_back(std::move(first.front()));
      first.erase(first.begin());
    }
    auto& last = alternatives.back();
    while (moves(alternatives.size() - 1, last.back())) {
      shared.push_back(std::move(last.back()));
      last.pop_back();
    }
    for (auto& items : alternatives) items.insert(items.end(), shared.begin(), shared.end());
  }

  static Alternative MakeAlternative(std::vector<Item> items) {
    Alternative alternative;
    std::string text;
    bool plain = true;
    for (const Item& item : items) {
      if (item.clause.field != Field::kText || item.clause.negated) continue;
      plain = plain && !item.clause.words.prefix && !item.source.empty();
      if (!text.empty()) text += ' ';
      text += item.source;
    }
    if (plain) alternative.number = ParseNumberQuery(text);
    for (Item& item : items) alternative.clauses.push_back(std::move(item.clause));
    if (alternative.number) NarrowWords(alternative);
    return alternative;
  }

  // In the text, too, the parts of a number stand side by side, and so do "số" and what follows it.
  // A number with its symbol says all; without one, type and year are words like any other.
  static void NarrowWords(Alternative& alternative) {
    const NumberQuery& number = *alternative.number;
    if (!number.serial) return;
    const bool whole = !number.symbol.empty();
    std::vector<std::string> tokens;
    std::vector<Clause> clauses;
    for (Clause& clause : alternative.clauses) {
      if (clause.field != Field::kText || clause.negated) {
        clauses.push_back(std::move(clause));
      } else {
        std::ranges::move(clause.words.tokens, std::back_inserter(tokens));
      }
    }
    const auto is_digit = [](const std::string& token) {
      return token[0] >= '0' && token[0] <= '9';
    };
    const auto serial = std::ranges::find_if(tokens, is_digit);
    auto begin = serial;
    auto end = whole ? tokens.end() : serial + 1;
    if (whole && number.year) --end;
    if (whole && number.year && Fold(*(end - 1)) == "nam") --end;
    if (!whole && begin != tokens.begin() && Fold(*(begin - 1)) == "so") --begin;
    const auto add = [&](std::vector<std::string> words) {
      Clause clause;
      clause.words.tokens = std::move(words);
      clauses.push_back(std::move(clause));
    };
    if (!whole) std::for_each(tokens.begin(), begin, [&](std::string& token) { add({token}); });
    add({begin, end});
    if (!whole) std::for_each(end, tokens.end(), [&](std::string& token) { add({token}); });
    alternative.clauses = std::move(clauses);
  }

  std::vector<Piece> pieces_;
  size_t at_ = 0;
  size_t word_count_ = 0;
  Query query_;
};

}  // namespace

Query ParseQuery(std::string_view text) {
  std::string bytes(text);
  std::ranges::replace(bytes, '\0', ' ');
  const std::string normal = Normalize(ToNfc(bytes)).text;
  return Parser(normal).Parse();
}

}  // namespace vanthu::archive
