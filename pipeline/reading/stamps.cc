#include "pipeline/reading/stamps.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "models/text/fold.h"
#include "models/text/normalize.h"
#include "pipeline/image/frame_ink.h"
#include "pipeline/image/strokes.h"
#include "pipeline/reading/digit_string.h"
#include "pipeline/reading/place_marks.h"
#include "pipeline/reading/sheet.h"
#include "pipeline/reading/stamp_date.h"

namespace vanthu::reading {
namespace {

constexpr double kWordHeight = 48;     // points; higher frames hold more than a word
constexpr double kFormHeight = 38;     // points; lower frames are no receiving stamp
constexpr size_t kMostTries = 6;       // frames of a page that are read
constexpr double kBelievedName = 0.3;  // of a word of the office's name
constexpr double kBelievedDigits = 0.55;
constexpr double kBelievedDate = 0.6;                 // chance of a day among those that it may be
constexpr double kLeastFit = 0.3;                     // of ink and signs, for each sign
constexpr double kClearDate = 0.35, kClearFit = 0.5;  // the same where every sign is clear
constexpr int kPaper = 12;  // pixels of paper that the engine wants round text

// Words that are stamped alone, folded, the longest first. Decree 30/2020/NĐ-CP, Annex I, 10a and 10b.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kWords = {{
    {"hoa toc hen gio", "HỎA TỐC HẸN GIỜ"},
    {"thuong khan", "THƯỢNG KHẨN"},
    {"tuyet mat", "TUYỆT MẬT"},
    {"hoa toc", "HỎA TỐC"},
    {"toi mat", "TỐI MẬT"},
    {"khan", "KHẨN"},
    {"mat", "MẬT"},
}};

// Letters alone, single blanks.
std::string LettersOf(std::string_view folded) {
  std::string out;
  for (const char c : folded) {
    if (c >= 'a' && c <= 'z') {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// Signs to be changed, set in or left out; more than `most` is told as most + 1.
size_t Differences(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t corner = std::exchange(row[0], i);
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t next = std::min({row[j] + 1, row[j - 1] + 1, corner + (a[i - 1] != b[j - 1])});
      corner = std::exchange(row[j], next);
    }
  }
  return row[b.size()];
}

// The stamped word that a text is; short words must be right in every letter.
std::string_view StampWord(const std::string& text) {
  const std::string letters = LettersOf(Fold(text));
  for (const auto& [folded, word] : kWords) {
    if (Differences(letters, folded) <= folded.size() / 6) return word;
  }
  return {};
}

std::string TextOf(const std::vector<ReadWord>& words) {
  std::string text;
  for (const ReadWord& word : words) {
    if (!text.empty()) text += ' ';
    text += word.text;
  }
  return text;
}

std::vector<ReadWord> ReadCut(Engine& engine, const image::Image& cut, double dpi) {
  if (cut.empty()) return {};
  Result<std::vector<ReadWord>> words = engine.RecognizeBlock(cut, dpi);
  if (!words) return {};
  return std::move(words).value();
}

class Taker {
 public:
  Taker(Engine& engine, image::Prepared& prepared)
      : engine_(engine), prepared_(prepared), point_(prepared.dpi / 72) {}

  // Frames of one layer of the page: an image and its ink.
  void Take(const image::Image& layer, const image::Image& ink, bool colour) {
    for (const image::StampFrame& frame : image::FindFrames(ink, prepared_.dpi)) {
      if (tries_ >= kMostTries) return;
      if (IsTaken(frame)) continue;
      ++tries_;
      TakenStamp stamp;
      stamp.frame = frame;
      const bool word = frame.height < kWordHeight * point_ && ReadWordIn(layer, stamp);
      if (!word && !(frame.height > kFormHeight * point_ && ReadFormIn(layer, stamp))) continue;
      if (colour) {
        image::TakeOffInk(prepared_.image, ink, frame, prepared_.dpi);
      } else {
        image::TakeOff(prepared_.image, ink, frame, image::FindMargins(ink, prepared_.dpi),
                       prepared_.dpi, word);
        if (!word) TakeOffForm(layer, stamp);
      }
      stamps_.push_back(std::move(stamp));
    }
  }

  std::vector<TakenStamp> Taken() { return std::move(stamps_); }

 private:
  bool IsTaken(const image::StampFrame& frame) const {
    return std::any_of(stamps_.begin(), stamps_.end(), [&](const TakenStamp& stamp) {
      const Box box = stamp.frame.Bounds();
      return frame.middle.x > box.x0 && frame.middle.x < box.x1 && frame.middle.y > box.y0 &&
             frame.middle.y < box.y1;
    });
  }

  bool ReadWordIn(const image::Image& layer, TakenStamp& stamp) {
    for (const double scale : {1.0, 1.5, 2.0}) {
      const image::Image cut = image::LevelCut(layer, stamp.frame, -2 * point_, scale);
      if (cut.empty()) return false;
      const image::Image inside = image::WithoutRim(cut);
      if (inside.empty()) return false;
      const Box all{0, 0, static_cast<double>(cut.width()), static_cast<double>(cut.height())};
      const std::vector<ReadWord> words =
          ReadCut(engine_, image::PartOfCut(inside, all, kPaper), prepared_.dpi * scale);
      // Much else in it: no stamp of this kind, however large it is read.
      const std::string text = TextOf(words);
      if (text.size() > 60) return false;
      stamp.word = StampWord(text);
      stamp.confidence = MeanConfidence(words);
      if (!stamp.word.empty()) return true;
    }
    return false;
  }

  bool ReadFormIn(const image::Image& layer, TakenStamp& stamp) {
    image::Image cut = image::LevelCut(layer, stamp.frame, 0, kStampScale);
    if (cut.empty()) return false;
    const double dpi = prepared_.dpi * kStampScale, rim = 2 * point_ * kStampScale;
    stamp.form = image::FindStampForm(cut, dpi);
    if (!stamp.form) return false;
    const image::StampForm& form = *stamp.form;
    stamp.cut = image::WithoutLines(image::WithoutDots(cut, form, dpi), dpi, 18);
    if (stamp.cut.empty()) return false;
    const Box side{form.side.x0 + rim, form.side.y0 + rim, form.side.x1 - rim, form.side.y1 - rim};
    const std::string beside =
        Fold(TextOf(ReadCut(engine_, image::PartOfCut(stamp.cut, side, kPaper), dpi)));
    const std::string entries =
        Fold(TextOf(ReadCut(engine_, image::PartOfCut(stamp.cut, form.entries, kPaper), dpi)));
    // The letters of a worn stamp are read as DEN, ĐIÊN, SEN.
    static const RE2 incoming(R"((?:^|[^a-z])(?:d|di|c?v d|s)?en(?:$|[^a-z]))");
    static const RE2 label(R"((?:^|[^a-z])(?:so|ngay|gio|chuyen)[^a-z]*[:.])");
    const int words =
        (RE2::PartialMatch(beside, incoming) ? 1 : 0) + (RE2::PartialMatch(entries, label) ? 1 : 0);
    const int drawn = (form.lines.size() >= 2 ? 1 : 0) + (form.office.height() > 0 ? 1 : 0);
    return drawn == 2 || (drawn == 1 && words == 2);
  }

  // Where the letter's rows were left, its dots and the capitals of the office's name go all the same.
  void TakeOffForm(const image::Image& layer, const TakenStamp& stamp) {
    const double dpi = prepared_.dpi * kStampScale, rim = point_ * kStampScale;
    const image::Image cut = image::LevelCut(layer, stamp.frame, 0, kStampScale);
    if (cut.empty()) return;
    image::Image without = image::WithoutDots(cut, *stamp.form, dpi);
    if (without.empty()) return;
    const Box& office = stamp.form->office;
    if (office.height() > 6 * rim) {
      const Box inner{office.x0 + 2 * rim, office.y0 + 2 * rim, office.x1 - 2 * rim,
                      office.y1 - 1.2 * rim};
      const double left = std::floor(inner.x0) - kPaper, top = std::floor(inner.y0) - kPaper;
      const std::vector<ReadWord> words =
          ReadCut(engine_, image::PartOfCut(stamp.cut, inner, kPaper), dpi);
      const auto count = std::count_if(words.begin(), words.end(), IsOfName);
      // What stands between words of the name belongs to it, however it is read.
      const bool plain = 2 * count > std::ssize(words) && count >= 3;
      for (size_t i = 0; i < words.size(); ++i) {
        const Box& box = words[i].box;
        const bool between = plain && i > 0 && i + 1 < words.size() && HasNoSmall(words[i]);
        if (!between && !IsOfName(words[i])) continue;
        image::ClearPart(
            without,
            {std::max(0.0, left + box.x0 - rim), std::max(0.0, top + box.y0 - rim),
             std::min(office.x1, left + box.x1 + rim), std::min(office.y1, top + box.y1 + rim)});
      }
    }
    image::TakeOffDifference(prepared_.image, stamp.frame, cut, without, kStampScale);
  }

  static bool HasNoSmall(const ReadWord& word) {
    static const RE2 none(R"([^\p{Ll}]*)");
    return RE2::FullMatch(word.text, none);
  }

  // Capitals alone, as of an office's name; a letter's lines have small letters.
  static bool IsOfName(const ReadWord& word) {
    static const RE2 capitals(R"([^\pL]*\p{Lu}[^\p{Ll}]*)");
    return word.confidence >= kBelievedName && RE2::FullMatch(word.text, capitals);
  }

  Engine& engine_;
  image::Prepared& prepared_;
  double point_;  // pixels
  size_t tries_ = 0;
  std::vector<TakenStamp> stamps_;
};

enum class Entry { kUnknown, kHour, kNumber, kDay, kForwarded };

// Which entry a row is, by what the engine made of its label.
Entry EntryOf(const std::string& folded) {
  static const RE2 number(R"(^[^a-z]*(?:s[oae]|so)\W)"),
      day(R"(^\W*(?:n[a-z]{0,2}[ayv]|[a-z]{0,2}ay)\W)"),
      forwarded(R"(^\W*(?:ch|c\W*h?u|[a-z]{1,3}uyen))"), hour(R"(^\W*(?:gio|gi\W|g[iao]{1,2}\W))");
  if (RE2::PartialMatch(folded, hour)) return Entry::kHour;
  if (RE2::PartialMatch(folded, number)) return Entry::kNumber;
  if (RE2::PartialMatch(folded, day)) return Entry::kDay;
  if (RE2::PartialMatch(folded, forwarded)) return Entry::kForwarded;
  return Entry::kUnknown;
}

// Lines at one distance from each other; dots of the letter's print may look like another.
std::vector<image::DottedLine> Regular(const std::vector<image::DottedLine>& lines) {
  const auto even = [](const std::vector<image::DottedLine>& some) {
    double least = 1e9, most = 0;
    for (size_t i = 1; i < some.size(); ++i) {
      least = std::min(least, some[i].y - some[i - 1].y);
      most = std::max(most, some[i].y - some[i - 1].y);
    }
    return most < 1.25 * least;
  };
  if (lines.size() < 4 || even(lines)) return lines;
  for (size_t gone = 0; gone < lines.size(); ++gone) {
    std::vector<image::DottedLine> rest = lines;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(gone));
    if (even(rest)) return rest;
  }
  return lines;
}

// The likeliest day, or a fairly likely one whose signs are clear.
bool IsBelieved(const WrittenDate& date) {
  return (date.score >= kBelievedDate && date.fit >= kLeastFit) ||
         (date.score >= kClearDate && date.fit >= kClearFit);
}

class FormReader {
 public:
  FormReader(Engine& engine, const Correct& correct, const TakenStamp& stamp,
             const std::vector<ReadWord>& words, const image::Prepared& prepared)
      : engine_(engine),
        correct_(correct),
        stamp_(stamp),
        words_(words),
        prepared_(prepared),
        dpi_(prepared.dpi * kStampScale),
        point_(dpi_ / 72) {}

  std::vector<Line> Read() {
    const image::StampForm& form = *stamp_.form;
    ReadOffice(form.office);
    Add("ĐẾN", 0.9, form.side);
    const std::vector<image::DottedLine> lines = Regular(form.lines);
    std::vector<Entry> entries;
    double above = form.entries.y0;
    std::vector<Box> rows;
    for (const image::DottedLine& line : lines) {
      rows.push_back({form.entries.x0, above, form.entries.x1,
                      std::min(form.entries.y1, line.y + 4 * point_)});
      above = line.y + point_;
      const std::string text =
          TextOf(ReadCut(engine_, image::PartOfCut(stamp_.cut, rows.back(), kPaper), dpi_));
      entries.push_back(EntryOf(Fold(text)));
    }
    // The form of the decree, where no label says otherwise.
    constexpr std::array<Entry, 3> kForm = {Entry::kNumber, Entry::kDay, Entry::kForwarded};
    for (size_t i = 0; i < entries.size() && entries.size() >= 3 && i < 3; ++i) {
      if (entries[i] == Entry::kUnknown &&
          std::find(entries.begin(), entries.end(), kForm[i]) == entries.end()) {
        entries[i] = kForm[i];
      }
    }
    // A stamp of two entries: whatever the first is, the second is the day.
    if (entries.size() == 2 && entries[1] == Entry::kUnknown) entries[1] = Entry::kDay;
    for (size_t i = 0; i < lines.size(); ++i) ReadEntry(entries[i], lines[i], rows[i]);
    return std::move(out_);
  }

 private:
  void ReadOffice(const Box& office) {
    if (office.height() < 6 * point_) return;
    const Box inner{office.x0 + 2 * point_, office.y0 + 2 * point_, office.x1 - 2 * point_,
                    office.y1 - 1.2 * point_};
    const image::Image part = image::PartOfCut(stamp_.cut, inner, kPaper);
    if (part.empty()) return;
    std::vector<ReadWord> best;
    for (const double factor : {1.0, 0.75, 0.5}) {
      const image::Image sized = image::Scaled(part, factor);
      std::vector<ReadWord> words = ReadCut(engine_, sized, dpi_ * factor);
      // Rests of the frame and of its dots.
      std::erase_if(words, [](const ReadWord& word) {
        return LettersOf(Fold(word.text)).empty() && word.text != "&" && word.text != "-";
      });
      if (MeanConfidence(words) > MeanConfidence(best)) best = std::move(words);
    }
    if (MeanConfidence(best) < 0.5) return;
    std::vector<ReadWord> corrected;
    for (CorrectedWord& word : correct_({best})) {
      corrected.push_back(std::move(word.word));
    }
    std::string name = WithPlaceMarks(TextOf(corrected));
    // Ends of the frame beside the name.
    static const RE2 ends(R"(^[^\pL\d(]+|[^\pL\d.)]+$)");
    RE2::GlobalReplace(&name, ends, "");
    Add(name, MeanConfidence(best), office);
  }

  void ReadEntry(Entry entry, const image::DottedLine& line, const Box& row) {
    if (entry != Entry::kNumber && entry != Entry::kDay) return;
    // What is written begins with the dots, or a little before where it covers them.
    const double label = (entry == Entry::kDay ? 23 : 14) * point_;
    const double from =
        std::max(row.x0 + 0.55 * label, std::min(line.x0 - point_, row.x0 + 1.25 * label));
    const Box field{from, std::max(row.y0, line.y - 17 * point_), row.x1, line.y + 5 * point_};
    image::InkPatch patch = image::InkOf(stamp_.cut, field);
    if (patch.empty()) return;
    image::KeepField(
        patch, {0, 0.12 * patch.height, static_cast<double>(patch.width), 0.92 * patch.height});
    if (entry == Entry::kDay) {
      const std::optional<CalendarDate> issued = FindIssueDate(words_);
      if (!issued) return;
      const auto date = ReadWrittenDate(patch, DigitNet::Shared(), *issued);
      if (!date || !IsBelieved(*date)) return;
      Add("Ngày: " + date->text, date->score, row);
      return;
    }
    CutBehind(patch);
    const DigitReading number =
        BestNumber(ViewsOf(patch, DigitNet::Shared()), FieldKind::kSerial, {}, 0);
    if (number.digits.empty() || number.score < kBelievedDigits) return;
    Add("Số: " + number.digits, number.score, row);
  }

  // A number ends where a wide blank follows it: the letter's own print lies behind.
  void CutBehind(image::InkPatch& patch) const {
    double end = -1;
    for (const image::Piece& piece : image::PiecesOf(patch)) {
      if (piece.box.height() < 4 * point_) continue;
      if (end >= 0 && piece.box.x0 > end + 7 * point_) break;
      end = std::max(end, piece.box.x1);
    }
    if (end < 0) return;
    for (int y = 0; y < patch.height; ++y) {
      for (int x = static_cast<int>(end) + 1; x < patch.width; ++x) {
        patch.ink[static_cast<size_t>(y) * static_cast<size_t>(patch.width) +
                  static_cast<size_t>(x)] = 0;
      }
    }
  }

  void Add(const std::string& text, double confidence, const Box& part) {
    const image::Point middle =
        stamp_.frame.At(part.center_x() / kStampScale, part.center_y() / kStampScale);
    const double w = part.width() / kStampScale / 2, h = part.height() / kStampScale / 2;
    Line line;
    line.text = CleanLine(text);
    line.confidence = confidence;
    line.box =
        image::MapBox(prepared_.to_page, {middle.x - w, middle.y - h, middle.x + w, middle.y + h});
    line.stamp = true;
    out_.push_back(std::move(line));
  }

  Engine& engine_;
  const Correct& correct_;
  const TakenStamp& stamp_;
  const std::vector<ReadWord>& words_;
  const image::Prepared& prepared_;
  double dpi_, point_;
  std::vector<Line> out_;
};

}  // namespace

std::vector<TakenStamp> TakeStamps(Engine& engine, const Raster& scanned,
                                   image::Prepared& prepared) {
  Taker taker(engine, prepared);
  const image::Image coloured = image::ColouredInk(scanned, prepared);
  if (!coloured.empty()) {
    const image::Image ink = image::InkOfColour(coloured);
    if (!ink.empty()) taker.Take(coloured, ink, true);
  }
  const image::Image ink = image::DarkInk(prepared.image);
  if (!ink.empty()) {
    const image::Image page = image::Scaled(prepared.image, 1);
    if (!page.empty()) taker.Take(page, ink, false);
  }
  return taker.Taken();
}

std::vector<Line> ReadStamps(Engine& engine, const Correct& correct,
                             const std::vector<TakenStamp>& stamps,
                             const std::vector<ReadWord>& words, const image::Prepared& prepared) {
  std::vector<Line> out;
  for (const TakenStamp& stamp : stamps) {
    if (stamp.word.empty()) {
      std::vector<Line> lines = FormReader(engine, correct, stamp, words, prepared).Read();
      out.insert(out.end(), std::make_move_iterator(lines.begin()),
                 std::make_move_iterator(lines.end()));
      continue;
    }
    Line line;
    line.text = stamp.word;
    line.confidence = stamp.confidence;
    line.box = image::MapBox(prepared.to_page, stamp.frame.Bounds());
    line.stamp = true;
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace vanthu::reading
