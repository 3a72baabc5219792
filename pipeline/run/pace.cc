#include "pipeline/run/pace.h"

#include <cmath>

namespace vanthu::run {
namespace {

using std::chrono::seconds;

constexpr seconds kFirst{3};     // before it a rate says more of the start than of the work
constexpr seconds kLooksAt{60};  // long enough for slow pages to even out
constexpr seconds kBetweenMarks{1};

}  // namespace

std::optional<Pace::Now> Pace::Update(const Progress& progress, Time now) {
  const Mark mark{now, progress.files_done - progress.files_passed, progress.pages_done};
  if (marks_.empty() || now - marks_.back().at >= kBetweenMarks) marks_.push_back(mark);
  while (now - marks_.front().at > kLooksAt) marks_.pop_front();
  const Mark& first = marks_.front();
  const double elapsed = std::chrono::duration<double>(now - first.at).count();
  if (now - first.at < kFirst) return std::nullopt;
  Now pace{static_cast<double>(mark.pages - first.pages) / elapsed, std::nullopt};
  const auto files = static_cast<double>(mark.files_read - first.files_read);
  if (files > 0) {
    const auto left = static_cast<double>(progress.files_total - progress.files_done);
    pace.left = seconds(static_cast<int64_t>(std::ceil(left * elapsed / files)));
  }
  return pace;
}

}  // namespace vanthu::run
