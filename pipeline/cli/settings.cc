#include "pipeline/cli/settings.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <system_error>
#include <thread>

namespace vanthu::cli {
namespace {

namespace fs = std::filesystem;

Error Wrong(const std::string& where, std::string why) {
  return {ErrorCode::kUsage, std::move(why), where, 0};
}

Result<int> ParseNumber(std::string_view text) {
  int number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc() || end != text.data() + text.size() || number < 0)
    return Error{ErrorCode::kUsage, fmt::format("\"{}\" is no number", text), "", 0};
  return number;
}

template <int Settings::*member>
Result<Settings> WithNumber(Settings settings, std::string_view value) {
  Result<int> number = ParseNumber(value);
  if (!number.ok()) return number.error();
  settings.*member = *number;
  return settings;
}

template <std::string Settings::*member>
Result<Settings> WithText(Settings settings, std::string_view value) {
  settings.*member = value;
  return settings;
}

Result<Settings> WithArchive(Settings settings, std::string_view value) {
  settings.archive = value;
  return settings;
}

Result<Settings> WithLanguage(Settings settings, std::string_view value) {
  Result<Language> language = ParseLanguage(value);
  if (!language.ok()) return language.error();
  settings.language = *language;
  return settings;
}

struct Key {
  const char* name;         // in a file
  const char* environment;  // variable
  Result<Settings> (*with)(Settings, std::string_view);
};
constexpr std::array kKeys = {
    Key{"archive", "VANTHU_ARCHIVE", WithArchive},
    Key{"lang", "VANTHU_LANG", WithLanguage},
    Key{"office", "VANTHU_OFFICE", WithText<&Settings::office>},
    Key{"office_id", "VANTHU_OFFICE_ID", WithText<&Settings::office_id>},
    Key{"user", "VANTHU_USER", WithText<&Settings::user>},
    Key{"jobs", "VANTHU_JOBS", WithNumber<&Settings::jobs>},
    Key{"quality", "VANTHU_QUALITY", WithText<&Settings::quality>},
    Key{"model", "VANTHU_MODEL", WithText<&Settings::model>},
    Key{"tessdata", "VANTHU_TESSDATA", WithText<&Settings::tessdata>},
    Key{"soffice", "VANTHU_SOFFICE", WithText<&Settings::soffice>},
    Key{"page_timeout", "VANTHU_PAGE_TIMEOUT", WithNumber<&Settings::page_timeout>},
    Key{"document_timeout", "VANTHU_DOCUMENT_TIMEOUT", WithNumber<&Settings::document_timeout>},
    Key{"worker_memory", "VANTHU_WORKER_MEMORY", WithNumber<&Settings::worker_memory>},
};

// Empty where the variable is not set.
std::string Environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

Language LocaleLanguage() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const std::string locale = Environment(name); !locale.empty())
      return locale.starts_with("vi") ? Language::kVietnamese : Language::kEnglish;
  return Language::kEnglish;
}

const Key* FindKey(std::string_view name) {
  for (const Key& key : kKeys)
    if (name == key.name) return &key;
  return nullptr;
}

std::string ValueOf(const toml::node& node) {
  if (const toml::array* list = node.as_array()) {
    std::string joined;
    for (const toml::node& item : *list) {
      if (!joined.empty()) joined += ';';
      joined += ValueOf(item);
    }
    return joined;
  }
  if (const std::optional<std::string> text = node.value<std::string>()) return *text;
  const std::optional<int64_t> number = node.value<int64_t>();
  return number ? std::to_string(*number) : "";
}

// The settings with those of a file over them.
Result<LoadedSettings> WithFile(LoadedSettings loaded, const fs::path& file) {
  std::error_code failed;
  if (!fs::is_regular_file(file, failed)) return loaded;
  try {
    const toml::table table = toml::parse_file(file.string());
    for (const auto& [name, node] : table) {
      const Key* key = FindKey(name.str());
      if (key == nullptr) {
        loaded.unknown.push_back({file.string(), std::string(name.str())});
        continue;
      }
      Result<Settings> with = key->with(loaded.settings, ValueOf(node));
      if (!with.ok())
        return Wrong(file.string(), std::string(key->name) + ": " + with.error().message);
      loaded.settings = *std::move(with);
    }
  } catch (const toml::parse_error& e) {
    return Wrong(file.string(), "line " + std::to_string(e.source().begin.line) + ": " +
                                    std::string(e.description()));
  }
  return loaded;
}

}  // namespace

Result<Language> ParseLanguage(std::string_view name) {
  if (name == "vi") return Language::kVietnamese;
  if (name == "en") return Language::kEnglish;
  return Error{ErrorCode::kUsage, "the language is vi or en", "", 0};
}

Result<LoadedSettings> LoadSettings() {
  LoadedSettings loaded;
  loaded.settings.language = LocaleLanguage();
  loaded.settings.jobs = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  std::vector<fs::path> files = {"/etc/vanthu/config.toml"};
  fs::path home = Environment("XDG_CONFIG_HOME");
  if (home.empty() && !Environment("HOME").empty())
    home = fs::path(Environment("HOME")) / ".config";
  if (!home.empty()) files.push_back(home / "vanthu" / "config.toml");
  for (const fs::path& file : files) {
    Result<LoadedSettings> with = WithFile(std::move(loaded), file);
    if (!with.ok()) return with;
    loaded = *std::move(with);
  }
  for (const Key& key : kKeys) {
    const std::string value = Environment(key.environment);
    if (value.empty()) continue;
    Result<Settings> with = key.with(loaded.settings, value);
    if (!with.ok()) return Wrong(key.environment, with.error().message);
    loaded.settings = *std::move(with);
  }
  return loaded;
}

}  // namespace vanthu::cli
