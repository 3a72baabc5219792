#include "pipeline/intake/formats.h"
#include "pipeline/intake/bytes.h"
namespace vanthu::intake {
OpenResult OpenPdf(const std::filesystem::path& file, const Limits&) { return FileError(ErrorCode::kUnsupported, "", file); }
}
