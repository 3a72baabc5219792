#include "pipeline/reading/stamp_date.h"

#include <re2/re2.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "models/text/fold.h"

namespace vanthu::reading {
namespace {

constexpr size_t kMostPieces = 30;
constexpr size_t kMostJoined = 4;      // pieces of one digit
constexpr double kLeastLean = 0.2;     // so that views differ
constexpr int kMostDays = 150;         // that a letter is on its way
constexpr double kUsualDays = 12;      // by which most have come
constexpr double kSameDay = 0.35;      // weight of the day of issue itself
constexpr double kBefore = 0.4;        // chance of a piece before the date: rest of the label
constexpr double kAfter = 0.3;         // chance of a piece behind it: print under the stamp
constexpr double kNoStroke = 0.03;     // chance that the stroke between two parts is not seen
constexpr double kLeastChance = 1e-3;  // of a sign

// What neighbouring pieces of ink may be.
struct Signs {
  struct Arc {
    size_t first = 0, past = 0;
    DigitChances chances{};
  };
  std::vector<Arc> arcs;
  std::vector<std::vector<size_t>> from;  // arcs by their first piece
  std::vector<double> strokes;            // chance that a piece parts day from month
  std::vector<double> skips;              // chance that a piece inside the date is none of it
};

Signs SignsOf(const image::InkPatch& patch, const DigitNet& net) {
  Signs out;
  const std::vector<image::Piece> pieces = image::PiecesOf(patch);
  if (pieces.size() > kMostPieces) return out;
  double high = 0;
  for (const image::Piece& piece : pieces) high = std::max(high, piece.box.height());
  out.from.resize(pieces.size());
  for (size_t first = 0; first < pieces.size(); ++first) {
    const Box& own = pieces[first].box;
    const bool small = own.height() < 0.3 * high && own.width() < 0.3 * high;
    out.skips.push_back(small ? 0.4 : own.height() < 0.45 * high ? 0.1 : 0.01);
    const bool upright = own.height() > 0.5 * high && own.width() < 0.75 * own.height();
    const bool dot = small && own.center_y() > 0;
    out.strokes.push_back(upright ? 0.6 : dot ? 0.2 : 0.01);
    Box box = own;
    for (size_t past = first + 1; past <= std::min(pieces.size(), first + kMostJoined); ++past) {
      box = Union(box, pieces[past - 1].box);
      if (box.height() < 0.35 * high || box.width() > 1.3 * high) continue;
      out.from[first].push_back(out.arcs.size());
      out.arcs.push_back({first, past, net.Classify(image::PictureOf(patch, pieces, first, past))});
    }
  }
  return out;
}

// Weight of all ways in which the pieces are `text`.
double WeightOf(const Signs& signs, const std::string& text) {
  const size_t pieces = signs.from.size(), length = text.size();
  std::vector<double> weight((pieces + 1) * (length + 1), 0);
  const auto at = [&](size_t piece, size_t sign) -> double& {
    return weight[piece * (length + 1) + sign];
  };
  at(0, 0) = 1;
  for (size_t i = 0; i <= pieces; ++i) {
    for (size_t j = 0; j <= length; ++j) {
      const double here = at(i, j);
      if (here < 1e-12) continue;
      if (j < length && text[j] == '/') at(i, j + 1) += here * kNoStroke;
      if (i == pieces) continue;
      at(i + 1, j) += here * (j == 0 ? kBefore : j == length ? kAfter : signs.skips[i]);
      if (j == length) continue;
      if (text[j] == '/') {
        at(i + 1, j + 1) += here * signs.strokes[i];
        continue;
      }
      for (const size_t arc : signs.from[i]) {
        const auto chance =
            static_cast<double>(signs.arcs[arc].chances[static_cast<size_t>(text[j] - '0')]);
        if (chance >= kLeastChance) at(signs.arcs[arc].past, j + 1) += here * chance;
      }
    }
  }
  return at(pieces, length);
}

std::string TwoDigits(int value) {
  std::string text(value < 10 ? "0" : "");
  return text.append(std::to_string(value));
}

// The ways to write a day.
std::vector<std::string> Spellings(const CalendarDate& date) {
  std::vector<std::string> out;
  for (const bool day_nought : {false, true}) {
    if (day_nought && date.day > 9) continue;
    for (const bool month_nought : {false, true}) {
      if (month_nought && date.month > 9) continue;
      for (const bool century : {true, false}) {
        std::string text = day_nought ? TwoDigits(date.day) : std::to_string(date.day);
        text.append("/");
        text.append(month_nought ? TwoDigits(date.month) : std::to_string(date.month));
        text.append("/");
        text.append(century ? std::to_string(date.year) : TwoDigits(date.year % 100));
        out.push_back(std::move(text));
      }
    }
  }
  return out;
}

CalendarDate Next(CalendarDate date) {
  if (++date.day > DaysInMonth(date.year, date.month)) {
    date.day = 1;
    if (++date.month > 12) {
      date.month = 1;
      ++date.year;
    }
  }
  return date;
}

}  // namespace

std::optional<WrittenDate> ReadWrittenDate(const image::InkPatch& patch, const DigitNet& net,
                                           const CalendarDate& issued) {
  if (patch.empty() || !net.loaded()) return std::nullopt;
  const double lean = std::max(kLeastLean, image::FindLean(patch));
  std::vector<Signs> views;
  for (const double share : {0.0, 0.5, 1.0}) {
    Signs signs = SignsOf(image::Sheared(patch, lean * share), net);
    if (signs.from.size() >= 3) views.push_back(std::move(signs));
  }
  if (views.empty()) return std::nullopt;
  std::optional<WrittenDate> best;
  double sum = 0, most = 0, most_text = 0;
  CalendarDate date = issued;
  for (int days = 0; days <= kMostDays; ++days, date = Next(date)) {
    const double chance = (days == 0 ? kSameDay : std::exp(-days / kUsualDays)) + 0.02;
    double weight = 0, clearest = 0;
    std::string spelled;
    for (const std::string& text : Spellings(date)) {
      double own = 0;
      for (const Signs& view : views) own += WeightOf(view, text);
      own /= static_cast<double>(views.size());
      weight += own;
      if (own <= clearest) continue;
      clearest = own;
      spelled = text;
    }
    sum += weight * chance;
    if (weight * chance <= most) continue;
    most = weight * chance;
    most_text = clearest;
    best = WrittenDate{date, spelled, 0, 0};
  }
  if (!best) return std::nullopt;
  best->score = most / sum;
  best->fit = std::pow(most_text, 1.0 / static_cast<double>(best->text.size()));
  return best;
}

std::optional<CalendarDate> FindIssueDate(const std::vector<ReadWord>& words) {
  static const RE2 pattern(R"(nga?[yv]?\D{0,3}(\d{0,2})\D{0,4}thang\s*(\d{1,2})\s*nam\s*(\d{4}))");
  for (size_t first = 0; first < words.size();) {
    size_t past = first;
    std::string line;
    for (; past < words.size() && words[past].line == words[first].line; ++past) {
      line.append(words[past].text).append(" ");
    }
    first = past;
    std::string day;
    CalendarDate date;
    if (!RE2::PartialMatch(Fold(line), pattern, &day, &date.month, &date.year)) continue;
    if (date.year < 1945 || date.year > 2100 || date.month < 1 || date.month > 12) continue;
    date.day = day.empty() ? 1 : std::stoi(day);
    if (!IsCalendarDate(date.year, date.month, date.day)) date.day = 1;
    return date;
  }
  return std::nullopt;
}

}  // namespace vanthu::reading
