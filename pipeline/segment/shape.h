// What one line looks like, whatever stands around it. Tests on the normalised text where marks or
// case matter, on the folded text where OCR drops them.
#pragma once

#include <string_view>

#include "models/document/letter.h"
#include "models/lexicon/doc_types.h"

namespace vanthu::segment {

// At least nine letters in ten are capitals, and there are two or more.
bool IsCapitals(std::string_view text);

// CỘNG HÒA XÃ HỘI …, Độc lập - Tự do …, ĐẢNG CỘNG SẢN VIỆT NAM; survives a few misread letters.
bool IsMotto(std::string_view folded);

// "Số: 650/UBND-ĐNMN", "Số 127-QĐ/TW", "Số:      /BC-BCĐ".
bool IsNumberLine(std::string_view folded);

// What OCR leaves of such a line where pen strokes lie over it: "Số:5†E /UBND-KTTH", "sé.4#12 /SYT-TCCB".
// Only for lines that stand where a number must.
bool IsDamagedNumberLine(std::string_view text);

// "Quảng Ngãi, ngày 27 tháng 02 năm 2014", blanks allowed for day and month.
bool IsPlaceDate(std::string_view folded);

// "V/v …", "Về việc …" at the start of a line.
bool IsSubjectMark(std::string_view folded);

// A line that is the name of a document type and no more, or that and whose it is, in capitals
// ("BÁO CÁO", "QUYẾT ĐỊNH CỦA UỶ BAN NHÂN DÂN TỈNH", "Q U Y Ế T Đ Ị N H"). nullptr: none.
const DocTypeEntry* TypeTitle(const LetterLine& line, const Line& printed);

// The first line of running text, as against one more line of a trích yếu or of a list of names: it opens
// with words that open sentences ("Thực hiện …"), or a body speaks in it ("UBND tỉnh đề nghị …").
bool OpensRunningText(const LetterLine& line);

bool IsAddresseeMark(std::string_view folded);   // Kính gửi, Kính trình
bool IsRecipientsMark(std::string_view folded);  // Nơi nhận, Nơi gửi
bool IsBasis(std::string_view folded);  // Căn cứ …, Xét đề nghị …, Theo đề nghị …
bool IsUrgency(std::string_view folded);     // the whole line: khẩn, hỏa tốc …
bool IsSecrecy(std::string_view text);       // the whole line: MẬT, TỐI MẬT, TUYỆT MẬT
bool IsPageNumber(std::string_view folded);  // "2", "- 2 -", "Trang 2/5"
bool IsRule(std::string_view text);          // dashes, stars, underscores alone
bool IsListItem(std::string_view text);      // begins with a dash, a plus, a dot
bool EndsLetter(std::string_view text);      // "./." or its misprints at the end

// A line that stands over a signature: an authority (TM., KT., TL., TUQ., Q.) or an office, in capitals.
bool IsSignTitle(const LetterLine& line);

// Blocks that a digital signature prints over a page: "Người ký: …", "Thời gian ký: …".
bool IsDigitalSignature(std::string_view folded);

bool IsContact(std::string_view folded);  // "Địa chỉ: …", "Điện thoại: …"
bool IsAddress(std::string_view folded);  // "Số 188 đường Trần Phú, …"

// "PHỤ LỤC", "Phụ lục II", "PHỤ LỤC 1: …".
bool IsAnnexLabel(const LetterLine& line);
// "(Kèm theo Công văn số …)", "(Ban hành kèm theo Quyết định …)".
bool IsAnnexCaption(std::string_view folded);

}  // namespace vanthu::segment
