#include "pipeline/archive/word_shape.h"

#include <gtest/gtest.h>

namespace vanthu::archive {
namespace {

TEST(HasWordShape, Rows) {
  for (const char* word :
       {"a", "tu", "nguyen", "duong", "nghieng", "quyet", "khuyu", "xa", "syt"}) {
    EXPECT_TRUE(HasWordShape(word)) << word;
  }
  for (const char* word :
       {"", "b", "hd", "ubnd", "dnmn", "sngv", "qh14", "ttg", "aaaa", "650", "bcd"}) {
    EXPECT_FALSE(HasWordShape(word)) << word;
  }
}

}  // namespace
}  // namespace vanthu::archive
