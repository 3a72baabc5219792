#include "pipeline/archive/query.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "pipeline/archive/country_query.h"
#include "pipeline/archive/query_document.h"
#include "pipeline/archive/query_pieces.h"
#include "pipeline/archive/query_text.h"
#include "pipeline/archive/spellings.h"
#include "pipeline/archive/tokenizer.h"

namespace vanthu::archive {
namespace {

// Words that a value without quotation marks may go on with: chương trình hành động has four, a
// type with a number and a year some more.
constexpr size_t kMaxValueWords = 8;

// 27/2/2014, 02/2014: as letters print a date among words. Years and ranges are words of their own.
std::optional<DateRange> ParseDayOrMonth(std::string_view text) {
  if (text.find("..") != std::string_view::npos) return std::nullopt;
  const std::optional<DateRange> dates = ParseDates(text);
  return dates && dates->last - dates->first < 100 ? dates : std::nullopt;
}

class Parser {
 public:
  explicit Parser(std::string_view text) : pieces_(SplitPieces(text)) {}

  Query Parse() {
    std::vector<std::vector<QueryItem>> alternatives(1);
    while (at_ < pieces_.size() && !query_.words_dropped) {
      const Piece& piece = pieces_[at_];
      if (piece.IsPlain() && piece.text == "OR") {
        if (!alternatives.back().empty()) alternatives.emplace_back();
        ++at_;
        continue;
      }
      if ((piece.IsPlain() && piece.text == "AND") || ParseNear(piece)) {
        ++at_;
        continue;
      }
      QueryItem item = ReadItem();
      if (item.clause.words.tokens.empty()) continue;
      alternatives.back().push_back(std::move(item));
    }
    if (alternatives.back().empty()) alternatives.pop_back();
    SpreadFields(alternatives);
    for (std::vector<QueryItem>& items : alternatives) {
      query_.alternatives.push_back(MakeAlternative(std::move(items)));
    }
    return std::move(query_);
  }

 private:
  QueryItem ReadItem() {
    const Piece piece = pieces_[at_++];
    QueryItem item;
    item.clause.negated = piece.negated;
    item.source = piece.text;
    if (!piece.field) {
      item.clause.words = MakeWords(piece.text, piece.starred);
      if (!piece.quoted && !piece.starred) item.clause.dates = ParseDayOrMonth(piece.text);
      ReadBeside(item);
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
      query_.no_date = true;
      item.clause.field = Field::kText;
      item.source.clear();
      value = std::string(NameOfField(*piece.field)) + " " + value;
    }
    item.clause.words = MakeWords(value, piece.starred);
    return item;
  }

  // "hợp tác" NEAR Lào: what stands beside the words that were read.
  void ReadBeside(QueryItem& item) {
    Clause& clause = item.clause;
    while (at_ + 1 < pieces_.size() && !clause.words.tokens.empty()) {
      const std::optional<int> words = ParseNear(pieces_[at_]);
      const Piece& next = pieces_[at_ + 1];
      if (!words || next.negated || next.field || ParseNear(next)) break;
      Words beside = MakeWords(next.text, next.starred);
      at_ += 2;
      if (beside.tokens.empty()) continue;
      clause.beside.push_back(std::move(beside));
      clause.near_words = std::max(clause.near_words, *words);
      item.source.clear();
    }
    if (clause.words.prefix) item.source.clear();
  }

  static bool MakesSense(Field field, const std::string& value) {
    switch (field) {
      case Field::kType: return ChooseType(value).has_value();
      case Field::kNumber:
      case Field::kCites: return ParseNumberQuery(value).has_value();
      case Field::kCountry: return CountryCode(value).ok();
      case Field::kPartner: return !SpellingsOf(value).empty();
      default: return false;
    }
  }

  // loai:báo cáo, so:650 ubnd dnmn, trichdan:Nghị quyết 22, nuoc:Hàn Quốc: as many words as make sense
  // together.
  std::string Extended(const Clause& clause, std::string value) {
    std::string longest = value;
    size_t taken = 0;
    for (size_t next = 0; next < kMaxValueWords && at_ + next < pieces_.size(); ++next) {
      const Piece& piece = pieces_[at_ + next];
      if (!piece.IsPlain() || piece.text == "OR" || piece.text == "AND" || ParseNear(piece)) break;
      value += ' ';
      value += piece.text;
      if (MakesSense(clause.field, value)) {
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
  static void SpreadFields(std::vector<std::vector<QueryItem>>& alternatives) {
    if (alternatives.size() < 2) return;
    const auto moves = [&](size_t own, const QueryItem& item) {
      if (item.clause.field == Field::kText || alternatives[own].size() < 2) return false;
      for (size_t i = 0; i < alternatives.size(); ++i) {
        if (i != own && std::ranges::any_of(alternatives[i], [&](const QueryItem& other) {
              return other.clause.field == item.clause.field;
            })) {
          return false;
        }
      }
      return true;
    };
    std::vector<QueryItem> shared;
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

  std::vector<Piece> pieces_;
  size_t at_ = 0;
  size_t word_count_ = 0;
  Query query_;
};

}  // namespace

Query ParseQuery(std::string_view text) {
  const QueryText typed = ReadQueryText(text);
  Query query = Parser(typed.text).Parse();
  if (typed.converted) query.converted = typed.text;
  query.broken = typed.broken;
  return query;
}

}  // namespace vanthu::archive
