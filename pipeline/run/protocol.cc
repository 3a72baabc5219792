#include "pipeline/run/protocol.h"

#include <nlohmann/json.hpp>

#include "models/document/page_json.h"

namespace vanthu::run {
namespace {

using nlohmann::json;

Error Damaged(const std::string& message) { return {ErrorCode::kDamaged, message, "", 0}; }

std::string Bytes(const json& value) {
  std::string out;
  json::to_cbor(value, out);
  return out;
}

json LimitsToJson(const intake::Limits& limits) {
  return {{"file_bytes", limits.max_file_bytes},   {"pixels", limits.max_pixels},
          {"unpacked", limits.max_unpacked_bytes}, {"member", limits.max_member_bytes},
          {"members", limits.max_members},         {"ratio", limits.max_unpack_ratio},
          {"nesting", limits.max_nesting},         {"pages", limits.max_pages}};
}

intake::Limits LimitsFromJson(const json& value) {
  intake::Limits limits;
  limits.max_file_bytes = value.at("file_bytes").get<uint64_t>();
  limits.max_pixels = value.at("pixels").get<uint64_t>();
  limits.max_unpacked_bytes = value.at("unpacked").get<uint64_t>();
  limits.max_member_bytes = value.at("member").get<uint64_t>();
  limits.max_members = value.at("members").get<int>();
  limits.max_unpack_ratio = value.at("ratio").get<int>();
  limits.max_nesting = value.at("nesting").get<int>();
  limits.max_pages = value.at("pages").get<int>();
  return limits;
}

json ToJson(const StartRequest& start) {
  return {{"is", "start"},
          {"memory", start.memory_bytes},
          {"model", start.reader.model},
          {"tessdata", start.reader.tessdata_dir},
          {"quality", static_cast<int>(start.reader.quality)},
          {"limits", LimitsToJson(start.limits)}};
}

json ToJson(const OpenRequest& open) {
  return {{"is", "open"}, {"file", open.file}, {"first", open.first_page}};
}

json ToJson(const PageRequest& page) {
  return {{"is", "page"}, {"file", page.file}, {"index", page.index}};
}

// Characters as numbers: the layer's codes count them.
json ToJson(const LayerRequest& request) {
  json pages = json::array();
  for (const exporting::PageLayer& page : request.layer.pages)
    pages.push_back({page.index, page.width, page.height, page.content});
  json glyphs = json::array();
  for (char32_t c : request.layer.glyphs) glyphs.push_back(static_cast<uint32_t>(c));
  return {{"is", "layer"},
          {"file", request.file},
          {"pages", std::move(pages)},
          {"glyphs", std::move(glyphs)}};
}

json ToJson(const DrawRequest& request) {
  json marks = json::array();
  for (const exporting::PageMark& mark : request.marks)
    marks.push_back({mark.box.x0, mark.box.y0, mark.box.x1, mark.box.y1, mark.colour,
                     mark.thickness, mark.label});
  return {{"is", "draw"},           {"file", request.file},
          {"index", request.index}, {"size", {request.width, request.height}},
          {"dpi", request.dpi},     {"marks", std::move(marks)}};
}

json ToJson(const BytesAnswer& part) { return {{"is", "bytes"}, {"bytes", part.bytes}}; }

json ToJson(const EndAnswer& end) {
  return {{"is", "end"}, {"outcome", static_cast<int>(end.outcome)}};
}

json ToJson(const ReadyAnswer& /*ready*/) { return {{"is", "ready"}}; }

json ToJson(const OpenedAnswer& opened) {
  return {{"is", "opened"},
          {"type", static_cast<int>(opened.media_type)},
          {"pages", opened.page_count}};
}

json ToJson(const Page& page) { return {{"is", "page"}, {"page", PageToJson(page)}}; }

json ToJson(const Error& error) {
  return {{"is", "error"},
          {"code", static_cast<int>(error.code)},
          {"message", error.message},
          {"file", error.file},
          {"page", error.page}};
}

StartRequest StartFromJson(const json& value) {
  StartRequest start;
  start.memory_bytes = value.at("memory").get<uint64_t>();
  start.reader.model = value.at("model").get<std::string>();
  start.reader.tessdata_dir = value.at("tessdata").get<std::string>();
  start.reader.quality = static_cast<reading::Quality>(value.at("quality").get<int>());
  start.limits = LimitsFromJson(value.at("limits"));
  return start;
}

LayerRequest LayerFromJson(const json& value) {
  LayerRequest request;
  request.file = value.at("file").get<std::string>();
  for (const json& page : value.at("pages"))
    request.layer.pages.push_back({page.at(0).get<int>(), page.at(1).get<double>(),
                                   page.at(2).get<double>(), page.at(3).get<std::string>()});
  for (const json& glyph : value.at("glyphs"))
    request.layer.glyphs += static_cast<char32_t>(glyph.get<uint32_t>());
  return request;
}

DrawRequest DrawFromJson(const json& value) {
  DrawRequest request;
  request.file = value.at("file").get<std::string>();
  request.index = value.at("index").get<int>();
  request.width = value.at("size").at(0).get<double>();
  request.height = value.at("size").at(1).get<double>();
  request.dpi = value.at("dpi").get<double>();
  for (const json& mark : value.at("marks"))
    request.marks.push_back({{mark.at(0).get<double>(), mark.at(1).get<double>(),
                              mark.at(2).get<double>(), mark.at(3).get<double>()},
                             mark.at(4).get<uint32_t>(),
                             mark.at(5).get<int>(),
                             mark.at(6).get<std::string>()});
  return request;
}

}  // namespace

std::string Encode(const Request& request) {
  return std::visit([](const auto& which) { return Bytes(ToJson(which)); }, request);
}

std::string Encode(const Answer& answer) {
  return std::visit([](const auto& which) { return Bytes(ToJson(which)); }, answer);
}

Result<Request> DecodeRequest(std::string_view bytes) {
  try {
    const json value = json::from_cbor(bytes);
    const auto is = value.at("is").get<std::string>();
    if (is == "start") return Request(StartFromJson(value));
    if (is == "open")
      return Request(
          OpenRequest{value.at("file").get<std::string>(), value.at("first").get<bool>()});
    if (is == "page")
      return Request(
          PageRequest{value.at("file").get<std::string>(), value.at("index").get<int>()});
    if (is == "layer") return Request(LayerFromJson(value));
    if (is == "draw") return Request(DrawFromJson(value));
    return Damaged("an unknown request");
  } catch (const json::exception& e) {
    return Damaged(e.what());
  }
}

Result<Answer> DecodeAnswer(std::string_view bytes) {
  try {
    const json value = json::from_cbor(bytes);
    const auto is = value.at("is").get<std::string>();
    if (is == "ready") return Answer(ReadyAnswer{});
    if (is == "opened")
      return Answer(OpenedAnswer{static_cast<intake::MediaType>(value.at("type").get<int>()),
                                 value.at("pages").get<int>()});
    if (is == "error")
      return Answer(Error{static_cast<ErrorCode>(value.at("code").get<int>()),
                          value.at("message").get<std::string>(),
                          value.at("file").get<std::string>(), value.at("page").get<int>()});
    if (is == "bytes") return Answer(BytesAnswer{value.at("bytes").get<std::string>()});
    if (is == "end")
      return Answer(
          EndAnswer{static_cast<exporting::LayerOutcome>(value.at("outcome").get<int>())});
    if (is != "page") return Damaged("an unknown answer");
    Result<Page> page = PageFromJson(value.at("page"));
    if (!page.ok()) return std::move(page).error();
    return Answer(*std::move(page));
  } catch (const json::exception& e) {
    return Damaged(e.what());
  }
}

}  // namespace vanthu::run
