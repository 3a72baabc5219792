// Sets lines of the letter in type: breaks them to a width and says where every printed line, gap
// and footnote mark lies. The only file pair beside paint.cc and drawn_text.cc that knows Pango's
// layouts. Lengths are in points; nothing depends on the resolution at which a page is drawn later.
#pragma once

#include <pango/pango.h>

#include <memory>
#include <string>
#include <vector>

#include "letter.h"

namespace vanthu::corpus {

// Whether hand-filled text is set in type (PDF) or left open for the pen (scans).
enum class HandText { kTyped, kLeftOpen };

enum class Setting { kLeft, kCentre, kJustified };

// Whether a word that is wider than the setting width may be broken inside (without a hyphen).
enum class LongWords { kBreak, kKeep };

// A stretch of a line that is left open for the pen; `x` counts from the line's left end.
struct PenGap {
  double x = 0;
  double width = 0;
  std::string text;
};

// One printed line. Holds a share of the Pango layout it belongs to.
struct SetLine {
  std::shared_ptr<PangoLayout> layout;
  int index = 0;          // of the line in the layout
  double x = 0;           // left end of the ink within the setting width
  double width = 0;       // natural width
  double size = 0;        // of the type
  double pitch = 0;       // height that the line takes
  std::string text;       // as printed, hand-filled text included
  std::vector<PenGap> gaps;
  std::vector<std::string> marks;  // footnote marks in it

  // From the line's top to its baseline.
  double Ascent() const;
};

struct TypeSpec {
  double size = 14;
  double pitch = 0;         // 0: 1.2 times the size
  double width = 0;         // to break at; 0: never break
  Setting setting = Setting::kLeft;
  LongWords long_words = LongWords::kBreak;
  double first_indent = 0;
  double later_indent = 0;  // hanging indent of the lines after the first
};

double HeightOf(const std::vector<SetLine>& lines);
double WidestOf(const std::vector<SetLine>& lines);

class TypeSetter {
 public:
  explicit TypeSetter(HandText hand);

  // A line that holds nothing comes back as one empty printed line.
  std::vector<SetLine> Set(const Line& line, const TypeSpec& spec) const;

  // Every line of a block, one after the other.
  std::vector<SetLine> SetAll(const Lines& lines, const TypeSpec& spec) const;

 private:
  struct FreeObject {
    void operator()(gpointer object) const { g_object_unref(object); }
  };
  HandText hand_;
  std::unique_ptr<PangoFontMap, FreeObject> fonts_;
  std::unique_ptr<PangoContext, FreeObject> context_;
};

}  // namespace vanthu::corpus
