#include "layout.h"

#include <algorithm>

#include "layout_pairs.h"
#include "layout_table.h"
#include "page_flow.h"
#include "rng.h"
#include "sheet.h"

namespace vanthu::corpus {
namespace {

constexpr double kBlockGap = 12;     // between head, title, addressees, body
constexpr std::size_t kTailLines = 2;  // lines of text that go along with a signature

class LetterSetter {
 public:
  LetterSetter(const Letter& letter, PageFlow& flow) : letter_(letter), flow_(flow) {}

  void Set() {
    for (std::size_t i = 0; i < letter_.elements.size(); ++i) {
      const bool last = i + 1 == letter_.elements.size();
      next_ = last ? nullptr : &letter_.elements[i + 1];
      std::visit(*this, letter_.elements[i]);
    }
  }

  void operator()(const Head& head) {
    flow_.Gap(kBlockGap);
    const Box box = PlaceHead(head, letter_.layout, flow_);
    OfferStamp(StampPlace::kRight, box);
  }

  void operator()(const Title& title) {
    flow_.Gap(kBlockGap);
    const double top = flow_.y();
    FlowCentred(title.lines);
    OfferStamp(StampPlace::kTitle, {flow_.left(), top, flow_.width(), flow_.y() - top});
    flow_.MoveDown(kBlockGap * 0.8);
  }

  void operator()(const Center& center) {
    flow_.Gap(flow_.sheet().paragraph_gap + 2);
    FlowCentred(center.lines);
    flow_.MoveDown(flow_.sheet().paragraph_gap + 2);
  }

  void operator()(const To& to) {
    flow_.Gap(kBlockGap);
    // A công văn has no title; the office stamps over the addressees.
    OfferStamp(StampPlace::kTitle, {flow_.left(), flow_.y(), flow_.width(), 20});
    TypeSpec spec = BodySpec();
    if (to.lines.size() == 1) {
      spec.setting = Setting::kCentre;
      FlowAll(flow_.setter().SetAll(to.lines, spec));
    } else {
      const double deep = flow_.width() * 0.25;
      bool first = true;
      for (const Line& line : to.lines) {
        // "Kính gửi:" stands by itself; the dashed lines under it hang from the dash.
        spec.setting = Setting::kLeft;
        spec.first_indent = first ? deep * 0.6 : deep;
        spec.later_indent = deep;
        FlowAll(flow_.setter().Set(line, spec));
        first = false;
      }
    }
    flow_.MoveDown(kBlockGap);
  }

  void operator()(const Body& body) {
    OfferStamp(StampPlace::kBody, {flow_.left(), flow_.y(), flow_.width(), 150});
    for (const Line& paragraph : body.paragraphs) {
      const bool last = &paragraph == &body.paragraphs.back();
      TypeSpec spec = BodySpec();
      spec.setting = Setting::kJustified;
      spec.first_indent = flow_.sheet().indent;
      const auto* foot = last && next_ != nullptr ? std::get_if<Foot>(next_) : nullptr;
      const double tail = foot != nullptr ? HeightOfFoot(*foot, flow_) + kBlockGap : 0;
      FlowParagraph(flow_.setter().Set(paragraph, spec), tail, IsHeading(paragraph));
    }
  }

  void operator()(const Table& table) {
    flow_.Gap(6);
    PlaceTable(table, HeadRowsAgain(), flow_);
    flow_.MoveDown(8);
  }

  void operator()(const Foot& foot) {
    if (!flow_.Fits(HeightOfFoot(foot, flow_) + kBlockGap, {})) flow_.BreakPage();
    flow_.Gap(kBlockGap);
    PlaceFoot(foot, flow_);
  }

  void operator()(const Annex& annex) { flow_.BeginAnnex(annex.orientation); }
  void operator()(const PageBreak&) { flow_.BreakPage(); }

 private:
  // The incoming stamp goes on page 1, to the first place of the kind it asks for.
  void OfferStamp(StampPlace place, const Box& box) {
    if (letter_.stamp && letter_.stamp->place == place && flow_.IsFirstPage() &&
        !flow_.page().stamp) {
      flow_.page().stamp = box;
    }
  }

  HeadRows HeadRowsAgain() const {
    return HashOf(letter_.name) % 2 == 0 ? HeadRows::kOnEveryPage : HeadRows::kOnce;
  }

  static bool IsHeading(const Line& line) {
    return !line.empty() && std::all_of(line.begin(), line.end(), [](const Span& span) {
      return span.bold || span.text == " ";
    });
  }

  TypeSpec BodySpec() const {
    TypeSpec spec;
    spec.size = flow_.sheet().body_size;
    spec.pitch = flow_.sheet().body_pitch;
    spec.width = flow_.width();
    return spec;
  }

  void FlowAll(const std::vector<SetLine>& lines) {
    for (const SetLine& line : lines) flow_.Flow(line, flow_.left());
  }

  void FlowCentred(const Lines& lines) {
    TypeSpec spec = BodySpec();
    spec.setting = Setting::kCentre;
    double width = 0;
    for (const Line& line : lines) {
      if (IsShortRule(line)) {
        PlaceShortRule(flow_.left(), flow_.width(), width / 3, flow_);
        continue;
      }
      const auto set = flow_.setter().Set(line, spec);
      width = WidestOf(set);
      FlowAll(set);
    }
  }

  // `tail` points of signature follow the paragraph: its last lines go with them. A heading takes
  // at least two lines of what follows onto its page.
  void FlowParagraph(const std::vector<SetLine>& lines, double tail, bool heading) {
    const double pitch = flow_.sheet().body_pitch;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const auto left_over = static_cast<double>(lines.size() - i);
      const bool tail_begins = tail > 0 && (lines.size() <= kTailLines
                                                ? i == 0
                                                : i == lines.size() - kTailLines);
      if (tail_begins && !flow_.AtTop() && !flow_.Fits(left_over * pitch + tail, lines[i].marks) &&
          left_over * pitch + tail < flow_.text_height()) {
        flow_.BreakPage();
      }
      const bool alone = i == 0 && !flow_.AtTop() &&
                         !flow_.Fits(std::min(left_over, 2.0) * pitch + (heading ? 2 * pitch : 0),
                                     {});
      if (alone) flow_.BreakPage();
      flow_.Flow(lines[i], flow_.left());
    }
    flow_.MoveDown(flow_.sheet().paragraph_gap);
  }

  const Letter& letter_;
  PageFlow& flow_;
  const Element* next_ = nullptr;
};

}  // namespace

std::vector<Page> LayOut(const Letter& letter, const TypeSetter& setter) {
  const Sheet sheet = SheetFor(letter);
  PageFlow flow(letter, sheet, setter);
  LetterSetter(letter, flow).Set();
  std::vector<Page> pages = flow.Finish();
  if (letter.stamp && !pages.front().stamp) {  // there was no such place
    pages.front().stamp = Box{sheet.left, sheet.height / 4, sheet.width / 2, sheet.height / 8};
  }
  return pages;
}

}  // namespace vanthu::corpus
