#include "models/core/result.h"

namespace vanthu {

std::string_view ErrorCodeName(ErrorCode code) {
  switch (code) {
    case ErrorCode::kUsage: return "usage";
    case ErrorCode::kNotFound: return "not_found";
    case ErrorCode::kUnreadable: return "unreadable";
    case ErrorCode::kUnsupported: return "unsupported";
    case ErrorCode::kDamaged: return "damaged";
    case ErrorCode::kEncrypted: return "encrypted";
    case ErrorCode::kLimit: return "limit";
    case ErrorCode::kTimeout: return "timeout";
    case ErrorCode::kCrashed: return "crashed";
    case ErrorCode::kDisk: return "disk";
    case ErrorCode::kBusy: return "busy";
    case ErrorCode::kInterrupted: return "interrupted";
    case ErrorCode::kInternal: return "internal";
  }
  return "internal";
}

std::string Error::Describe() const {
  std::string out = file;
  if (page > 0) {
    if (!out.empty()) out += ", ";
    out += "page " + std::to_string(page);
  }
  if (!out.empty()) out += ": ";
  return out + message;
}

}  // namespace vanthu
