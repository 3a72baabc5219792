// What is stamped on a page: the word of urgency or secrecy in a frame, and the receiving office's stamp
// with what a clerk wrote into it. Found by their frames and by what stands in them; taken off the image
// before its text is read, since they lie over the letter's lines.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/document/page.h"
#include "models/document/raster.h"
#include "pipeline/image/frames.h"
#include "pipeline/image/prepare.h"
#include "pipeline/image/stamp_form.h"
#include "pipeline/reading/corrector.h"
#include "pipeline/reading/engine.h"

namespace vanthu::reading {

// A stamp that was taken off. Either `word` or `form` says what it is.
struct TakenStamp {
  image::StampFrame frame;               // pixels of the prepared image
  std::string word;                      // "HỎA TỐC"; empty: a receiving stamp
  double confidence = 0;                 // of the word
  std::optional<image::StampForm> form;  // pixels of `cut`
  image::Image cut;                      // a receiving stamp turned level, kStampScale as large
};

inline constexpr double kStampScale = 2;

// Takes stamps off `prepared`. `scanned` is the page with its colours.
std::vector<TakenStamp> TakeStamps(Engine& engine, const Raster& scanned,
                                   image::Prepared& prepared);

// The lines of stamps, in the words of text letters (HỎA TỐC; ĐẾN; Số: 2770; Ngày: 4/4/2018), with their
// places on the page. What cannot be read is left out. `words`: of the page, for its day of issue.
std::vector<Line> ReadStamps(Engine& engine, const Correct& correct,
                             const std::vector<TakenStamp>& stamps,
                             const std::vector<ReadWord>& words, const image::Prepared& prepared);

}  // namespace vanthu::reading
