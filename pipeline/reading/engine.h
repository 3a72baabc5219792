// What the page reader asks of an OCR engine: words on a prepared image. Tesseract stands behind it
// in tesseract.cc; tests put a recorded or made-up one there.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "models/core/result.h"
#include "pipeline/image/pix.h"
#include "pipeline/reading/reader.h"

namespace vanthu::reading {

// A sign of a word and where it stands; the boxes of signs that were misread may be off.
struct ReadSymbol {
  std::string text;  // as the engine gives it
  Box box;           // as ReadWord::box
};

struct ReadWord {
  std::string text;                      // NFC
  double confidence = 0;                 // 0..1
  Box box;                               // pixels of the image that was read, not points
  int line = 0;                          // the engine's text line, counted from 0 over the page
  std::vector<ReadSymbol> symbols = {};  // from left to right; none where the engine does not tell
};

class Engine {
 public:
  virtual ~Engine() = default;
  // Words in the engine's order; none is not an error. dpi is that of the image.
  virtual Result<std::vector<ReadWord>> Recognize(const image::Image& image, double dpi) = 0;
  // The same for a small image that holds one block of lines, as a table's cell does.
  virtual Result<std::vector<ReadWord>> RecognizeBlock(const image::Image& image, double dpi) = 0;
  // The same for an image of one line.
  virtual Result<std::vector<ReadWord>> RecognizeLine(const image::Image& image, double dpi) {
    return RecognizeBlock(image, dpi);
  }
};

using Engines = std::vector<std::unique_ptr<Engine>>;

// The readings of Settings::quality, one engine each: the model asked for; for kNormal the net of the script
// as well; for kThorough both again on images of another size. Where that net is not installed, the model asked
// for alone, at up to three sizes.
// kNotFound as MakeTesseractReader.
Result<std::vector<std::unique_ptr<Engine>>> MakeTesseractEngines(const Settings& settings);

// The engine of one model; quality says nothing to it. kNotFound likewise.
Result<std::unique_ptr<Engine>> MakeTesseractEngine(const Settings& settings);

// Version of the linked engine, "5.3.0". Valid for the program's life.
const char* EngineVersion();

// The stages around an engine: blank page, resolution, which way is up, deskew, size, tables
// cell by cell, lost marks put back, words mapped back to the page. The first of several engines (at
// least one) says where the words stand and which way is up.
std::unique_ptr<Reader> MakePageReader(std::vector<std::unique_ptr<Engine>> engines);
std::unique_ptr<Reader> MakePageReader(std::unique_ptr<Engine> engine);

struct CorrectedWord;
// What becomes of the readings of a page; places in pixels of the image that engines see.
using Correct =
    std::function<std::vector<CorrectedWord>(const std::vector<std::vector<ReadWord>>&)>;
// The same with another corrector than Corrector: for measuring.
std::unique_ptr<Reader> MakePageReader(std::vector<std::unique_ptr<Engine>> engines,
                                       Correct correct);

}  // namespace vanthu::reading
