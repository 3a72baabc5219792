// qpdf asks users of version 11 to say that they know of its change to std::shared_ptr.
#define POINTERHOLDER_TRANSITION 4

#include "pipeline/intake/pdf_picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFMatrix.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/intake/pix.h"

namespace vanthu::intake {
namespace {

constexpr double kMostRim = 3;     // points of the page that the picture may leave bare or pass
constexpr double kSquare = 0.02;   // scanners differ by less between across and down
constexpr int kMostSide = 60'000;  // pixels
constexpr size_t kMostOperators = 20'000;  // the hidden text of an earlier OCR has some thousand

// What paints nothing by itself. Clips are as good as the page's edge.
bool PaintsNothing(std::string_view name) {
  static constexpr std::array kNames = {"BT", "ET", "Tf", "Td",  "TD",  "Tm",  "T*", "Tc", "Tw",
                                        "Tz", "TL", "Ts", "BMC", "BDC", "EMC", "MP", "DP", "BX",
                                        "EX", "re", "W",  "W*",  "n",   "g",   "G",  "rg", "RG",
                                        "w",  "J",  "j",  "M",   "d",   "ri",  "i"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

// Follows a page's content as long as it is one picture.
class PictureFinder : public QPDFObjectHandle::ParserCallbacks {
 public:
  void handleObject(QPDFObjectHandle object, size_t, size_t) override {
    if (!object.isOperator()) {
      if (operands_.size() < 8) operands_.push_back(std::move(object));
      return;
    }
    if (++operators_ > kMostOperators || !Execute(object.getOperatorValue())) {
      alone_ = false;
      terminateParsing();
    }
    operands_.clear();
  }
  void handleEOF() override {}

  // Its name among the page's objects; empty where there is none or something besides.
  std::string Name() const { return alone_ ? name_ : std::string(); }
  const QPDFMatrix& matrix() const { return placed_; }

 private:
  struct State {
    QPDFMatrix matrix;
    int64_t text_mode = 0;
  };

  bool Execute(const std::string& name) {
    if (name == "q") {
      if (stack_.size() > 100) return false;
      stack_.push_back(state_);
    } else if (name == "Q") {
      if (stack_.empty()) return false;
      state_ = stack_.back();
      stack_.pop_back();
    } else if (name == "cm") {
      return Concatenate();
    } else if (name == "Tr") {
      if (operands_.size() != 1 || !operands_[0].isInteger()) return false;
      state_.text_mode = operands_[0].getIntValue();
    } else if (name == "Tj" || name == "TJ" || name == "'" || name == "\"") {
      return state_.text_mode == 3;
    } else if (name == "Do") {
      if (!name_.empty() || operands_.size() != 1 || !operands_[0].isName()) return false;
      name_ = operands_[0].getName();
      placed_ = state_.matrix;
    } else {
      return PaintsNothing(name);
    }
    return true;
  }

  bool Concatenate() {
    if (operands_.size() != 6) return false;
    for (const QPDFObjectHandle& operand : operands_)
      if (!QPDFObjectHandle(operand).isNumber()) return false;
    const auto number = [&](size_t i) { return operands_[i].getNumericValue(); };
    state_.matrix.concat({number(0), number(1), number(2), number(3), number(4), number(5)});
    return true;
  }

  State state_;
  std::vector<State> stack_;
  std::vector<QPDFObjectHandle> operands_;
  std::string name_;
  QPDFMatrix placed_;
  size_t operators_ = 0;
  bool alone_ = true;
};

// Whether values stand for brightness as they are: 1 or 3 components without a table.
bool IsPlainColour(QPDFObjectHandle space) {
  if (space.isName()) return space.getName() == "/DeviceGray" || space.getName() == "/DeviceRGB";
  if (!space.isArray() || space.getArrayNItems() < 2 || !space.getArrayItem(0).isName())
    return false;
  const std::string kind = space.getArrayItem(0).getName();
  if (kind == "/CalGray" || kind == "/CalRGB") return true;
  QPDFObjectHandle profile = space.getArrayItem(1);
  if (kind != "/ICCBased" || !profile.isStream()) return false;
  QPDFObjectHandle count = profile.getDict().getKey("/N");
  return count.isInteger() && (count.getIntValue() == 1 || count.getIntValue() == 3);
}

int SideOf(QPDFObjectHandle dictionary, const char* key) {
  QPDFObjectHandle side = dictionary.getKey(key);
  if (!side.isInteger() || side.getIntValue() < 1 || side.getIntValue() > kMostSide) return 0;
  return static_cast<int>(side.getIntValue());
}

// The one member of an array, or the object itself.
QPDFObjectHandle Only(QPDFObjectHandle object) {
  if (!object.isArray()) return object;
  return object.getArrayNItems() == 1 ? object.getArrayItem(0) : QPDFObjectHandle::newNull();
}

// Fax of group 4 as PDF's defaults mean it.
bool IsPlainFax(QPDFObjectHandle parameters, int width) {
  if (!parameters.isDictionary()) return false;
  const auto absent = [&](const char* key) {
    QPDFObjectHandle value = parameters.getKey(key);
    return value.isNull() || (value.isBool() && !value.getBoolValue());
  };
  QPDFObjectHandle k = parameters.getKey("/K"), columns = parameters.getKey("/Columns");
  return k.isInteger() && k.getIntValue() < 0 && absent("/BlackIs1") &&
         absent("/EncodedByteAlign") &&
         (columns.isInteger() ? columns.getIntValue() : 1728) == width;
}

// The lines of a fax as the one strip of a TIFF.
std::string AsTiff(const Buffer& fax, int width, int height) {
  std::string tiff = "II*";
  const auto number = [&tiff](size_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) tiff.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
  };
  number(0, 1);
  number(8, 4);
  const std::array<std::pair<int, size_t>, 9> tags = {{{256, static_cast<size_t>(width)},
                                                       {257, static_cast<size_t>(height)},
                                                       {258, 1},  // bits
                                                       {259, 4},  // group 4
                                                       {262, 0},  // 0 is white
                                                       {273, 8 + 2 + 9 * 12 + 4},
                                                       {277, 1},  // components
                                                       {278, static_cast<size_t>(height)},
                                                       {279, fax.getSize()}}};
  number(tags.size(), 2);
  for (const auto& [tag, value] : tags) {
    number(static_cast<size_t>(tag), 2);
    number(4, 2);  // LONG
    number(1, 4);
    number(value, 4);
  }
  number(0, 4);
  tiff.append(reinterpret_cast<const char*>(const_cast<Buffer&>(fax).getBuffer()), fax.getSize());
  return tiff;
}

PixHandle Decode(QPDFObjectHandle picture) {
  QPDFObjectHandle dictionary = picture.getDict();
  for (const char* key : {"/SMask", "/Mask", "/Decode", "/ImageMask"})
    if (!dictionary.getKey(key).isNull()) return nullptr;
  const int width = SideOf(dictionary, "/Width"), height = SideOf(dictionary, "/Height");
  if (width == 0 || height == 0 || !IsPlainColour(dictionary.getKey("/ColorSpace"))) return nullptr;
  QPDFObjectHandle filter = Only(dictionary.getKey("/Filter"));
  if (!filter.isName()) return nullptr;
  PixHandle pix;
  if (filter.getName() == "/DCTDecode") {
    const auto bytes = picture.getRawStreamData();
    int warnings = 0;
    pix.reset(pixReadMemJpeg(bytes->getBuffer(), bytes->getSize(), 0, 1, &warnings, 0));
    if (warnings != 0) return nullptr;
  } else if (filter.getName() == "/CCITTFaxDecode" &&
             IsPlainFax(Only(dictionary.getKey("/DecodeParms")), width)) {
    const std::string tiff = AsTiff(*picture.getRawStreamData(), width, height);
    pix.reset(pixReadMemTiff(reinterpret_cast<const l_uint8*>(tiff.data()), tiff.size(), 0));
  }
  if (pix && (pixGetWidth(pix.get()) != width || pixGetHeight(pix.get()) != height)) return nullptr;
  return pix;
}

bool HasMembers(QPDFObjectHandle object) {
  return object.isArray() ? object.getArrayNItems() > 0 : !object.isNull();
}

}  // namespace

std::optional<Raster> SolePicture(QPDFObjectHandle page, uint64_t max_pixels) {
  // Whatever is laid over the page may be painted: signatures and stamps are.
  if (HasMembers(page.getKey("/Annots"))) return std::nullopt;
  QPDFPageObjectHelper helper(page);
  QPDFObjectHandle crop = helper.getCropBox();
  if (!crop.isRectangle()) return std::nullopt;
  const auto area = crop.getArrayAsRectangle();
  PictureFinder finder;
  helper.parseContents(&finder);
  if (finder.Name().empty()) return std::nullopt;

  const QPDFMatrix& m = finder.matrix();
  const double width = area.urx - area.llx, height = area.ury - area.lly;
  const bool upright = m.a > 0 && m.d > 0 && std::abs(m.b) + std::abs(m.c) < 1e-6;
  const bool fills = std::abs(m.e - area.llx) < kMostRim && std::abs(m.f - area.lly) < kMostRim &&
                     std::abs(m.a - width) < kMostRim && std::abs(m.d - height) < kMostRim;
  if (!upright || !fills) return std::nullopt;

  QPDFObjectHandle resources = helper.getAttribute("/Resources", false);
  if (!resources.isDictionary()) return std::nullopt;
  QPDFObjectHandle objects = resources.getKey("/XObject");
  if (!objects.isDictionary()) return std::nullopt;
  QPDFObjectHandle picture = objects.getKey(finder.Name());
  if (!picture.isImage()) return std::nullopt;
  PixHandle pix = Decode(picture);
  if (!pix) return std::nullopt;
  const auto across = pixGetWidth(pix.get()), down = pixGetHeight(pix.get());
  if (static_cast<uint64_t>(across) * static_cast<uint64_t>(down) > max_pixels) return std::nullopt;
  const double dpi_x = across * 72 / m.a, dpi_y = down * 72 / m.d;
  if (std::abs(dpi_x - dpi_y) > kSquare * dpi_x) return std::nullopt;

  QPDFObjectHandle rotate = helper.getAttribute("/Rotate", false);
  const auto degrees = rotate.isInteger() ? rotate.getIntValue() : 0;
  if (degrees % 90 != 0) return std::nullopt;
  const int turns = static_cast<int>(((degrees / 90) % 4 + 4) % 4);
  if (turns != 0) pix.reset(pixRotateOrth(pix.get(), turns));
  if (!pix) return std::nullopt;
  pixSetResolution(pix.get(), 0, 0);
  Result<Raster> raster = ToRaster(std::move(pix), max_pixels);
  if (!raster) return std::nullopt;
  raster->dpi = (dpi_x + dpi_y) / 2;
  return *std::move(raster);
}

}  // namespace vanthu::intake
