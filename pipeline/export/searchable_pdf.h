// PDFs that can be searched: the file as it came with a text layer on the pages that were read from
// pictures, or a new PDF around the pictures of a file. Pictures go over byte by byte or without a loss;
// nothing depends on the time or the machine.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "models/core/result.h"
#include "models/document/picture.h"
#include "pipeline/export/text_layer.h"

namespace vanthu::exporting {

// Takes a part of the result; an error ends the writing.
using ByteSink = std::function<Status(std::string_view)>;

enum class LayerOutcome {
  kWritten,
  kComplete,  // each page has its text already, or none: nothing was written, the file is as it should be
  kSigned,  // nothing was written: a change would break the signature
};

// A PDF file, or its bytes, which are not kept. Errors: kEncrypted where it is protected in any way,
// kDamaged where qpdf cannot follow it or it has fewer pages than `layer` speaks of.
Result<LayerOutcome> AddTextLayer(const std::filesystem::path& pdf, const TextLayer& layer,
                                  const ByteSink& sink);
Result<LayerOutcome> AddTextLayerToBytes(std::string_view pdf, const TextLayer& layer,
                                         const ByteSink& sink);

// A PDF of one picture a page, written as the pictures come: memory does not grow with the pages.
class PicturePdf {
 public:
  // `glyphs` of the TextLayer whose pages follow.
  PicturePdf(std::u32string glyphs, ByteSink sink);

  // A page without a size gets the picture's at 300 dpi.
  Status Add(const PackedPicture& picture, const PageLayer& layer);
  Status Finish();

 private:
  Status Put(std::string_view bytes);
  Status PutObject(int number, std::string_view content);
  Status PutStream(int number, const std::string& entries, std::string_view bytes);
  int NewObject();

  std::u32string glyphs_;
  ByteSink sink_;
  uint64_t written_ = 0;
  std::vector<uint64_t> offsets_;  // of object n at n - 1; 0: not written yet
  std::vector<int> pages_;         // their objects
  int catalog_, page_tree_, font_;
};

}  // namespace vanthu::exporting
