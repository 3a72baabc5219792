// What the program is told before any command line: the configuration files and the environment.
// Flags then change the values. Nothing below the shells reads either.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "models/core/result.h"
#include "pipeline/cli/messages.h"

namespace vanthu::cli {

struct Settings {
  std::filesystem::path archive = "archive";
  Language language = Language::kEnglish;
  int jobs = 1;  // the number of cores, unless told otherwise
  std::string quality = "normal";
  std::string office;     // names of our own agency, parted by ";"; empty: not known
  std::string office_id;  // its code in the standard's metadata
  std::string user;       // for the log; empty: as the system knows them
  std::string model = "vie";
  std::string tessdata;      // empty: where models are usually found
  std::string soffice;       // LibreOffice; empty: where Debian has it
  int page_timeout = 120;    // seconds
  int document_timeout = 0;  // seconds; 0: none
  int worker_memory = 1024;  // MB
};

struct LoadedSettings {
  Settings settings;
  struct UnknownKey {
    std::string file, key;
  };
  std::vector<UnknownKey> unknown;
};

// /etc/vanthu/config.toml, over it $XDG_CONFIG_HOME/vanthu/config.toml, over it VANTHU_ARCHIVE,
// VANTHU_LANG, VANTHU_OFFICE, VANTHU_OFFICE_ID, VANTHU_USER, VANTHU_JOBS, VANTHU_QUALITY, VANTHU_MODEL,
// VANTHU_TESSDATA, VANTHU_SOFFICE, VANTHU_PAGE_TIMEOUT, VANTHU_DOCUMENT_TIMEOUT, VANTHU_WORKER_MEMORY; the keys
// of the files are the same in lower case. A list of texts in a file is one text, its parts joined with ";".
// The language of the locale holds where none of them names one. Files that are not there are no
// error; kUsage names a file that is not TOML, or a value that makes no sense.
Result<LoadedSettings> LoadSettings();

// "vi" or "en"; kUsage for others.
Result<Language> ParseLanguage(std::string_view name);

}  // namespace vanthu::cli
