// From the pixels of a page to its words: upright, deskewed, recognised. The only room that knows
// Tesseract, and its types do not leave it.
#pragma once

#include <memory>
#include <string>

#include "models/core/result.h"
#include "models/document/page.h"
#include "models/document/raster.h"

namespace vanthu::reading {

enum class Quality { kQuick, kNormal, kThorough };

struct Settings {
  std::string model = "vie";  // a traineddata name, "vie" or "script/Vietnamese" …
  std::string tessdata_dir;   // empty: where the models are usually found
  Quality quality = Quality::kNormal;
  // What the result depends on, as a short string: the key under which readings are kept.
  std::string Key() const;
};

class Reader {
 public:
  virtual ~Reader() = default;
  // Reads one page. `page` comes from intake (number, reason, size); the answer is the same page with
  // origin ocr (or blank), words in points of the page as it was scanned, width and height set (from
  // the estimated resolution where the file is silent or lies), and diagnostics on what was doubtful.
  virtual Result<Page> Read(const Raster& raster, Page page) = 0;
};

// kNotFound where the model is not installed: the message says which Debian package holds it.
Result<std::unique_ptr<Reader>> MakeTesseractReader(const Settings& settings);

}  // namespace vanthu::reading
