#include "type_setter.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>

namespace vanthu::corpus {
namespace {

// Liberation Serif is Times New Roman in every measure.
constexpr const char* kFamily = "Liberation Serif";
constexpr double kAscent = 0.891, kDescent = 0.216;  // of Liberation Serif, in ems
constexpr double kBlankWidth = 0.25;                 // width of a blank, in ems
// The pen writes wider than type; measured on scans of filled-in numbers.
constexpr double kPenDigitWidth = 0.62;
constexpr const char* kGapCharacter = "\xEF\xBF\xBC";  // U+FFFC
constexpr std::size_t kGapBytes = 3;

int ToPango(double points) { return static_cast<int>(std::lround(points * PANGO_SCALE)); }
double FromPango(int units) { return static_cast<double>(units) / PANGO_SCALE; }

std::size_t CountCharacters(const std::string& text) {
  return static_cast<std::size_t>(g_utf8_strlen(text.data(), static_cast<gssize>(text.size())));
}

struct Stretch {  // of the layout's text, in bytes
  std::size_t begin, end;
};

struct OpenGap {
  std::size_t at;
  double width;
  std::string text;
  bool by_pen;
};

struct MarkAt {
  std::size_t at;
  std::string mark;
};

// The text of a line with its attributes, ready for a layout.
class Composition {
 public:
  Composition(const Line& line, HandText hand, double size) : size_(size) {
    for (const Span& span : line) Add(span, hand);
    // What is printed must be what is transcribed.
    Insert(pango_attr_insert_hyphens_new(FALSE), {0, text_.size()});
  }
  ~Composition() { pango_attr_list_unref(attributes_); }
  Composition(const Composition&) = delete;
  Composition& operator=(const Composition&) = delete;

  const std::string& text() const { return text_; }
  PangoAttrList* attributes() const { return attributes_; }
  const std::vector<OpenGap>& gaps() const { return gaps_; }
  const std::vector<MarkAt>& marks() const { return marks_; }

 private:
  void Add(const Span& span, HandText hand) {
    const std::size_t begin = text_.size();
    const auto length = static_cast<double>(CountCharacters(span.text));
    if (span.kind == SpanKind::kBlank) {
      AddGap({begin, length * kBlankWidth * size_, span.text, false});
    } else if (span.kind == SpanKind::kHand && hand == HandText::kLeftOpen) {
      AddGap({begin, (length + 0.8) * kPenDigitWidth * size_, span.text, true});
    } else {
      text_ += span.text;
    }
    const Stretch stretch{begin, text_.size()};
    if (span.kind == SpanKind::kMark) marks_.push_back({begin, span.text});
    if (span.kind == SpanKind::kMark || span.kind == SpanKind::kRaised) {
      Insert(pango_attr_rise_new(ToPango(size_ * 0.35)), stretch);
      Insert(pango_attr_scale_new(0.65), stretch);
    }
    if (span.bold) Insert(pango_attr_weight_new(PANGO_WEIGHT_BOLD), stretch);
    if (span.italic) Insert(pango_attr_style_new(PANGO_STYLE_ITALIC), stretch);
  }

  void AddGap(OpenGap gap) {
    const PangoRectangle box{0, -ToPango(size_ * 0.7), ToPango(gap.width), ToPango(size_ * 0.7)};
    text_ += kGapCharacter;
    Insert(pango_attr_shape_new(&box, &box), {gap.at, gap.at + kGapBytes});
    gaps_.push_back(std::move(gap));
  }

  void Insert(PangoAttribute* attribute, Stretch stretch) {
    attribute->start_index = static_cast<guint>(stretch.begin);
    attribute->end_index = static_cast<guint>(stretch.end);
    pango_attr_list_insert(attributes_, attribute);
  }

  double size_;
  std::string text_;
  PangoAttrList* attributes_ = pango_attr_list_new();
  std::vector<OpenGap> gaps_;
  std::vector<MarkAt> marks_;
};

// What is printed on the stretch: gaps filled with their text, no blanks at the ends.
std::string PrintedText(const Composition& composition, Stretch stretch) {
  std::string printed;
  std::size_t at = stretch.begin;
  for (const OpenGap& gap : composition.gaps()) {
    if (gap.at < stretch.begin || gap.at >= stretch.end) continue;
    printed += composition.text().substr(at, gap.at - at) + gap.text;
    at = gap.at + kGapBytes;
  }
  printed += composition.text().substr(at, stretch.end - at);
  const auto first = printed.find_first_not_of(' ');
  if (first == std::string::npos) return "";
  return printed.substr(first, printed.find_last_not_of(' ') - first + 1);
}

SetLine ReadLine(const Composition& composition, PangoLayoutLine* line) {
  SetLine set;
  const auto begin = static_cast<std::size_t>(line->start_index);
  const Stretch stretch{begin, begin + static_cast<std::size_t>(line->length)};
  set.text = PrintedText(composition, stretch);
  for (const OpenGap& gap : composition.gaps()) {
    if (!gap.by_pen || gap.at < stretch.begin || gap.at >= stretch.end) continue;
    int x = 0;
    pango_layout_line_index_to_x(line, static_cast<int>(gap.at), FALSE, &x);
    set.gaps.push_back({FromPango(x), gap.width, gap.text});
  }
  for (const MarkAt& mark : composition.marks()) {
    if (mark.at >= stretch.begin && mark.at < stretch.end) set.marks.push_back(mark.mark);
  }
  return set;
}

std::shared_ptr<PangoLayout> MakeLayout(PangoContext* context, const Composition& composition,
                                        const TypeSpec& spec) {
  std::shared_ptr<PangoLayout> layout(pango_layout_new(context),
                                      [](PangoLayout* held) { g_object_unref(held); });
  PangoFontDescription* font = pango_font_description_new();
  pango_font_description_set_family_static(font, kFamily);
  pango_font_description_set_absolute_size(font, spec.size * PANGO_SCALE);
  pango_layout_set_font_description(layout.get(), font);
  pango_font_description_free(font);
  pango_layout_set_text(layout.get(), composition.text().data(),
                        static_cast<int>(composition.text().size()));
  pango_layout_set_attributes(layout.get(), composition.attributes());
  if (spec.width > 0) {
    pango_layout_set_width(layout.get(), ToPango(spec.width));
    pango_layout_set_wrap(layout.get(), spec.long_words == LongWords::kKeep
                                            ? PANGO_WRAP_WORD
                                            : PANGO_WRAP_WORD_CHAR);
  }
  pango_layout_set_indent(layout.get(), ToPango(spec.first_indent - spec.later_indent));
  pango_layout_set_justify(layout.get(), spec.setting == Setting::kJustified);
  pango_layout_set_alignment(
      layout.get(), spec.setting == Setting::kCentre ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
  return layout;
}

}  // namespace

double SetLine::Ascent() const {
  return (pitch - (kAscent + kDescent) * size) / 2 + kAscent * size;
}

double HeightOf(const std::vector<SetLine>& lines) {
  double height = 0;
  for (const SetLine& line : lines) height += line.pitch;
  return height;
}

double WidestOf(const std::vector<SetLine>& lines) {
  double widest = 0;
  for (const SetLine& line : lines) widest = std::max(widest, line.width);
  return widest;
}

TypeSetter::TypeSetter(HandText hand)
    : hand_(hand),
      fonts_(pango_cairo_font_map_new()),
      context_(pango_font_map_create_context(fonts_.get())) {
  // Widths without hinting, so that lines break alike at every resolution.
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context_.get(), options);
  cairo_font_options_destroy(options);
  pango_cairo_context_set_resolution(context_.get(), 72);
  pango_context_set_round_glyph_positions(context_.get(), FALSE);
  pango_context_set_language(context_.get(), pango_language_from_string("vi"));
}

std::vector<SetLine> TypeSetter::Set(const Line& line, const TypeSpec& spec) const {
  // Pango knows the difference of the two indents; what they share shifts the whole.
  const double shift = std::min(spec.first_indent, spec.later_indent);
  TypeSpec narrowed = spec;
  if (spec.width > 0) narrowed.width -= shift;
  const Composition composition(line, hand_, spec.size);
  const auto layout = MakeLayout(context_.get(), composition, narrowed);
  std::vector<SetLine> lines;
  PangoLayoutIter* iter = pango_layout_get_iter(layout.get());
  do {
    SetLine set = ReadLine(composition, pango_layout_iter_get_line_readonly(iter));
    PangoRectangle extents;
    pango_layout_iter_get_line_extents(iter, nullptr, &extents);
    set.layout = layout;
    set.index = static_cast<int>(lines.size());
    set.x = FromPango(extents.x) + shift;
    set.width = FromPango(extents.width);
    set.size = spec.size;
    set.pitch = spec.pitch > 0 ? spec.pitch : spec.size * 1.2;
    lines.push_back(std::move(set));
  } while (pango_layout_iter_next_line(iter) != 0);
  pango_layout_iter_free(iter);
  return lines;
}

std::vector<SetLine> TypeSetter::SetAll(const Lines& lines, const TypeSpec& spec) const {
  std::vector<SetLine> all;
  for (const Line& line : lines) {
    auto set = Set(line, spec);
    all.insert(all.end(), std::make_move_iterator(set.begin()), std::make_move_iterator(set.end()));
  }
  return all;
}

}  // namespace vanthu::corpus
