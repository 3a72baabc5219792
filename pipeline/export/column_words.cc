#include "pipeline/export/column_words.h"

#include <array>

namespace vanthu::exporting {
namespace {

struct Known {
  std::string_view key, vietnamese;
  double width;
  ColumnKind kind = ColumnKind::kText;
};

constexpr std::array kColumns = {
    // The letter.
    Known{"letter_id", "Mã văn bản", 9, ColumnKind::kPlain},
    Known{"id", "Mã văn bản", 9, ColumnKind::kPlain},
    Known{"number", "Số, ký hiệu", 20},
    Known{"issue_date", "Ngày ban hành", 12, ColumnKind::kDay},
    Known{"doc_type", "Loại", 8},
    Known{"issuer", "Cơ quan ban hành", 30},
    Known{"parent", "Cơ quan chủ quản", 26},
    Known{"subject", "Trích yếu", 45},
    Known{"addressees", "Kính gửi", 30},
    Known{"signer", "Người ký", 20},
    Known{"signer_title", "Chức vụ", 20},
    Known{"recipients", "Nơi nhận", 40},
    Known{"urgency", "Độ khẩn", 10},
    Known{"secrecy", "Độ mật", 10},
    Known{"place", "Địa danh", 14},
    Known{"references", "Văn bản viện dẫn", 40},
    Known{"source", "Tệp", 28},
    Known{"letter", "Văn bản thứ", 9, ColumnKind::kPlain},
    Known{"snippet", "Đoạn trích", 60},
    Known{"page", "Trang", 8, ColumnKind::kPlain},
    Known{"pages", "Trang", 8, ColumnKind::kPlain},
    Known{"raw", "Nguyên văn", 30},
    // Delegations and conferences.
    Known{"direction", "Đoàn ra/vào", 9},
    Known{"seq", "TT", 6, ColumnKind::kPlain},
    Known{"purpose", "Danh nghĩa đoàn", 30},
    Known{"countries", "Nước", 12},
    Known{"country", "Nước", 10},
    Known{"head", "Trưởng đoàn", 24},
    Known{"content", "Nội dung", 40},
    Known{"partners", "Đối tác", 24},
    Known{"members", "Số người", 10, ColumnKind::kAmount},
    Known{"days", "Số ngày", 9, ColumnKind::kAmount},
    Known{"count", "Số đoàn", 9, ColumnKind::kAmount},
    Known{"period", "Thời gian", 22},
    Known{"period_start", "Từ ngày", 12, ColumnKind::kDay},
    Known{"period_end", "Đến ngày", 12, ColumnKind::kDay},
    Known{"year", "Năm", 8, ColumnKind::kPlain},
    Known{"funding", "Kinh phí", 20},
    Known{"local_delegates", "Đại biểu trong nước", 11, ColumnKind::kAmount},
    Known{"foreign_delegates", "Đại biểu nước ngoài", 11, ColumnKind::kAmount},
    // Figures.
    Known{"kind", "Loại", 14},
    Known{"value", "Giá trị", 20, ColumnKind::kDecimal},
    Known{"value_max", "Đến", 20, ColumnKind::kDecimal},
    Known{"unit", "Đơn vị", 14},
    Known{"approx", "Mức chính xác", 12},
    Known{"change", "Tăng/giảm", 10},
    Known{"baseline", "So với", 20},
    Known{"label", "Chỉ tiêu", 30},
    Known{"section", "Mục", 10},
    Known{"of", "Trên tổng số", 12, ColumnKind::kDecimal},
    Known{"same_as", "Trùng với số thứ", 9, ColumnKind::kPlain},
    // Partners, deadlines, findings.
    Known{"name", "Tên", 34},
    Known{"letters", "Số văn bản", 10, ColumnKind::kAmount},
    Known{"last_letter_id", "Văn bản mới nhất", 10, ColumnKind::kPlain},
    Known{"last_number", "Số, ký hiệu", 20},
    Known{"last_date", "Ngày", 12, ColumnKind::kDay},
    Known{"due", "Thời hạn", 12, ColumnKind::kDay},
    Known{"task", "Nhiệm vụ", 50},
    Known{"assignee", "Cơ quan, người thực hiện", 28},
    Known{"severity", "Mức độ", 10},
    Known{"code", "Mã", 22},
    Known{"message", "Nội dung", 70},
    // Citations.
    Known{"document", "Văn bản được hỏi", 22},
    Known{"relation", "Quan hệ", 14},
    Known{"step", "Bước", 7, ColumnKind::kPlain},
    Known{"via", "Qua văn bản", 20},
    Known{"status", "Tình trạng", 16},
    Known{"candidates", "Có thể là", 12},
    Known{"title", "Tên văn bản", 30},
    Known{"role", "Vai trò", 14},
    // Searches, letters scanned twice.
    Known{"facet", "Phân theo", 14},
    Known{"facet_value", "Giá trị", 34},
    Known{"query", "Câu hỏi", 50},
    Known{"saved_at", "Thời điểm lưu", 22},
    Known{"first_id", "Mã văn bản thứ nhất", 10, ColumnKind::kPlain},
    Known{"second_id", "Mã văn bản thứ hai", 10, ColumnKind::kPlain},
    Known{"field", "Mục", 14},
    Known{"first", "Văn bản thứ nhất", 40},
    Known{"second", "Văn bản thứ hai", 40},
    // What to look at, the trash, imports, damages.
    Known{"score", "Độ chắc chắn", 10},
    Known{"missing", "Mục còn thiếu", 24},
    Known{"doubtful", "Mục không chắc chắn", 30},
    Known{"findings", "Vấn đề", 26},
    Known{"trashed_at", "Thời điểm bỏ", 22},
    Known{"run", "Lần nhập", 9, ColumnKind::kPlain},
    Known{"started_at", "Bắt đầu", 22},
    Known{"finished_at", "Kết thúc", 22},
    Known{"summary", "Kết quả", 60},
    Known{"file", "Tệp", 40},
    Known{"reason", "Lý do", 50},
    // Sums.
    Known{"rows", "Số dòng", 9, ColumnKind::kAmount},
    Known{"delegations", "Số đoàn", 10, ColumnKind::kAmount},
    Known{"delegations_min", "Số đoàn (ít nhất)", 10, ColumnKind::kAmount},
    Known{"delegations_max", "Số đoàn (nhiều nhất)", 10, ColumnKind::kAmount},
    Known{"members_min", "Số người (ít nhất)", 10, ColumnKind::kAmount},
    Known{"members_max", "Số người (nhiều nhất)", 10, ColumnKind::kAmount},
    Known{"members_unknown", "Dòng không rõ số người", 11, ColumnKind::kAmount},
    Known{"stage", "Kế hoạch/thực hiện", 12},
    Known{"part", "Phần", 9},
    Known{"delegations_before", "Số đoàn năm trước", 10, ColumnKind::kAmount},
    Known{"delegations_change", "Tăng/giảm số đoàn", 10, ColumnKind::kAmount},
    Known{"people", "Số người", 10, ColumnKind::kAmount},
    Known{"people_before", "Số người năm trước", 10, ColumnKind::kAmount},
    Known{"people_change", "Tăng/giảm số người", 10, ColumnKind::kAmount},
    Known{"people_unknown", "Dòng không rõ số người", 11, ColumnKind::kAmount},
    Known{"people_unknown_before", "Không rõ số người năm trước", 11, ColumnKind::kAmount},
    Known{"doubles", "Dòng trùng đã bỏ", 9, ColumnKind::kAmount},
    Known{"stated_delegations", "Số đoàn nêu trong lời văn", 12, ColumnKind::kAmount},
    Known{"stated_people", "Số người nêu trong lời văn", 12, ColumnKind::kAmount},
    Known{"stated_period", "Thời gian nêu trong lời văn", 16},
    Known{"stated_letter", "Mã văn bản nêu", 9, ColumnKind::kPlain},
    Known{"basis", "Căn cứ", 9, ColumnKind::kAmount},
    Known{"reply_to", "Trả lời", 9, ColumnKind::kAmount},
    Known{"attached", "Kèm theo", 9, ColumnKind::kAmount},
    Known{"amends", "Sửa đổi", 9, ColumnKind::kAmount},
    Known{"replaces", "Thay thế", 9, ColumnKind::kAmount},
    Known{"cites", "Viện dẫn", 9, ColumnKind::kAmount},
    Known{"local_min", "Trong nước (ít nhất)", 11, ColumnKind::kAmount},
    Known{"local_max", "Trong nước (nhiều nhất)", 11, ColumnKind::kAmount},
    Known{"local_unknown", "Không rõ trong nước", 11, ColumnKind::kAmount},
    Known{"foreign_min", "Nước ngoài (ít nhất)", 11, ColumnKind::kAmount},
    Known{"foreign_max", "Nước ngoài (nhiều nhất)", 11, ColumnKind::kAmount},
    Known{"foreign_unknown", "Không rõ nước ngoài", 11, ColumnKind::kAmount},
    Known{"figures", "Số lượng số liệu", 10, ColumnKind::kAmount},
    Known{"sum", "Tổng", 20, ColumnKind::kDecimal},
    Known{"sum_max", "Tổng (cao nhất)", 20, ColumnKind::kDecimal},
    Known{"unknown", "Không rõ", 9, ColumnKind::kAmount},
    Known{"deadlines", "Số nhiệm vụ", 10, ColumnKind::kAmount},
    Known{"first_due", "Thời hạn sớm nhất", 12, ColumnKind::kDay},
    Known{"last_due", "Thời hạn muộn nhất", 12, ColumnKind::kDay},
    Known{"month", "Tháng", 10},
};

struct Code {
  std::string_view key, code, vietnamese;
};

constexpr std::array kCodes = {
    Code{"direction", "out", "đoàn ra"},
    Code{"direction", "in", "đoàn vào"},
    Code{"stage", "planned", "kế hoạch"},
    Code{"stage", "reported", "thực hiện"},
    Code{"stage", "unclear", "chưa rõ"},
    Code{"part", "all", "tất cả"},
    Code{"part", "country", "theo nước"},
    Code{"role", "basis", "căn cứ"},
    Code{"role", "reply_to", "trả lời"},
    Code{"role", "attached", "kèm theo"},
    Code{"role", "amends", "sửa đổi"},
    Code{"role", "replaces", "thay thế"},
    Code{"role", "cites", "viện dẫn"},
    Code{"relation", "document", "văn bản"},
    Code{"relation", "cited_by", "viện dẫn bởi"},
    Code{"relation", "cites", "viện dẫn"},
    Code{"status", "in_archive", "có trong kho"},
    Code{"status", "candidates", "chưa chắc chắn"},
    Code{"status", "not_in_archive", "không có trong kho"},
    Code{"kind", "money", "tiền"},
    Code{"kind", "count", "số lượng"},
    Code{"kind", "percent", "phần trăm"},
    Code{"kind", "area", "diện tích"},
    Code{"kind", "mass", "khối lượng"},
    Code{"kind", "duration", "thời gian"},
    Code{"kind", "rate", "định mức"},
    Code{"kind", "country", "nước"},
    Code{"kind", "locality", "địa phương"},
    Code{"kind", "mission", "cơ quan đại diện"},
    Code{"kind", "ngo", "tổ chức phi chính phủ"},
    Code{"kind", "igo", "tổ chức quốc tế"},
    Code{"kind", "company", "doanh nghiệp"},
    Code{"kind", "person", "cá nhân"},
    Code{"kind", "other", "khác"},
    Code{"approx", "exact", "chính xác"},
    Code{"approx", "about", "khoảng"},
    Code{"approx", "over", "trên"},
    Code{"approx", "under", "dưới"},
    Code{"approx", "nearly", "gần"},
    Code{"change", "none", ""},
    Code{"change", "up", "tăng"},
    Code{"change", "down", "giảm"},
    Code{"severity", "info", "thông tin"},
    Code{"severity", "warning", "cảnh báo"},
    Code{"severity", "error", "lỗi"},
};

// issue_date -> Issue date
std::string Spelled(std::string_view key) {
  std::string name(key);
  for (char& c : name) {
    if (c == '_') c = ' ';
  }
  if (!name.empty() && name.front() >= 'a' && name.front() <= 'z') {
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
  }
  return name;
}

}  // namespace

ColumnShape ShapeOf(std::string_view key, SheetLanguage language) {
  for (const Known& known : kColumns) {
    if (known.key != key) continue;
    return {language == SheetLanguage::kVietnamese ? std::string(known.vietnamese) : Spelled(key),
            known.width, known.kind};
  }
  return {Spelled(key)};
}

std::string_view CodeWord(std::string_view key, std::string_view code, SheetLanguage language) {
  if (language == SheetLanguage::kEnglish) return code;
  for (const Code& known : kCodes) {
    if (known.key == key && known.code == code) return known.vietnamese;
  }
  return code;
}

}  // namespace vanthu::exporting
