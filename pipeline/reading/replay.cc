#include "pipeline/reading/replay.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <span>
#include <utility>

#include "models/document/page_json.h"

namespace vanthu::reading {
namespace {

namespace fs = std::filesystem;

class Fnv128 {
 public:
  void Add(std::span<const uint8_t> bytes) {
    for (const uint8_t byte : bytes) {
      state_ ^= byte;
      state_ *= kPrime;
    }
  }
  void Add(std::string_view text) {
    Add(std::span(reinterpret_cast<const uint8_t*>(text.data()), text.size()));
  }
  std::string Hex() const {
    return fmt::format("{:016x}{:016x}", static_cast<uint64_t>(state_ >> 64),
                       static_cast<uint64_t>(state_));
  }

 private:
  __extension__ typedef unsigned __int128 State;
  static constexpr State kPrime = (State{1} << 88) + 0x13b;
  State state_ = (State{0x6c62272e07bb0142} << 64) + 0x62b821756295c58d;
};

class ReplayReader : public Reader {
 public:
  ReplayReader(fs::path folder, Settings settings)
      : folder_(std::move(folder)), settings_(std::move(settings)) {}

  Result<Page> Read(const Raster& raster, Page page) override {
    const fs::path file = folder_ / RecordingName(raster, settings_);
    std::ifstream in(file, std::ios::binary);
    if (!in) {
      return Error{ErrorCode::kNotFound, "this page was not recorded", file.string(), page.number};
    }
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    const nlohmann::json json = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
    Result<Page> recorded = PageFromJson(json);
    if (!recorded) {
      return Error{ErrorCode::kDamaged, "the recording is damaged: " + recorded.error().message,
                   file.string(), page.number};
    }
    // The number and the reason are those of this file, not of the one that was recorded.
    recorded->number = page.number;
    recorded->reason = std::move(page.reason);
    for (Diagnostic& diagnostic : recorded->diagnostics) diagnostic.page = page.number;
    return recorded;
  }

 private:
  fs::path folder_;
  Settings settings_;
};

class RecordingReader : public Reader {
 public:
  RecordingReader(std::unique_ptr<Reader> reader, fs::path folder, Settings settings)
      : reader_(std::move(reader)), folder_(std::move(folder)), settings_(std::move(settings)) {}

  Result<Page> Read(const Raster& raster, Page page) override {
    const int number = page.number;
    Result<Page> answer = reader_->Read(raster, std::move(page));
    if (!answer) return answer;
    const fs::path file = folder_ / RecordingName(raster, settings_);
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << PageToJson(*answer).dump(1) << '\n';
    out.close();
    if (!out) {
      return Error{ErrorCode::kDisk, "the recording cannot be written", file.string(), number};
    }
    return answer;
  }

 private:
  std::unique_ptr<Reader> reader_;
  fs::path folder_;
  Settings settings_;
};

}  // namespace

std::string RecordingName(const Raster& raster, const Settings& settings) {
  Fnv128 hash;
  hash.Add(fmt::format("{} {} {} {:.3f} {}\n", raster.width, raster.height, raster.channels,
                       raster.dpi, settings.Key()));
  hash.Add(raster.pixels);
  return hash.Hex() + ".json";
}

std::unique_ptr<Reader> MakeReplayReader(fs::path folder, const Settings& settings) {
  return std::make_unique<ReplayReader>(std::move(folder), settings);
}

std::unique_ptr<Reader> MakeRecordingReader(std::unique_ptr<Reader> reader, fs::path folder,
                                            const Settings& settings) {
  return std::make_unique<RecordingReader>(std::move(reader), std::move(folder), settings);
}

}  // namespace vanthu::reading
