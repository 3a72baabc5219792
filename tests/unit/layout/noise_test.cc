// Marks that OCR makes of dirt, and marks that it takes for others.
#include "pipeline/layout/noise.h"

#include <gtest/gtest.h>

#include "pipeline/layout/layout.h"
#include "tests/unit/layout/paper.h"

namespace vanthu::layout {
namespace {

TEST(Noise, WavesBeforeAListAreDashes) {
  const struct {
    const char* read;
    double confidence;
    const char* want;
  } rows[] = {
      {"~ Như trên;", 0.9, "- Như trên;"}, {"- Như trên;", 0.9, "- Như trên;"},
      {"+ Như trên;", 0.9, "+ Như trên;"}, {"khoảng ~ 12 người", 0.9, "khoảng ~ 12 người"},
      {"~ Như trên;", 1, "~ Như trên;"},  // a text layer has what it has
  };
  for (const auto& row : rows) {
    const Page page = Arrange(Paper(row.confidence).At(85, 100, row.read).Make());
    ASSERT_EQ(page.lines.size(), 1U) << row.read;
    EXPECT_EQ(page.lines[0].text, row.want);
  }
}

}  // namespace
}  // namespace vanthu::layout
