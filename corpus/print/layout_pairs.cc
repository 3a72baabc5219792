#include "layout_pairs.h"

#include <algorithm>

namespace vanthu::corpus {
namespace {

constexpr double kHeadOverhang = 12;   // heads reach a little into both margins
constexpr double kRuleGap = 5;         // height that a short rule takes
constexpr double kBoxHeight = 8 * kPointsPerMm;  // HỎA TỐC is 30 x 8 mm
constexpr double kSignatureHeight = 72;
constexpr double kSealSize = 36 * kPointsPerMm;

Line PlainLine(const std::string& text) { return {{SpanKind::kText, text, false, false}}; }

bool StartsWith(const Line& line, const char* words) {
  return PlainText(line).rfind(words, 0) == 0;
}

struct Column {
  double left = 0, width = 0;
};

// One column of a head. Short rules are drawn under the line before them.
class HeadColumn {
 public:
  HeadColumn(Column column, Layout layout, PageFlow& flow)
      : column_(column), layout_(layout), flow_(flow), y_(flow.y()) {}

  // Returns the height reached.
  double Put(const Line& line, double size, double rule_share) {
    if (IsShortRule(line)) {
      PutRule(rule_share);
      return y_;
    }
    TypeSpec spec;
    spec.size = size;
    spec.width = column_.width;
    spec.setting = Setting::kCentre;
    const auto lines = flow_.setter().Set(line, spec);
    for (const SetLine& set : lines) {
      flow_.PlaceAt(set, column_.left, y_);
      flow_.Reserve(set.marks);
      y_ += set.pitch;
    }
    last_width_ = lines.back().width;
    return y_;
  }

  void PutBox(const std::string& words, double size) {
    TypeSpec spec;
    spec.size = size;
    const auto lines = flow_.setter().Set({{SpanKind::kText, words, true, false}}, spec);
    const double width = lines[0].width + 18;
    const double left = column_.left + (column_.width - width) / 2;
    y_ += 6;
    const double text_top = y_ + (kBoxHeight - lines[0].pitch) / 2;
    flow_.page().boxed.push_back({{left, y_, width, kBoxHeight},
                                  {lines[0], left + 9, text_top + lines[0].Ascent()}});
    flow_.Transcribe(lines[0].text);
    y_ += kBoxHeight;
  }

  void MoveTo(double y) { y_ = std::max(y_, y); }
  double y() const { return y_; }

 private:
  void PutRule(double share) {
    if (layout_ == Layout::kOld && share < 1) {  // typed in the 1990s; no words, so not transcribed
      TypeSpec spec;
      spec.size = 11;
      spec.pitch = 11;
      spec.width = column_.width;
      spec.setting = Setting::kCentre;
      const auto lines = flow_.setter().Set(PlainLine("-----*-----"), spec);
      flow_.page().texts.push_back({lines[0], column_.left, y_ + lines[0].Ascent()});
      y_ += lines[0].pitch;
      return;
    }
    const double length = last_width_ * share;
    const double x = column_.left + (column_.width - length) / 2;
    flow_.page().rules.push_back({x, y_ + 1.5, x + length, y_ + 1.5});
    y_ += kRuleGap;
  }

  Column column_;
  Layout layout_;
  PageFlow& flow_;
  double y_;
  double last_width_ = 0;
};

double WidestLine(const Lines& lines, double size, PageFlow& flow) {
  TypeSpec spec;
  spec.size = size;
  return WidestOf(flow.setter().SetAll(lines, spec));
}

// Index of the line that stands level with the other column's: the number at the left, place and
// date at the right; the block's size when there is none.
std::size_t LevelLine(const Lines& lines, const char* words, bool anywhere) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string text = PlainText(lines[i]);
    const auto at = text.find(words);
    if (at == 0 || (anywhere && at != std::string::npos)) return i;
  }
  return lines.size();
}

std::vector<SetLine> SetNotes(const Foot& foot, double width, PageFlow& flow) {
  std::vector<SetLine> all;
  for (const Line& line : foot.left) {
    TypeSpec spec;
    const bool title = &line == &foot.left.front() && StartsWith(line, "Nơi nhận");
    spec.size = title ? flow.sheet().notes_title_size : flow.sheet().notes_size;
    spec.width = width;
    const auto lines = flow.setter().Set(line, spec);
    all.insert(all.end(), lines.begin(), lines.end());
  }
  return all;
}

struct FootColumns {
  Column left, right;
};

FootColumns ColumnsOfFoot(const Foot& foot, PageFlow& flow) {
  const double width = flow.width();
  const double share = foot.left.empty() ? 0.42 : 0.47;
  return {{flow.left(), width * share - 6}, {flow.left() + width * share, width * (1 - share)}};
}

double SignatureTypeSize(PageFlow& flow) { return flow.sheet().body_size; }

// A run of empty lines in the right column is one gap for the signature.
double HeightOfSignature(const Foot& foot, double width, PageFlow& flow) {
  double height = 0;
  bool in_gap = false;
  TypeSpec spec;
  spec.size = SignatureTypeSize(flow);
  spec.width = width;
  for (const Line& line : foot.right) {
    if (!line.empty()) {
      height += HeightOf(flow.setter().Set(line, spec));
    } else if (!in_gap) {
      height += kSignatureHeight;
    }
    in_gap = line.empty();
  }
  return height;
}

void PlaceSignatureColumn(const Foot& foot, Column column, PageFlow& flow) {
  double y = flow.y();
  bool in_gap = false;
  TypeSpec spec;
  spec.size = SignatureTypeSize(flow);
  spec.width = column.width;
  spec.setting = Setting::kCentre;
  Box gap{column.left, y, column.width, kSignatureHeight};
  for (const Line& line : foot.right) {
    if (line.empty()) {
      if (!in_gap) {
        gap.top = y;
        y += kSignatureHeight;
      }
      in_gap = true;
      continue;
    }
    in_gap = false;
    for (const SetLine& set : flow.setter().Set(line, spec)) {
      flow.PlaceAt(set, column.left, y);
      flow.Reserve(set.marks);
      y += set.pitch;
    }
  }
  const double centre = column.left + column.width / 2;
  if (foot.signature) {
    flow.page().signature = Box{centre - 65, gap.top - 6, 130, gap.height + 12};
  }
  if (foot.seal) {
    // Over the left third of the signature.
    const double middle = gap.top + gap.height / 2;
    flow.page().seal =
        Box{centre - 46 - kSealSize / 2, middle - kSealSize / 2, kSealSize, kSealSize};
  }
}

}  // namespace

void PlaceShortRule(double left, double width, double length, PageFlow& flow) {
  const double x = left + (width - length) / 2;
  flow.page().rules.push_back({x, flow.y() + 2, x + length, flow.y() + 2});
  flow.MoveDown(kRuleGap);
}

Box PlaceHead(const Head& head, Layout layout, PageFlow& flow) {
  const double whole = flow.width() + 2 * kHeadOverhang;
  const double start = flow.left() - kHeadOverhang;
  double size = flow.sheet().head_size;
  double right_width = WidestLine(head.right, size, flow);
  if (right_width > whole * 0.6) {
    size = flow.sheet().small_head_size;
    right_width = WidestLine(head.right, size, flow);
  }
  right_width = std::clamp(right_width + 4, whole * 0.5, whole * 0.64);
  const Column left{start, whole - right_width - 8};
  const Column right{start + whole - right_width, right_width};

  const std::size_t number = LevelLine(head.left, "Số", false);
  const std::size_t date = LevelLine(head.right, "ngày", true);
  HeadColumn left_column(left, layout, flow);
  HeadColumn right_column(right, layout, flow);
  const double top = flow.y();

  // Where number and date would stand by themselves decides where they stand together; the trial
  // runs on heights alone.
  const auto height_before = [&](const Lines& lines, std::size_t end, Column column) {
    double height = 0;
    for (std::size_t i = 0; i < std::min(end, lines.size()); ++i) {
      TypeSpec spec;
      spec.size = size;
      spec.width = column.width;
      height += IsShortRule(lines[i]) ? kRuleGap : HeightOf(flow.setter().Set(lines[i], spec));
    }
    return height;
  };
  const double level = top + 4 +
                       std::max(height_before(head.left, number, left),
                                height_before(head.right, date, right));

  for (std::size_t i = 0; i < head.left.size(); ++i) {
    if (i == number) left_column.MoveTo(level);
    const bool small = i > number;  // V/v lines
    left_column.Put(head.left[i], small ? flow.sheet().small_head_size : size, 0.4);
  }
  for (const std::string& words : head.boxed) left_column.PutBox(words, size);
  for (std::size_t i = 0; i < head.right.size(); ++i) {
    if (i == date) right_column.MoveTo(level);
    right_column.Put(head.right[i], size, 1);
  }
  const Box free{right.left, right_column.y(), right.width, left_column.y() - right_column.y()};
  flow.MoveDown(std::max(left_column.y(), right_column.y()) - flow.y());
  return free;
}

double HeightOfFoot(const Foot& foot, PageFlow& flow) {
  const FootColumns columns = ColumnsOfFoot(foot, flow);
  return std::max(HeightOf(SetNotes(foot, columns.left.width, flow)),
                  HeightOfSignature(foot, columns.right.width, flow));
}

void PlaceFoot(const Foot& foot, PageFlow& flow) {
  const FootColumns columns = ColumnsOfFoot(foot, flow);
  double y = flow.y();
  for (const SetLine& line : SetNotes(foot, columns.left.width, flow)) {
    flow.PlaceAt(line, columns.left.left, y);
    flow.Reserve(line.marks);
    y += line.pitch;
  }
  PlaceSignatureColumn(foot, columns.right, flow);
  flow.MoveDown(HeightOfFoot(foot, flow));
}

}  // namespace vanthu::corpus
