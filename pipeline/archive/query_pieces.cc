#include "pipeline/archive/query_pieces.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "models/text/fold.h"

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

// FTS5's own distance.
constexpr int kNearWords = 10;
// More is a whole page, which AND says as well.
constexpr int kMostNearWords = 1000;

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

}  // namespace

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

std::string_view NameOfField(Field field) {
  for (const FieldName& known : kFieldNames) {
    if (known.field == field) return known.folded;
  }
  return "";
}

std::optional<int> ParseNear(const Piece& piece) {
  if (!piece.IsPlain() || !piece.text.starts_with("NEAR")) return std::nullopt;
  std::string_view number = piece.text.substr(4);
  if (number.empty()) return kNearWords;
  if (number.front() != '/') return std::nullopt;
  number.remove_prefix(1);
  int words = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), words);
  if (end != number.data() + number.size() || words < 0) return std::nullopt;
  return error == std::errc() ? std::min(words, kMostNearWords) : kMostNearWords;
}

}  // namespace vanthu::archive
