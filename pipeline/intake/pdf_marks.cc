// qpdf asks users of version 11 to say that they know of its change to std::shared_ptr.
#define POINTERHOLDER_TRANSITION 4

#include "pipeline/intake/pdf_marks.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFMatrix.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>
#include <utility>
#include <vector>

#include "models/document/geometry.h"
#include "pipeline/intake/bytes.h"
#include "pipeline/intake/pdf_picture.h"

namespace vanthu::intake {
namespace {

constexpr int kMaxFormDepth = 12;
constexpr size_t kMaxOperators = 2'000'000;  // a dense map has 500,000
constexpr size_t kMaxOperands = 64;          // the longest operator has 6; the rest is noise
constexpr double kMatters = 0.05;            // of the page: smaller pictures are seals and logos
constexpr double kRuleLength = 10;           // points: a cell's edge is longer
constexpr double kCovers = 0.5;              // of the page: a picture that hides what is under it

struct GraphicsState {
  QPDFMatrix matrix;
  int64_t text_mode = 0;
};

// Device pixels a point at which poppler paints a picture of `pixels` from `begin` to `end` (points
// from the page's edge) pixel by pixel. It rounds both ends outward; where that makes one pixel too
// many the picture is stretched and blurred all over (34-camau, page 1: 270,000 grey pixels instead
// of none).
double ExactScale(double begin, double end, int64_t pixels) {
  const auto count = static_cast<double>(pixels);
  for (const double less : {0.3, 0.7, 1.3, 1.7}) {
    const double scale = (count - less) / (end - begin);
    if (std::floor(end * scale) + 1 - std::floor(begin * scale) == count) return scale;
  }
  return count / (end - begin);
}

// Follows one content stream; forms inside it are followed by walkers of their own.
class Walker : public QPDFObjectHandle::ParserCallbacks {
 public:
  Walker(QPDFObjectHandle resources, const Box& page, GraphicsState state, PageMarks marks,
         size_t operators, int depth)
      : resources_(std::move(resources)),
        page_(page),
        state_(std::move(state)),
        marks_(marks),
        operators_(operators),
        depth_(depth) {}

  void handleObject(QPDFObjectHandle object, size_t, size_t) override {
    if (!object.isOperator()) {
      if (operands_.size() < kMaxOperands) operands_.push_back(std::move(object));
      return;
    }
    if (++operators_ > kMaxOperators) terminateParsing();
    Execute(object.getOperatorValue());
    operands_.clear();
  }
  void handleEOF() override {}

  const PageMarks& marks() const { return marks_; }
  size_t operators() const { return operators_; }

 private:
  void Execute(const std::string& name) {
    if (name == "q") {
      if (stack_.size() < 1000) stack_.push_back(state_);
    } else if (name == "Q") {
      if (!stack_.empty()) state_ = stack_.back();
      if (!stack_.empty()) stack_.pop_back();
    } else if (name == "cm") {
      Concatenate();
    } else if (name == "Tr") {
      if (!operands_.empty() && operands_[0].isInteger())
        state_.text_mode = operands_[0].getIntValue();
    } else if (name == "Tj" || name == "TJ" || name == "'" || name == "\"") {
      ShowText();
    } else if (name == "Do") {
      PaintObject();
    } else if (name == "ID") {
      PaintPicture(InlineNumber("/W", "/Width"), InlineNumber("/H", "/Height"));
    } else if (name == "c" || name == "v" || name == "y") {
      ++marks_.curves;
      path_.from.reset();
    } else {
      DrawPath(name);
    }
  }

  // Follows the straight parts of a path until it is painted, or dropped as a mere clip.
  void DrawPath(const std::string& name) {
    if (name == "m" || name == "l") {
      const auto to = OperandPoint(0);
      if (name == "l" && to && path_.from) AddStroke(*path_.from, *to);
      path_.from = to;
    } else if (name == "re") {
      const auto corner = OperandPoint(0), far = OperandPoint(0, 2);
      if (!corner || !far) return;
      AddStroke(*corner, {far->first, corner->second});
      AddStroke({far->first, corner->second}, *far);
    } else if (name == "S" || name == "s" || name == "f" || name == "F" || name == "f*" ||
               name == "B" || name == "B*" || name == "b" || name == "b*") {
      marks_.level_strokes += path_.level;
      marks_.upright_strokes += path_.upright;
      path_ = {};
    } else if (name == "n") {
      path_ = {};
    }
  }

  using Point = std::pair<double, double>;

  // The point of two operands from `at` on, on the page; with `size` added, the far corner.
  std::optional<Point> OperandPoint(size_t at, size_t size = 0) const {
    if (operands_.size() < at + size + 2) return std::nullopt;
    for (size_t i = at; i < at + size + 2; ++i) {
      if (!QPDFObjectHandle(operands_[i]).isNumber()) return std::nullopt;
    }
    const auto number = [&](size_t i) { return QPDFObjectHandle(operands_[i]).getNumericValue(); };
    double x = number(at), y = number(at + 1);
    if (size > 0) x += number(at + size), y += number(at + size + 1);
    Point out;
    state_.matrix.transform(x, y, out.first, out.second);
    return out;
  }

  void AddStroke(const Point& a, const Point& b) {
    const double across = std::abs(a.first - b.first), up = std::abs(a.second - b.second);
    if (across >= kRuleLength && up < 1) ++path_.level;
    if (up >= kRuleLength && across < 1) ++path_.upright;
  }

  void Concatenate() {
    if (operands_.size() < 6) return;
    for (const QPDFObjectHandle& operand : operands_) {
      if (!QPDFObjectHandle(operand).isNumber()) return;
    }
    const auto number = [&](size_t i) { return operands_[i].getNumericValue(); };
    state_.matrix.concat({number(0), number(1), number(2), number(3), number(4), number(5)});
  }

  void ShowText() {
    size_t bytes = 0;
    for (QPDFObjectHandle& operand : operands_) {
      if (operand.isString()) bytes += operand.getStringValue().size();
      if (!operand.isArray()) continue;
      for (QPDFObjectHandle& part : operand.getArrayAsVector()) {
        if (part.isString()) bytes += part.getStringValue().size();
      }
    }
    const bool invisible = state_.text_mode == 3 || state_.text_mode == 7;
    (invisible ? marks_.hidden_text : marks_.shown_text) += bytes;
  }

  int64_t InlineNumber(const char* short_name, const char* long_name) const {
    for (size_t i = 0; i + 1 < operands_.size(); ++i) {
      QPDFObjectHandle key = operands_[i], value = operands_[i + 1];
      const bool asked =
          key.isName() && (key.getName() == short_name || key.getName() == long_name);
      if (asked && value.isInteger()) return value.getIntValue();
    }
    return 0;
  }

  void PaintObject() {
    if (operands_.empty() || !operands_[0].isName()) return;
    QPDFObjectHandle objects =
        resources_.isDictionary() ? resources_.getKey("/XObject") : resources_;
    if (!objects.isDictionary()) return;
    QPDFObjectHandle object = objects.getKey(operands_[0].getName());
    if (object.isImage()) {
      QPDFObjectHandle width = object.getDict().getKey("/Width");
      QPDFObjectHandle height = object.getDict().getKey("/Height");
      if (width.isInteger() && height.isInteger()) {
        PaintPicture(width.getIntValue(), height.getIntValue());
      }
    } else if (object.isFormXObject() && depth_ < kMaxFormDepth) {
      PaintForm(object);
    }
  }

  void PaintForm(QPDFObjectHandle form) {
    GraphicsState inside = state_;
    QPDFObjectHandle matrix = form.getDict().getKey("/Matrix");
    if (matrix.isMatrix()) inside.matrix.concat(QPDFMatrix(matrix.getArrayAsMatrix()));
    QPDFObjectHandle own = form.getDict().getKey("/Resources");
    Walker walker(own.isDictionary() ? own : resources_, page_, inside, marks_, operators_,
                  depth_ + 1);
    QPDFPageObjectHelper(form).parseContents(&walker);
    marks_ = walker.marks();
    operators_ = walker.operators();
    if (operators_ > kMaxOperators) terminateParsing();
  }

  // A picture fills the unit square of the current coordinates.
  void PaintPicture(int64_t width, int64_t height) {
    const QPDFMatrix& m = state_.matrix;
    const auto area = m.transformRectangle(QPDFObjectHandle::Rectangle(0, 0, 1, 1));
    const Box box = {area.llx, area.lly, area.urx, area.ury};
    const double whole = page_.width() * page_.height();
    const double share = HorizontalOverlap(box, page_) * VerticalOverlap(box, page_) / whole;
    marks_.picture_share = std::min(1.0, marks_.picture_share + share);
    if (share >= kCovers) marks_.hidden_text += std::exchange(marks_.shown_text, 0);
    const bool strip = box.width() * 2 >= page_.width();  // scans may come as many flat strips
    if ((share < kMatters && !strip) || box.width() <= 0 || box.height() <= 0) return;
    const bool on_its_side = std::abs(m.b) > std::abs(m.a);
    const Resolution own = {
        72 * ExactScale(box.x0 - page_.x0, box.x1 - page_.x0, on_its_side ? height : width),
        72 * ExactScale(page_.y1 - box.y1, page_.y1 - box.y0, on_its_side ? width : height)};
    const Resolution& finest = marks_.resolution;
    if (std::max(own.x, own.y) > std::max(finest.x, finest.y)) marks_.resolution = own;
  }

  struct Path {
    std::optional<Point> from;
    size_t level = 0, upright = 0;
  };

  QPDFObjectHandle resources_;
  Box page_;
  GraphicsState state_;
  Path path_;
  PageMarks marks_;
  size_t operators_;
  int depth_;
  std::vector<GraphicsState> stack_;
  std::vector<QPDFObjectHandle> operands_;
};

}  // namespace

struct PdfInspector::State {
  std::string bytes;  // outlives pdf, which reads from it
  QPDF pdf;
  std::vector<QPDFObjectHandle> pages;
};

PdfInspector::PdfInspector(std::unique_ptr<State> state) : state_(std::move(state)) {}
PdfInspector::PdfInspector(PdfInspector&&) noexcept = default;
PdfInspector& PdfInspector::operator=(PdfInspector&&) noexcept = default;
PdfInspector::~PdfInspector() = default;

Result<PdfInspector> PdfInspector::Open(const std::filesystem::path& file) {
  return Load(std::make_unique<State>(), file);
}

Result<PdfInspector> PdfInspector::OpenBytes(std::string bytes) {
  auto state = std::make_unique<State>();
  state->bytes = std::move(bytes);
  return Load(std::move(state), {});
}

Result<PdfInspector> PdfInspector::Load(std::unique_ptr<State> state,
                                        const std::filesystem::path& file) {
  try {
    state->pdf.setSuppressWarnings(true);
    if (file.empty()) {
      state->pdf.processMemoryFile("memory", state->bytes.data(), state->bytes.size());
    } else {
      state->pdf.processFile(file.c_str());
    }
    state->pages = state->pdf.getAllPages();
  } catch (const QPDFExc& failure) {
    if (failure.getErrorCode() == qpdf_e_password) {
      return FileError(ErrorCode::kEncrypted, "the PDF needs a password", file);
    }
    return FileError(ErrorCode::kDamaged, failure.getMessageDetail(), file);
  } catch (const std::exception& failure) {
    return FileError(ErrorCode::kDamaged, failure.what(), file);
  }
  return PdfInspector(std::move(state));
}

int PdfInspector::page_count() const { return static_cast<int>(state_->pages.size()); }

std::optional<PageMarks> PdfInspector::Inspect(int index) const {
  if (index < 0 || index >= page_count()) return std::nullopt;
  try {
    QPDFPageObjectHelper page(state_->pages[static_cast<size_t>(index)]);
    QPDFObjectHandle crop = page.getCropBox();
    if (!crop.isRectangle()) return std::nullopt;
    const auto area = crop.getArrayAsRectangle();
    const Box box = {std::min(area.llx, area.urx), std::min(area.lly, area.ury),
                     std::max(area.llx, area.urx), std::max(area.lly, area.ury)};
    if (box.width() <= 0 || box.height() <= 0) return std::nullopt;
    Walker walker(page.getAttribute("/Resources", false), box, {}, {}, 0, 0);
    page.parseContents(&walker);
    if (walker.operators() > kMaxOperators) return std::nullopt;
    return walker.marks();
  } catch (const std::exception&) {
    return std::nullopt;  // poppler may still draw it
  }
}

std::optional<Raster> PdfInspector::SolePicture(int index, uint64_t max_pixels) const {
  if (index < 0 || index >= page_count()) return std::nullopt;
  try {
    return intake::SolePicture(state_->pages[static_cast<size_t>(index)], max_pixels);
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace vanthu::intake
