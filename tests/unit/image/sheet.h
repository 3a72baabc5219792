// Rasters drawn in code for the image tests: lines of dark strokes as high as letters.
#pragma once

#include <cstddef>
#include <vector>

#include "models/document/raster.h"

namespace vanthu::image {

inline Raster WhiteSheet(int width, int height, int channels = 1) {
  Raster raster;
  raster.width = width;
  raster.height = height;
  raster.channels = channels;
  raster.pixels.assign(static_cast<size_t>(width) * static_cast<size_t>(height) *
                           static_cast<size_t>(channels),
                       250);
  return raster;
}

inline void Fill(Raster& raster, int x0, int y0, int x1, int y1, uint8_t value) {
  for (int y = y0; y < y1; ++y) {
    for (int x = x0; x < x1; ++x) {
      for (int c = 0; c < raster.channels; ++c) {
        raster.pixels[(static_cast<size_t>(y) * static_cast<size_t>(raster.width) +
                       static_cast<size_t>(x)) *
                          static_cast<size_t>(raster.channels) +
                      static_cast<size_t>(c)] = value;
      }
    }
  }
}

// Text lines of upright strokes: letters `letter` pixels high, four words of varying length a line.
inline Raster TextSheet(int width, int height, int letter) {
  Raster raster = WhiteSheet(width, height);
  const int pitch = letter * 3;
  int count = 0;
  for (int y = height / 10; y + pitch < height * 9 / 10; y += pitch) {
    // Lines begin at different places, or the strokes would stand in columns.
    for (int x = width / 8 + y / pitch * 5 % letter; x + letter < width * 7 / 8; x += letter) {
      if (++count % 7 == 0) continue;  // a blank between words
      Fill(raster, x, y, x + letter * 2 / 3, y + letter, 20);
    }
  }
  return raster;
}

}  // namespace vanthu::image
