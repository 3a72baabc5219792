// What people call a kind of file.
#pragma once

#include <string_view>

namespace vanthu::exporting {

// image/tiff -> TIFF; the media type itself where it has no short name. Valid as long as it and the program.
std::string_view KindName(std::string_view media_type);

}  // namespace vanthu::exporting
