#include "scan_form.h"

#include <fmt/format.h>

#include <algorithm>

#include "ageing.h"
#include "ageing_plan.h"
#include "image_pdf.h"
#include "layout.h"
#include "leptonica_image.h"
#include "rng.h"
#include "scan_page.h"

namespace vanthu::corpus {
namespace {

std::string TranscriptOf(const Page& page) {
  std::string text;
  for (const std::string& line : page.transcript) text += line + "\n";
  return text;
}

Result<CompressedImage> Harmed(const Raster& page, const Raster* behind, int number, double dpi,
                               AgeingPlan plan, Damage damage) {
  auto harmed = DamagePage(page, behind, number, dpi, damage, plan.seed);
  if (!harmed.ok()) return harmed.error();
  plan.kind = KindFor(damage, plan.kind);
  return Compress(harmed.value().page, plan, harmed.value().dots);
}

}  // namespace

Result<Scan> SetAsScan(const Letter& letter, const ScanSpec& spec) {
  const std::uint64_t seed = HashOf(fmt::format("{} {}", spec.seed, letter.name));
  const TypeSetter setter(HandText::kLeftOpen);
  const std::vector<Page> pages = LayOut(letter, setter);
  const Desk desk = DeskOf(letter, seed);
  std::vector<Raster> clean;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    auto painted = PaintScanPage(letter, pages[i], static_cast<int>(i), desk, spec.dpi);
    if (!painted.ok()) return painted.error();
    clean.push_back(painted.value());
  }
  const AgeingPlan plan = DrawAgeingPlan(seed, spec.strength);
  std::vector<CompressedImage> images;
  for (std::size_t i = 0; i < clean.size(); ++i) {
    // A sheet is printed on both sides: what shines through is the page that follows.
    const Raster* behind = i + 1 < clean.size() ? &clean[i + 1] : nullptr;
    auto page = AgePage(clean[i], behind, static_cast<int>(i), spec.dpi, plan);
    if (!page.ok()) return page.error();
    auto image = Harmed(page.value(), behind, static_cast<int>(i), spec.dpi, plan, spec.damage);
    if (!image.ok()) return image.error();
    images.push_back(image.value());
  }
  Scan scan{PackImagePdf(images), {}};
  for (const Page& page : pages) scan.transcripts.push_back(TranscriptOf(page));
  return scan;
}

Result<Scan> DamageScan(const Raster& page, const std::string& name, const ScanSpec& spec) {
  constexpr double kA4LongInches = 297 / 25.4;
  const double dpi = std::max(page.width, page.height) / kA4LongInches;
  AgeingPlan plan;
  plan.seed = HashOf(fmt::format("{} {}", spec.seed, name));
  plan.jpeg_quality = 75;
  auto image = Harmed(page, nullptr, 0, dpi, plan, spec.damage);
  if (!image.ok()) return image.error();
  return Scan{PackImagePdf({image.value()}), {}};
}

}  // namespace vanthu::corpus
