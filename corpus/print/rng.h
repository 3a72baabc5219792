// The random numbers of the corpus: small, seeded, the same on every machine. std::*_distribution
// is not used because its results differ between standard libraries.
#pragma once

#include <cstdint>
#include <string_view>

namespace vanthu::corpus {

// FNV-1a over the bytes, mixed once more so that the low bits are good as well.
inline std::uint64_t HashOf(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : bytes) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3ULL;
  }
  hash ^= hash >> 31;
  hash *= 0x9e3779b97f4a7c15ULL;
  return hash ^ (hash >> 29);
}

class Rng {  // splitmix64
 public:
  explicit Rng(std::uint64_t seed) : state_(seed) {}

  // A generator for one purpose: what is drawn from it does not shift when another purpose draws
  // more or less.
  static Rng For(std::uint64_t seed, std::string_view purpose) {
    return Rng(seed ^ HashOf(purpose));
  }

  std::uint64_t Next() {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }

  // Even in [0, 1).
  double Unit() { return static_cast<double>(Next() >> 11) * 0x1.0p-53; }
  // Even in [low, high).
  double Between(double low, double high) { return low + (high - low) * Unit(); }
  // Even in 0 .. count-1.
  int Below(int count) { return static_cast<int>(Unit() * count); }
  // True in `share` of the calls.
  bool Chance(double share) { return Unit() < share; }

 private:
  std::uint64_t state_;
};

}  // namespace vanthu::corpus
