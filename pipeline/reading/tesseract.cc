// The one file that knows Tesseract. Its strings and iterators are copied out here.
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <system_error>
#include <utility>

#include "models/text/normalize.h"
#include "pipeline/reading/engine.h"
#include "pipeline/reading/treated_engine.h"

namespace vanthu::reading {
namespace {

namespace fs = std::filesystem;

// Where distributions put the models.
constexpr std::array kModelFolders = {"/usr/share/tesseract-ocr/5/tessdata",
                                      "/usr/share/tesseract-ocr/4.00/tessdata",
                                      "/usr/share/tessdata", "/usr/local/share/tessdata"};

// Larger than that of the language, and trained on other pages: where both err, they err differently.
constexpr const char* kScriptModel = "script/Vietnamese";

// Sizes of the image at which the same nets err differently again. CER by line and words lost of the 10 pages
// of ../shared, percent: one net 0.77 and 2.82; both 0.61 and 2.08; both and the first at 0.8, the second at
// 1.25 0.56 and 1.78; the first at 1.25, the second at 0.8 0.49 and 1.81. The first net alone at two sizes:
// 0.68 and 2.47. A second image in black and white only (Sauvola) was worse than the grey one wherever it was
// tried.
constexpr double kLarger = 1.25;
constexpr double kSmaller = 0.8;

struct Model {
  std::string folder;
  std::string name;
};

// Debian keeps "script/Vietnamese" as "Vietnamese" beside the languages, others in a folder.
std::vector<std::string> FileNames(const std::string& model) {
  std::vector<std::string> names = {model};
  const size_t slash = model.rfind('/');
  if (slash != std::string::npos) names.push_back(model.substr(slash + 1));
  return names;
}

std::string DebianPackage(const std::string& model) {
  if (model.find("Vietnamese") != std::string::npos) return "tesseract-ocr-script-viet";
  std::string package = "tesseract-ocr-" + model;
  std::replace(package.begin(), package.end(), '_', '-');
  return package;
}

Result<Model> FindModel(const Settings& settings) {
  std::vector<std::string> folders;
  if (settings.tessdata_dir.empty()) {
    folders.assign(kModelFolders.begin(), kModelFolders.end());
  } else {
    folders.push_back(settings.tessdata_dir);
  }
  for (const std::string& folder : folders) {
    for (const std::string& name : FileNames(settings.model)) {
      std::error_code unreadable;
      if (fs::is_regular_file(fs::path(folder) / (name + ".traineddata"), unreadable)) {
        return Model{folder, name};
      }
    }
  }
  return Error{ErrorCode::kNotFound,
               "the OCR model \"" + settings.model + "\" is not installed: apt-get install " +
                   DebianPackage(settings.model),
               {},
               0};
}

std::string Take(char* owned) {
  if (owned == nullptr) return {};
  std::string text(owned);
  delete[] owned;
  return text;
}

class TesseractEngine : public Engine {
 public:
  Result<std::vector<ReadWord>> Recognize(const image::Image& image, double dpi) override {
    return Read(image, dpi, tesseract::PSM_AUTO);
  }

  Result<std::vector<ReadWord>> RecognizeBlock(const image::Image& image, double dpi) override {
    return Read(image, dpi, tesseract::PSM_SINGLE_BLOCK);
  }

  Result<std::vector<ReadWord>> RecognizeLine(const image::Image& image, double dpi) override {
    return Read(image, dpi, tesseract::PSM_SINGLE_LINE);
  }

  Status Load(const Model& model) {
    // The engine talks on stderr about pages without text; that is no message for a clerk.
    api_.SetVariable("debug_file", "/dev/null");
    if (api_.Init(model.folder.c_str(), model.name.c_str(), tesseract::OEM_LSTM_ONLY) != 0) {
      return Error{ErrorCode::kNotFound,
                   "the OCR model \"" + model.name + "\" in " + model.folder +
                       " is damaged or has no LSTM net",
                   {},
                   0};
    }
    WarmUp();
    return Done{};
  }

 private:
  Result<std::vector<ReadWord>> Read(const image::Image& image, double dpi,
                                     tesseract::PageSegMode mode) {
    api_.SetPageSegMode(mode);
    api_.SetImage(image.get());
    api_.SetSourceResolution(static_cast<int>(std::lround(dpi)));
    const bool failed = api_.Recognize(nullptr) != 0;
    std::vector<ReadWord> words = failed ? std::vector<ReadWord>() : Words();
    api_.Clear();
    if (failed) return Error{ErrorCode::kDamaged, "the OCR engine cannot read this image", {}, 0};
    return words;
  }

  // A resolution that cannot be makes the engine open its debug file, to complain; a worker may
  // open no file any more once it is confined.
  void WarmUp() {
    constexpr int kSide = 64;
    const std::vector<unsigned char> white(kSide * kSide, 255);
    api_.SetImage(white.data(), kSide, kSide, 1, kSide);
    api_.SetSourceResolution(1);
    api_.Recognize(nullptr);
    api_.Clear();
  }

  std::vector<ReadWord> Words() {
    std::vector<ReadWord> words;
    const std::unique_ptr<tesseract::ResultIterator> at(api_.GetIterator());
    if (at == nullptr) return words;
    int line = -1;
    do {
      if (at->Empty(tesseract::RIL_WORD)) continue;
      if (line < 0 || at->IsAtBeginningOf(tesseract::RIL_TEXTLINE)) ++line;
      int left = 0, top = 0, right = 0, bottom = 0;
      if (!at->BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom)) continue;
      std::string text = CleanLine(Take(at->GetUTF8Text(tesseract::RIL_WORD)));
      if (text.empty()) continue;
      const double confidence = static_cast<double>(at->Confidence(tesseract::RIL_WORD)) / 100;
      words.push_back({std::move(text), std::clamp(confidence, 0.0, 1.0),
                       Box{static_cast<double>(left), static_cast<double>(top),
                           static_cast<double>(right), static_cast<double>(bottom)},
                       line, Symbols(*at)});
    } while (at->Next(tesseract::RIL_WORD));
    return words;
  }

  // The signs of the word that `at` stands on.
  static std::vector<ReadSymbol> Symbols(const tesseract::ResultIterator& at) {
    std::vector<ReadSymbol> symbols;
    tesseract::ResultIterator sign(at);
    do {
      int left = 0, top = 0, right = 0, bottom = 0;
      if (!sign.BoundingBox(tesseract::RIL_SYMBOL, &left, &top, &right, &bottom)) continue;
      symbols.push_back({Take(sign.GetUTF8Text(tesseract::RIL_SYMBOL)),
                         Box{static_cast<double>(left), static_cast<double>(top),
                             static_cast<double>(right), static_cast<double>(bottom)}});
    } while (!sign.IsAtFinalElement(tesseract::RIL_WORD, tesseract::RIL_SYMBOL) &&
             sign.Next(tesseract::RIL_SYMBOL));
    return symbols;
  }

  tesseract::TessBaseAPI api_;
};

}  // namespace

Result<std::unique_ptr<Engine>> MakeTesseractEngine(const Settings& settings) {
  Result<Model> model = FindModel(settings);
  if (!model) return std::move(model).error();
  auto engine = std::make_unique<TesseractEngine>();
  if (Status loaded = engine->Load(*model); !loaded) return loaded.error();
  return std::unique_ptr<Engine>(std::move(engine));
}

Result<std::vector<std::unique_ptr<Engine>>> MakeTesseractEngines(const Settings& settings) {
  std::vector<std::unique_ptr<Engine>> engines;
  Result<std::unique_ptr<Engine>> made = MakeTesseractEngine(settings);
  if (!made) return std::move(made).error();
  const std::shared_ptr<Engine> first = *std::move(made);
  engines.push_back(MakeTreatedEngine(first, {}));
  if (settings.quality == Quality::kQuick) return engines;

  std::shared_ptr<Engine> second = first;
  if (settings.model != kScriptModel) {
    Settings script = settings;
    script.model = kScriptModel;
    made = MakeTesseractEngine(script);
    if (made) second = *std::move(made);
  }
  const bool two_nets = second != first;
  engines.push_back(MakeTreatedEngine(second, {two_nets ? 1 : kLarger, false}));
  if (settings.quality == Quality::kNormal) return engines;
  if (two_nets) engines.push_back(MakeTreatedEngine(first, {kLarger, false}));
  engines.push_back(MakeTreatedEngine(second, {kSmaller, false}));
  return engines;
}

const char* EngineVersion() { return tesseract::TessBaseAPI::Version(); }

}  // namespace vanthu::reading
