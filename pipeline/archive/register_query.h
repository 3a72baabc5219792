// Sổ đăng ký văn bản đi, sổ đăng ký văn bản đến: Decree 30/2020/ND-CP, Annex IV. Reads the archive,
// changes nothing. How the books look is export/register_book.h.
#pragma once

#include <optional>
#include <string>

#include "pipeline/archive/fact_query.h"
#include "pipeline/archive/papers.h"

namespace vanthu::archive {

struct RegisterFilter {
  int year = 0;
  Direction direction = Direction::kOut;
  std::optional<TypeChoice> types = {};  // books of one type: QĐ
};

// Rows in the book's order. Outgoing ones by number: letter_id, number, issue_date, title, signer, sent_to,
// keeper, copies, passed_on, receipt, remark. Incoming ones by number of arrival, those without one behind,
// by date: letter_id, arrival_date, arrival_number, issuer, number, issue_date, title, unit, passed_on,
// receipt, remark. What a person entered stands over what was read; absent is null. kUsage where the
// office is not known.
Status EachRegisterRow(Archive& archive, const Office& office, const RegisterFilter& filter,
                       const RowSink& take);

// Tên loại và trích yếu nội dung: "Báo cáo kết quả công tác …", "Công văn về việc …".
std::string TitleOf(const Paper& paper);

// Số lượng bản: as entered, else as the recipients' last line asks for ("Lưu: VT (12)").
std::optional<std::string> CopiesOf(const Paper& paper);

// kUsage where no name of our agency is set.
Status CheckOffice(const Office& office);

}  // namespace vanthu::archive
