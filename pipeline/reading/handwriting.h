// Numbers that were filled in by hand on a printed head: the serial between "Số:" and "/UBND-KTTH", the
// day between "ngày" and "tháng", the month between "tháng" and "năm". What the OCR engine made of the
// pen strokes is replaced by what the digit net reads; print is left alone.
#pragma once

#include <string>
#include <vector>

#include "models/document/page.h"
#include "pipeline/image/mapping.h"
#include "pipeline/image/pix.h"
#include "pipeline/reading/digit_string.h"
#include "pipeline/reading/engine.h"

namespace vanthu::reading {

struct HandField {
  FieldKind kind = FieldKind::kSerial;
  Box box;                  // of the ink, pixels of the image
  std::string engine_text;  // what the engine read there, without blanks
  double engine_confidence = 0;
  double cap_height = 0;  // of the print beside it, pixels
  bool print = false;     // left alone
  DigitReading reading;   // digits are empty for print
};

// A score from which on a reading is believed.
inline constexpr double kBelievedHand = 0.5;

// The fields of the page's head that hold ink, by hand or in print. `words` are those of `image`; a
// word that is partly a field is parted, a field by hand becomes one word: its digits with the score
// as confidence, or "?" where the score is below kBelievedHand.
std::vector<HandField> ReadHandwriting(const image::Image& image, std::vector<ReadWord>& words);

// Says on the page which fields were not believed, and where.
void NoteHandwriting(const std::vector<HandField>& fields, const image::PageMap& to_page,
                     Page& page);

}  // namespace vanthu::reading
