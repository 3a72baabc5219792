// The weight of a block whose author marked nothing: an official letter prints its issuer, motto,
// title and signer bold and its place and date italic (Decree 30/2020, Annex I). A block with at
// least one mark of its own is left as it is.
#pragma once

#include "letter.h"

namespace vanthu::corpus {

Letter WithDefaultStyle(Letter letter);

}  // namespace vanthu::corpus
