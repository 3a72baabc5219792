#include "pipeline/run/dot_job.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <string>

namespace vanthu::run {
namespace {

using testing::HasSubstr;

// Nothing is found in this PATH.
class EmptyPath {
 public:
  EmptyPath() : before_(getenv("PATH")) { setenv("PATH", "/nowhere", 1); }
  ~EmptyPath() { setenv("PATH", before_.c_str(), 1); }

 private:
  std::string before_;
};

TEST(DotJobTest, DrawsADrawing) {
  const Result<std::string> svg = DrawSvg("digraph { a -> b [label=\"căn cứ\"]; }");
  ASSERT_TRUE(svg.ok()) << svg.error().message;
  EXPECT_THAT(*svg, HasSubstr("<svg"));
  EXPECT_THAT(*svg, HasSubstr("căn cứ"));
  EXPECT_TRUE(HasGraphviz());
}

TEST(DotJobTest, WhatIsNoDrawingIsAnError) {
  EXPECT_EQ(DrawSvg("no drawing {").error().code, ErrorCode::kCrashed);
}

TEST(DotJobTest, WithoutGraphvizItNamesThePackage) {
  const EmptyPath path;
  const Result<std::string> svg = DrawSvg("digraph {}");
  ASSERT_FALSE(svg.ok());
  EXPECT_EQ(svg.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(svg.error().message, HasSubstr("Debian package graphviz"));
  EXPECT_FALSE(HasGraphviz());
}

}  // namespace
}  // namespace vanthu::run
