// What the program and its workers say to each other, as values and as the bytes of a frame (CBOR:
// file names are bytes, not always UTF-8).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/core/result.h"
#include "models/document/page.h"
#include "pipeline/export/page_image.h"
#include "pipeline/export/searchable_pdf.h"
#include "pipeline/export/text_layer.h"
#include "pipeline/intake/intake.h"
#include "pipeline/reading/reader.h"

namespace vanthu::run {

// The first request: what the worker may use, and how it reads.
struct StartRequest {
  uint64_t memory_bytes = 0;  // address space; 0: no limit
  reading::Settings reader;
  intake::Limits limits;
};

// Opens a file. Answered by an OpenedAnswer; where the file has pages and `first_page` is set, an
// answer on its first page (a Page or an Error) follows: most files have no other.
struct OpenRequest {
  std::string file;
  bool first_page = true;
};

struct PageRequest {
  std::string file;
  int index = 0;  // from 0
};

// Lays text over the pages of a file: answered by BytesAnswers, the parts of a PDF, and an EndAnswer.
struct LayerRequest {
  std::string file;
  exporting::TextLayer layer;
};

// Draws a page with marks on it: answered by BytesAnswers, the parts of a PNG, and an EndAnswer.
struct DrawRequest {
  std::string file;
  int index = 0;                 // from 0
  double width = 0, height = 0;  // points of the page in whose places the marks are
  double dpi = 0;                // at most
  std::vector<exporting::PageMark> marks;
};

using Request = std::variant<StartRequest, OpenRequest, PageRequest, LayerRequest, DrawRequest>;

struct OpenedAnswer {
  intake::MediaType media_type = intake::MediaType::kText;
  int page_count = 0;  // 0 for a ZIP
};

struct ReadyAnswer {};  // to a StartRequest

// A part of a result, in order.
struct BytesAnswer {
  std::string bytes;
};

struct EndAnswer {
  exporting::LayerOutcome outcome = exporting::LayerOutcome::kWritten;
};

using Answer = std::variant<ReadyAnswer, OpenedAnswer, Page, Error, BytesAnswer, EndAnswer>;

std::string Encode(const Request& request);
std::string Encode(const Answer& answer);

// kDamaged where the bytes are not what Encode made.
Result<Request> DecodeRequest(std::string_view bytes);
Result<Answer> DecodeAnswer(std::string_view bytes);

}  // namespace vanthu::run
