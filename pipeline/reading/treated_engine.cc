#include "pipeline/reading/treated_engine.h"

#include <utility>

#include "pipeline/image/binary.h"

namespace vanthu::reading {
namespace {

Box Scaled(const Box& box, double x, double y) {
  return {box.x0 * x, box.y0 * y, box.x1 * x, box.y1 * y};
}

class TreatedEngine : public Engine {
 public:
  TreatedEngine(std::shared_ptr<Engine> engine, const Treatment& treatment)
      : engine_(std::move(engine)), treatment_(treatment) {}

  Result<std::vector<ReadWord>> Recognize(const image::Image& image, double dpi) override {
    return Read(image, dpi, &Engine::Recognize);
  }

  Result<std::vector<ReadWord>> RecognizeBlock(const image::Image& image, double dpi) override {
    return Read(image, dpi, &Engine::RecognizeBlock);
  }

 private:
  using Reading = Result<std::vector<ReadWord>> (Engine::*)(const image::Image&, double);

  Result<std::vector<ReadWord>> Read(const image::Image& image, double dpi, Reading read) {
    image::Image treated;
    if (treatment_.scale != 1) treated = image::Scaled(image, treatment_.scale);
    const image::Image& scaled = treated.empty() ? image : treated;
    const double scaled_dpi = treated.empty() ? dpi : dpi * treatment_.scale;
    image::Image binary;
    if (treatment_.binary) binary = image::LocallyBinary(scaled, scaled_dpi);
    const image::Image& last = binary.empty() ? scaled : binary;
    Result<std::vector<ReadWord>> words = (engine_.get()->*read)(last, scaled_dpi);
    if (!words) return words;
    const double x = static_cast<double>(image.width()) / last.width();
    const double y = static_cast<double>(image.height()) / last.height();
    for (ReadWord& word : *words) {
      word.box = Scaled(word.box, x, y);
      for (ReadSymbol& symbol : word.symbols) symbol.box = Scaled(symbol.box, x, y);
    }
    return words;
  }

  std::shared_ptr<Engine> engine_;
  Treatment treatment_;
};

}  // namespace

std::unique_ptr<Engine> MakeTreatedEngine(std::shared_ptr<Engine> engine,
                                          const Treatment& treatment) {
  return std::make_unique<TreatedEngine>(std::move(engine), treatment);
}

}  // namespace vanthu::reading
