// The picture of a page that is nothing but a picture, as its scanner stored it: no renderer needs to paint
// it, which costs more time than everything else before reading.
#pragma once

#include <cstdint>
#include <optional>
#include <qpdf/QPDFObjectHandle.hh>

#include "models/document/raster.h"

namespace vanthu::intake {

// The pixels of the one picture that fills the page (JPEG, or fax of group 4), turned as the page is shown;
// its dpi is that on the page. None where anything else is painted or may be, where the picture is masked or
// stretched, or where it does not decode without a flaw: then the page must be drawn. `page` is a page
// object; throws as qpdf does.
std::optional<Raster> SolePicture(QPDFObjectHandle page, uint64_t max_pixels);

}  // namespace vanthu::intake
