#include "page_flow.h"

#include <algorithm>

namespace vanthu::corpus {
namespace {

constexpr double kNumberBand = 14;    // room that a page number takes beside the margin
constexpr double kNoteGap = 8;        // above the rule over footnotes, and from it to the first
constexpr double kNoteRule = 144;     // length of that rule

}  // namespace

PageFlow::PageFlow(const Letter& letter, const Sheet& sheet, const TypeSetter& setter)
    : letter_(letter), sheet_(sheet), setter_(setter) {
  BeginPage(Numbering::kFromOne);
}

void PageFlow::BreakPage() {
  EndPage();
  BeginPage(Numbering::kGoOn);
}

void PageFlow::BeginAnnex(Orientation orientation) {
  EndPage();
  orientation_ = orientation;
  BeginPage(Numbering::kFromOne);
}

std::vector<Page> PageFlow::Finish() {
  EndPage();
  return std::move(pages_);
}

void PageFlow::BeginPage(Numbering numbering) {
  number_ = numbering == Numbering::kFromOne ? 1 : number_ + 1;
  notes_.clear();
  Page page;
  const bool landscape = orientation_ == Orientation::kLandscape;
  page.width = landscape ? sheet_.height : sheet_.width;
  page.height = landscape ? sheet_.width : sheet_.height;
  pages_.push_back(std::move(page));
  // On a landscape page the binding margin lies at the top.
  top_ = landscape ? sheet_.left : sheet_.top;
  bottom_ = pages_.back().height - (landscape ? sheet_.right : sheet_.bottom);
  left_ = landscape ? sheet_.bottom : sheet_.left;
  right_ = pages_.back().width - (landscape ? sheet_.top : sheet_.right);
  y_ = top_;
  if (number_ > 1 && sheet_.page_number == PageNumberPlace::kTopCentre) {
    PlaceNumber(top_ - kNumberBand - 8);
  }
}

void PageFlow::PlaceNumber(double y) {
  const Line number = {{SpanKind::kText, std::to_string(number_), false, false}};
  TypeSpec spec;
  spec.size = 13;
  spec.width = width();
  spec.setting = Setting::kCentre;
  auto lines = setter_.Set(number, spec);
  if (sheet_.page_number == PageNumberPlace::kFootRight) lines[0].x = width() - lines[0].width;
  PlaceAt(lines[0], left_, y);
}

std::vector<SetLine> PageFlow::SetNote(const std::string& mark) const {
  const Footnote* note = FindFootnote(letter_, mark);
  if (note == nullptr) return {};
  Line line = {{SpanKind::kMark, mark, false, false}, {SpanKind::kText, " ", false, false}};
  line.insert(line.end(), note->text.begin(), note->text.end());
  TypeSpec spec;
  spec.size = sheet_.footnote_size;
  spec.width = width();
  spec.setting = Setting::kJustified;
  return setter_.Set(line, spec);
}

std::vector<SetLine> PageFlow::SetContact() const {
  TypeSpec spec;
  spec.size = sheet_.notes_size;
  spec.width = width();
  return pages_.size() == 1 ? setter_.SetAll(letter_.contact, spec) : std::vector<SetLine>{};
}

bool PageFlow::IsReserved(const std::string& mark) const {
  return std::find(notes_.begin(), notes_.end(), mark) != notes_.end();
}

double PageFlow::HeightOfNotes(const std::vector<std::string>& more) const {
  double height = 0;
  for (const std::string& mark : notes_) height += HeightOf(SetNote(mark));
  for (const std::string& mark : more) {
    if (!IsReserved(mark)) height += HeightOf(SetNote(mark));
  }
  if (height > 0) height += 2 * kNoteGap;
  const double contact = HeightOf(SetContact());
  return height + (contact > 0 ? contact + 2 * kNoteGap : 0);
}

bool PageFlow::Fits(double height, const std::vector<std::string>& marks) const {
  return y_ + height <= bottom_ - HeightOfNotes(marks) + 0.01;
}

void PageFlow::Reserve(const std::vector<std::string>& marks) {
  for (const std::string& mark : marks) {
    if (!IsReserved(mark) && FindFootnote(letter_, mark) != nullptr) notes_.push_back(mark);
  }
}

void PageFlow::PlaceAt(const SetLine& line, double left, double y) {
  if (line.text.empty()) return;
  page().texts.push_back({line, left, y + line.Ascent()});
  Transcribe(line.text);
}

void PageFlow::Transcribe(const std::string& text) { page().transcript.push_back(text); }

void PageFlow::Place(const SetLine& line, double left) {
  Reserve(line.marks);
  PlaceAt(line, left, y_);
}

void PageFlow::Flow(const SetLine& line, double left) {
  if (!Fits(line.pitch, line.marks) && !AtTop()) BreakPage();
  Place(line, left);
  y_ += line.pitch;
}

void PageFlow::Gap(double points) {
  if (!AtTop()) y_ += points;
}

void PageFlow::EndPage() {
  double y = bottom_ - HeightOfNotes({});
  if (!notes_.empty()) {
    y += kNoteGap;
    page().rules.push_back({left_, y, left_ + kNoteRule, y, 0.5});
    y += kNoteGap;
    for (const std::string& mark : notes_) {
      for (const SetLine& line : SetNote(mark)) {
        PlaceAt(line, left_, y);
        y += line.pitch;
      }
    }
  }
  const auto contact = SetContact();
  if (!contact.empty()) {
    y += kNoteGap;
    page().rules.push_back({left_, y, right_, y, 0.5});
    y += kNoteGap / 2;
    for (const SetLine& line : contact) {
      PlaceAt(line, left_, y);
      y += line.pitch;
    }
  }
  if (number_ > 1 && sheet_.page_number != PageNumberPlace::kTopCentre) {
    PlaceNumber(bottom_ + kNumberBand);
  }
}

}  // namespace vanthu::corpus
