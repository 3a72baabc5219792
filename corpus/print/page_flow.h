// The flow of printed lines down the pages: where the next line stands, when a page is full, and
// what belongs to its top and foot (page number, footnotes, address lines).
#pragma once

#include <string>
#include <vector>

#include "letter.h"
#include "page.h"
#include "sheet.h"
#include "type_setter.h"

namespace vanthu::corpus {

enum class Numbering { kGoOn, kFromOne };

class PageFlow {
 public:
  // All three must outlive the flow.
  PageFlow(const Letter& letter, const Sheet& sheet, const TypeSetter& setter);

  // Ends the page and begins one in the same orientation.
  void BreakPage();
  // Ends the page and begins an annex, whose pages are numbered by themselves.
  void BeginAnnex(Orientation orientation);
  // Ends the last page and gives all of them away.
  std::vector<Page> Finish();

  // Whether `height` more points fit above the footnotes, together with the notes of `marks`.
  bool Fits(double height, const std::vector<std::string>& marks) const;
  bool IsFirstPage() const { return pages_.size() == 1; }
  bool AtTop() const { return y_ <= top_ + 0.1; }

  // Places a line at (left, the current height), reserves room for its footnotes and transcribes
  // it. Does not move down.
  void Place(const SetLine& line, double left);
  // Places a line at a height of its own.
  void PlaceAt(const SetLine& line, double left, double y);
  // Like Place, but first turns the page when the line does not fit, and moves down after it.
  void Flow(const SetLine& line, double left);
  void Transcribe(const std::string& text);
  void Reserve(const std::vector<std::string>& marks);

  void MoveDown(double points) { y_ += points; }
  // Space between blocks, dropped at the top of a page.
  void Gap(double points);

  double y() const { return y_; }
  double left() const { return left_; }
  double width() const { return right_ - left_; }
  double text_height() const { return bottom_ - top_; }
  Orientation orientation() const { return orientation_; }
  Page& page() { return pages_.back(); }
  const Sheet& sheet() const { return sheet_; }
  const TypeSetter& setter() const { return setter_; }

 private:
  void BeginPage(Numbering numbering);
  void EndPage();
  void PlaceNumber(double y);
  std::vector<SetLine> SetNote(const std::string& mark) const;
  std::vector<SetLine> SetContact() const;
  double HeightOfNotes(const std::vector<std::string>& more) const;
  bool IsReserved(const std::string& mark) const;

  const Letter& letter_;
  const Sheet& sheet_;
  const TypeSetter& setter_;
  std::vector<Page> pages_;
  std::vector<std::string> notes_;  // marks whose notes stand on this page
  Orientation orientation_ = Orientation::kPortrait;
  int number_ = 0;
  double y_ = 0, top_ = 0, bottom_ = 0, left_ = 0, right_ = 0;
};

}  // namespace vanthu::corpus
