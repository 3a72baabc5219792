#include "pipeline/export/standard_metadata.h"

#include <array>
#include <string_view>

#include "models/text/utf8.h"
#include "pipeline/export/page_blocks.h"

namespace vanthu::exporting {
namespace {

using nlohmann::ordered_json;

struct Length {
  std::string_view name;
  size_t limit;  // characters of a text, digits of a number
};
constexpr std::array kLengths = {
    Length{"OrganId", 13},      Length{"FileCatalog", 4},    Length{"FileNotation", 20},
    Length{"DocOrdinal", 3},    Length{"TypeName", 100},     Length{"CodeNumber", 11},
    Length{"CodeNotation", 30}, Length{"IssuedDate", 10},    Length{"OrganName", 200},
    Length{"Subject", 500},     Length{"Language", 30},      Length{"PageAmount", 3},
    Length{"Description", 500}, Length{"Position", 100},     Length{"FullName", 50},
    Length{"Priority", 1},      Length{"DueDate", 10},       Length{"IssuedAmount", 3},
    Length{"ArrivalDate", 10},  Length{"ArrivalNumber", 10}, Length{"ToPlaces", 1000},
    Length{"Title", 500},       Length{"Maintenance", 30},   Length{"Rights", 30},
    Length{"Creator", 30},      Length{"StartDate", 10},     Length{"EndDate", 10},
    Length{"DocTotal", 4},      Length{"PageTotal", 4},
};

size_t LimitOf(std::string_view name) {
  for (const Length& length : kLengths)
    if (length.name == name) return length.limit;
  return std::string_view::npos;
}

// Bytes that `count` characters of a text take, and how many characters it has in all.
struct Measured {
  size_t bytes = 0, characters = 0;
};
Measured Measure(std::string_view text, size_t count) {
  Measured measured;
  for (size_t at = 0; at < text.size();) {
    at += DecodeAt(text, at).length;
    if (++measured.characters <= count) measured.bytes = at;
  }
  return measured;
}

class Fitter {
 public:
  ordered_json Fit(const std::string& path, std::string_view name, const ordered_json& value) {
    if (value.is_array()) {
      ordered_json items = ordered_json::array();
      for (const ordered_json& item : value) items.push_back(Fit(path, name, item));
      return items;
    }
    if (value.is_object()) {
      ordered_json fitted = ordered_json::object();
      for (const auto& [key, part] : value.items()) {
        fitted[key] = Fit(path.empty() ? key : path + "." + key, key, part);
      }
      return fitted;
    }
    const size_t limit = LimitOf(name);
    if (value.is_number()) {
      if (!IsOver(path, value.dump(), limit)) return value;
      shortened.back().left_out = true;
      return nullptr;
    }
    if (!value.is_string()) return value;
    const std::string& text = value.get_ref<const std::string&>();
    if (!IsOver(path, text, limit)) return value;
    return text.substr(0, Measure(text, limit - 1).bytes) + "…";
  }

  std::vector<Shortened> shortened;

 private:
  bool IsOver(const std::string& path, std::string_view text, size_t limit) {
    const size_t characters = Measure(text, 0).characters;
    if (characters <= limit) return false;
    shortened.push_back({path, characters, limit});
    return true;
  }
};

void AppendXml(std::string& xml, size_t depth, const std::string& name, const ordered_json& value) {
  if (value.is_array()) {
    for (const ordered_json& item : value) AppendXml(xml, depth, name, item);
    return;
  }
  const std::string indent(depth * 2, ' ');
  xml += indent + "<" + name;
  if (value.is_null() || (value.is_object() && value.empty())) {
    xml += "/>\n";
    return;
  }
  xml += ">";
  if (value.is_object()) {
    xml += "\n";
    for (const auto& [key, part] : value.items()) AppendXml(xml, depth + 1, key, part);
    xml += indent;
  } else {
    xml += XmlText(value.is_string() ? value.get<std::string>() : value.dump());
  }
  xml += "</" + name + ">\n";
}

}  // namespace

FittedMetadata FitToStandard(const ordered_json& metadata) {
  Fitter fitter;
  FittedMetadata fitted;
  fitted.metadata = fitter.Fit("", "", metadata);
  fitted.shortened = std::move(fitter.shortened);
  return fitted;
}

std::string StandardXml(const std::string& root, const ordered_json& metadata) {
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  AppendXml(xml, 0, root, metadata);
  return xml;
}

}  // namespace vanthu::exporting
