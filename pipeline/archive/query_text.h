// The bytes of a typed query as text: in Unicode, in whatever form, or copied out of an old document
// whose fonts draw Vietnamese at the places of other characters.
#pragma once

#include <string>
#include <string_view>

namespace vanthu::archive {

struct QueryText {
  std::string text;  // normalised (normalize.h), in NFC
  // It was written in TCVN3 or VNI, as bytes or as the characters that a screen shows for them.
  bool converted = false;
  bool broken = false;  // some bytes are no text: they count as blanks
};

// Converted is what is no Vietnamese as it stands and wholly Vietnamese when it is read so.
QueryText ReadQueryText(std::string_view bytes);

}  // namespace vanthu::archive
