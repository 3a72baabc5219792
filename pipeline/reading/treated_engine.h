// A second look at the same page: an engine that reads a treated copy of the image that it is given and
// tells the words' places on the one it was given. Where one reading errs by chance, the other seldom
// errs alike.
#pragma once

#include <memory>

#include "pipeline/reading/engine.h"

namespace vanthu::reading {

struct Treatment {
  double scale = 1;     // both sides of the image
  bool binary = false;  // image::LocallyBinary, after scaling
};

// Reads with `engine`, which others may use as well. An image too small for the treatment is read as it is.
std::unique_ptr<Engine> MakeTreatedEngine(std::shared_ptr<Engine> engine,
                                          const Treatment& treatment);

}  // namespace vanthu::reading
