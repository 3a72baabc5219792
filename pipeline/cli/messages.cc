#include "pipeline/cli/messages.h"

#include <array>

namespace vanthu::cli {
namespace {

struct Entry {
  Say what;
  std::string_view english, vietnamese;
};

constexpr std::array kTable = {
    Entry{Say::kAbout, "Reads Vietnamese official letters and keeps them where they can be found.",
          "Đọc công văn, giấy tờ hành chính tiếng Việt và lưu vào kho để tra cứu."},
    Entry{
        Say::kHelpFooter,
        "Examples:\n"
        "  vanthu import /scans/2021          a year of letters into ./archive\n"
        "  vanthu search 650/UBND-ĐNMN        by number, however it is written\n"
        "  vanthu search Champasak nam:2021   by words and year, with or without accents\n"
        "  vanthu show 12                     one letter\n"
        "  vanthu extract letter.pdf          the reading of a file, without an archive\n"
        "\n"
        "Options come from the command line, then VANTHU_* (VANTHU_ARCHIVE, VANTHU_LANG,\n"
        "VANTHU_JOBS ...), then $XDG_CONFIG_HOME/vanthu/config.toml, then "
        "/etc/vanthu/config.toml.\n"
        "\n"
        "Exit status: 0 all done; 1 wrong use; 2 nothing could be done; 3 done, some files "
        "failed;\n"
        "4 the archive is damaged; 5 an evaluation fell below its baseline; 130 interrupted.",
        "Ví dụ:\n"
        "  vanthu import /scans/2021          đưa văn bản cả năm vào ./archive\n"
        "  vanthu search 650/UBND-ĐNMN        tìm theo số, ký hiệu, viết cách nào cũng được\n"
        "  vanthu search Champasak nam:2021   tìm theo từ và năm, có dấu hay không dấu\n"
        "  vanthu show 12                     xem một văn bản\n"
        "  vanthu extract congvan.pdf         đọc một tệp, không cần kho\n"
        "\n"
        "Tùy chọn lấy từ dòng lệnh, rồi VANTHU_* (VANTHU_ARCHIVE, VANTHU_LANG, VANTHU_JOBS ...),\n"
        "rồi $XDG_CONFIG_HOME/vanthu/config.toml, rồi /etc/vanthu/config.toml.\n"
        "\n"
        "Mã thoát: 0 xong; 1 dùng sai; 2 không làm được gì; 3 xong nhưng có tệp lỗi; 4 kho bị "
        "hỏng;\n"
        "5 kết quả đánh giá dưới mức cũ; 130 bị ngắt giữa chừng (chạy lại để làm tiếp)."},
    Entry{Say::kAboutExtract, "Read files and print what they say; no archive is needed.",
          "Đọc tệp và in ra nội dung, thông tin; không cần kho."},
    Entry{Say::kAboutImport,
          "Take files, folders and ZIPs into the archive; run again, it goes on where it stopped.",
          "Đưa tệp, thư mục, tệp ZIP vào kho; bị ngắt thì chạy lại để làm tiếp."},
    Entry{Say::kAboutSearch, "Find letters by number, words, date, issuer ...",
          "Tìm văn bản theo số, từ ngữ, ngày, cơ quan ban hành ..."},
    Entry{Say::kAboutShow, "Show one letter of the archive.", "Xem một văn bản trong kho."},
    Entry{Say::kAboutCite, "Say what a document cites and what cites it.",
          "Xem một văn bản viện dẫn gì và được văn bản nào viện dẫn."},
    Entry{Say::kAboutDelegations, "List delegations abroad and from abroad.",
          "Liệt kê đoàn ra, đoàn vào."},
    Entry{Say::kAboutConferences, "List international conferences.",
          "Liệt kê hội nghị, hội thảo quốc tế."},
    Entry{Say::kAboutFigures, "List sums of money, counts, percentages and other figures.",
          "Liệt kê số tiền, số lượng, tỷ lệ và các số liệu khác."},
    Entry{Say::kAboutPartners, "List foreign partners and how many letters name them.",
          "Liệt kê đối tác nước ngoài và số văn bản nhắc đến."},
    Entry{Say::kAboutDeadlines, "List what is to be done by when.",
          "Liệt kê việc phải làm và thời hạn."},
    Entry{Say::kAboutRescans, "List letters that may be the same paper, scanned twice.",
          "Liệt kê văn bản có thể đã quét hai lần."},
    Entry{Say::kAboutReconcile, "List totals that do not agree with what they are made of.",
          "Liệt kê số tổng không khớp với chi tiết."},
    Entry{Say::kAboutExport, "Print all letters of the archive.", "Xuất mọi văn bản trong kho."},
    Entry{Say::kAboutReextract,
          "Run the rules again over the archive, without reading pages again.",
          "Trích xuất lại thông tin trong kho, không đọc lại ảnh."},
    Entry{Say::kAboutEvaluate,
          "Score the program on letters whose answers are known: precision, recall, F1, CER, WER.",
          "Chấm chương trình trên văn bản đã có đáp án: độ chính xác, độ phủ, F1, CER, WER."},
    Entry{Say::kAboutDoctor, "Say what is installed and what is missing.",
          "Kiểm tra những gì đã cài và còn thiếu."},
    Entry{Say::kAboutHelp, "Explain the program or one command.",
          "Hướng dẫn chung hoặc cho một lệnh."},
    Entry{Say::kSearchFooter,
          "Queries:\n"
          "  báo cáo               both words; accents are optional (bao cao finds it too)\n"
          "  '\"đối ngoại\"'         a phrase\n"
          "  '\"hợp tác\"' NEAR Lào  at most 10 words between them; NEAR/5: at most 5\n"
          "  quyề*                 words that begin so\n"
          "  Lào OR Campuchia      either\n"
          "  -- Lào -biên          not this (what begins with - follows --)\n"
          "  650/UBND-ĐNMN         a document number, also: 650 ubnd dnmn, cv 650/2014\n"
          "  so: nam: ngay: loai: coquan: nguoiky: doitac: nuoc: trichdan:\n"
          "                        number, year, date (2021-01..2021-06), type, issuer, signer,\n"
          "                        partner, country, cites",
          "Câu hỏi:\n"
          "  báo cáo               có cả hai từ; có thể bỏ dấu (bao cao cũng tìm thấy)\n"
          "  '\"đối ngoại\"'         đúng cụm từ\n"
          "  '\"hợp tác\"' NEAR Lào  cách nhau nhiều nhất 10 từ; NEAR/5: 5 từ\n"
          "  quyề*                 từ bắt đầu như vậy\n"
          "  Lào OR Campuchia      một trong hai\n"
          "  -- Lào -biên          không có từ này (câu bắt đầu bằng - đặt sau --)\n"
          "  650/UBND-ĐNMN         số, ký hiệu văn bản, hoặc: 650 ubnd dnmn, cv 650/2014\n"
          "  so: nam: ngay: loai: coquan: nguoiky: doitac: nuoc: trichdan:\n"
          "                        số, năm, ngày (2021-01..2021-06), loại, cơ quan, người ký,\n"
          "                        đối tác, nước, văn bản được viện dẫn"},
    Entry{Say::kUsage, "Usage", "Cách dùng"},
    Entry{Say::kOptions, "Options", "Tùy chọn"},
    Entry{Say::kCommands, "Commands", "Các lệnh"},
    Entry{Say::kArguments, "Arguments", "Tham số"},
    Entry{Say::kCommand, "COMMAND", "LỆNH"},
    Entry{Say::kOptHelp, "Print this help and exit", "In hướng dẫn này rồi thoát"},
    Entry{Say::kOptVersion, "Print the version and exit", "In phiên bản rồi thoát"},
    Entry{Say::kOptQuiet, "Only errors on stderr", "Chỉ báo lỗi"},
    Entry{Say::kOptVerbose, "Say more, also what the libraries say",
          "Báo chi tiết, kể cả của thư viện"},
    Entry{Say::kOptLang, "Language of messages: vi or en", "Ngôn ngữ thông báo: vi hoặc en"},
    Entry{Say::kOptArchive, "Folder of the archive", "Thư mục kho"},
    Entry{Say::kOptFormat, "Form of the result: {}", "Dạng kết quả: {}"},
    Entry{Say::kOptFormatNone, "Print one row a file: {}", "In mỗi tệp một dòng: {}"},
    Entry{Say::kOptJobs, "Reading processes at once", "Số tiến trình đọc cùng lúc"},
    Entry{Say::kOptQuality, "quick, normal or thorough",
          "quick (nhanh), normal (thường), thorough (kỹ)"},
    Entry{Say::kOptModel, "OCR model", "Mô hình nhận dạng chữ"},
    Entry{Say::kOptTessdata, "Folder of OCR models", "Thư mục chứa mô hình nhận dạng"},
    Entry{Say::kOptPageTimeout, "Seconds that one page may take", "Số giây tối đa cho một trang"},
    Entry{Say::kOptDocumentTimeout, "Seconds that one file may take; 0: no limit",
          "Số giây tối đa cho một tệp; 0: không giới hạn"},
    Entry{Say::kOptWorkerMemory, "MB of memory that one reading process may take",
          "Số MB bộ nhớ tối đa cho một tiến trình đọc"},
    Entry{Say::kOptOutFolder, "Write one file a letter into this folder",
          "Ghi mỗi văn bản một tệp vào thư mục này"},
    Entry{Say::kOptOutFile, "Write into this file instead of stdout",
          "Ghi vào tệp này thay vì in ra màn hình"},
    Entry{Say::kOptDryRun, "Only say what would be done", "Chỉ báo sẽ làm gì, không ghi"},
    Entry{
        Say::kOptMode,
        "skip: pass over what is in; redo: read again what failed or was read with other settings; "
        "force: read all again",
        "skip: bỏ qua văn bản đã có; redo: đọc lại trang lỗi hoặc đọc bằng thiết lập khác; force: "
        "đọc "
        "lại tất cả"},
    Entry{Say::kOptLimit, "Most rows to print", "Số dòng tối đa"},
    Entry{Say::kOptOffset, "Rows to pass over first", "Số dòng bỏ qua lúc đầu"},
    Entry{Say::kOptCounts,
          "Count the letters by year, type, issuer, partner and country instead of listing them; "
          "without QUERY those of the whole archive",
          "Đếm văn bản theo năm, loại, cơ quan, đối tác, nước thay vì liệt kê; không có QUERY: cả "
          "kho"},
    Entry{Say::kOptSave, "Keep the query under this name, then search",
          "Lưu câu hỏi với tên này rồi tìm"},
    Entry{Say::kOptSaved, "Search for a query that was kept", "Tìm theo câu hỏi đã lưu"},
    Entry{Say::kOptListSaved, "List the queries that were kept", "Liệt kê các câu hỏi đã lưu"},
    Entry{Say::kOptForget, "Delete a query that was kept", "Xóa một câu hỏi đã lưu"},
    Entry{Say::kOptSimilar, "List letters that are like this one",
          "Liệt kê văn bản giống văn bản này"},
    Entry{Say::kOptOriginal, "Write the file as it came to FILE", "Ghi tệp gốc ra FILE"},
    Entry{Say::kOptPage, "Page of the file for --image; without it the letter's first",
          "Trang của tệp cho --image; bỏ trống: trang đầu của văn bản"},
    Entry{Say::kOptImage, "Draw the page with what was found on it as PNG into FILE",
          "Vẽ trang cùng các thông tin tìm được ra FILE dạng PNG"},
    Entry{Say::kOptBaseline,
          "An earlier report; exit 5 where a figure fell by more than half a point",
          "Báo cáo cũ; thoát 5 nếu có chỉ số kém hơn nửa điểm"},
    Entry{Say::kOptSaveReport, "Write the report as JSON, for --baseline",
          "Ghi báo cáo dạng JSON, dùng cho --baseline"},
    Entry{Say::kOptPredictions, "Score what --save-predictions wrote, without reading again",
          "Chấm kết quả đã ghi bằng --save-predictions, không đọc lại"},
    Entry{Say::kOptSavePredictions, "Write what was read, one line a letter",
          "Ghi kết quả đọc, mỗi văn bản một dòng"},
    Entry{Say::kOptErrors, "List every error", "Liệt kê từng lỗi"},
    Entry{Say::kOptYear, "Only of this year", "Chỉ trong năm này"},
    Entry{Say::kOptDirection, "out: going abroad; in: coming from abroad",
          "out: đoàn ra; in: đoàn vào"},
    Entry{Say::kOptCountry, "Country: LA, Lào or Laos", "Nước: LA, Lào hoặc Laos"},
    Entry{Say::kOptPartner, "Words of the partner's name, accents optional",
          "Từ trong tên đối tác, có dấu hay không dấu"},
    Entry{Say::kOptIssuer, "Words of the issuing agency's name", "Từ trong tên cơ quan ban hành"},
    Entry{Say::kOptSumDelegations,
          "Count delegations and members by year, country or issuer instead",
          "Tính tổng số đoàn, số người theo year (năm), country (nước) hoặc issuer (cơ quan)"},
    Entry{Say::kOptUnit, "Unit: USD, VND, %, đoàn ...", "Đơn vị: USD, VND, %, đoàn ..."},
    Entry{
        Say::kOptFigureKind, "money, count, percent, area, mass, duration, rate or other",
        "money (tiền), count (số lượng), percent (phần trăm), area (diện tích), mass (khối lượng), "
        "duration (thời gian), rate (định mức), other (khác)"},
    Entry{Say::kOptLabel, "Words of what is counted", "Từ trong nội dung được tính"},
    Entry{Say::kOptMin, "Not less than this", "Không nhỏ hơn số này"},
    Entry{Say::kOptMax, "Not more than this", "Không lớn hơn số này"},
    Entry{
        Say::kOptSumFigures,
        "Add up by unit, and by year, label or issuer; what is said in two currencies counts once",
        "Cộng theo unit (đơn vị), hoặc thêm year (năm), label (nội dung), issuer (cơ quan); số "
        "tiền ghi bằng hai loại tiền chỉ tính một lần"},
    Entry{Say::kOptPartnerKind, "country, locality, mission, ngo, igo, company, person or other",
          "country (nước), locality (địa phương), mission (cơ quan đại diện), ngo, igo (tổ chức), "
          "company (doanh nghiệp), person (cá nhân), other (khác)"},
    Entry{Say::kOptLetters, "List each letter that names them", "Liệt kê từng văn bản nhắc đến"},
    Entry{Say::kOptFrom, "Due on this day or later", "Thời hạn từ ngày này"},
    Entry{Say::kOptTo, "Due on this day or earlier", "Thời hạn đến ngày này"},
    Entry{Say::kOptAssignee, "Words of who is to do it", "Từ trong tên cơ quan, người thực hiện"},
    Entry{Say::kArgFiles, "Files, folders or ZIPs", "Tệp, thư mục hoặc ZIP"},
    Entry{Say::kArgPaths, "Files, folders or ZIPs", "Tệp, thư mục hoặc ZIP"},
    Entry{Say::kArgQuery, "What to look for", "Nội dung cần tìm"},
    Entry{Say::kArgId, "Number of the letter in the archive", "Số của văn bản trong kho"},
    Entry{Say::kArgIds, "Numbers of letters in the archive; none: all",
          "Số của các văn bản trong kho; bỏ trống: tất cả"},
    Entry{Say::kArgNumber, "Number of a document, however it is written",
          "Số, ký hiệu văn bản, viết cách nào cũng được"},
    Entry{Say::kArgCommand, "A command", "Tên lệnh"},
    Entry{Say::kArgGoldFolder, "Folder of letters with gold answers beside them",
          "Thư mục văn bản có đáp án bên cạnh"},
    Entry{Say::kOptShowOnly, "Only show what would change", "Chỉ báo sẽ thay đổi gì, không ghi"},
    Entry{Say::kPage, "page {}", "trang {}"},
    Entry{Say::kPages, "pages {} to {}", "trang {} đến {}"},
    Entry{Say::kSeeHelp, "See: vanthu help{}", "Xem: vanthu help{}"},
    Entry{Say::kNoCommand, "there is no command {}", "không có lệnh {}"},
    Entry{Say::kUnknownKey, "{}: the key {} is not known and was passed over",
          "{}: không có mục {}, đã bỏ qua"},
    Entry{Say::kProgress, "{}/{} files, {} pages", "{}/{} tệp, {} trang"},
    Entry{Say::kExtractSummary, "{} files read, {} in part, {} failed",
          "{} tệp đọc xong, {} tệp đọc được một phần, {} tệp lỗi"},
    Entry{Say::kImportSummary,
          "{} files imported ({} letters, {} pages), {} in part, {} in the archive already, {} "
          "failed",
          "đã nhập {} tệp ({} văn bản, {} trang), {} tệp nhập một phần, {} tệp đã có trong kho, {} "
          "tệp lỗi"},
    Entry{Say::kPlanSummary, "{} files would be imported, {} are in the archive, {} cannot be",
          "sẽ nhập {} tệp, {} tệp đã có trong kho, {} tệp không nhập được"},
    Entry{Say::kReextractSummary, "{} letters, {} changed, {} files failed",
          "{} văn bản, {} có thay đổi, {} tệp lỗi"},
    Entry{Say::kBelowBaseline, "below the baseline: {}", "thấp hơn mức cũ: {}"},
    Entry{Say::kSkippedFile, "{}: in the archive already", "{}: đã có trong kho"},
    Entry{Say::kPossibleRescan,
          "{} (letter {}): may be another scan of letter {}, {}: both are {} of {}, {}",
          "{} (văn bản {}): có thể là bản quét khác của văn bản {}, {}: cùng là {} năm {}, {}"},
    Entry{Say::kNothingFound, "nothing found", "không tìm thấy"},
    Entry{Say::kMoreRows, "there are more: --offset {}", "còn nữa: --offset {}"},
    Entry{Say::kNearRows, "no exact match; these are near",
          "không có kết quả đúng hẳn; đây là gần đúng"},
    Entry{Say::kEmptyQuery, "the query holds nothing to look for", "câu hỏi không có gì để tìm"},
    Entry{Say::kNewestFirst,
          "very many letters fit: those with the words in number or subject come first, then the "
          "newest",
          "rất nhiều văn bản phù hợp: xếp trước là văn bản có từ cần tìm ở số hoặc trích yếu, rồi "
          "đến văn "
          "bản mới nhất"},
    Entry{Say::kWordsDropped, "the query is too long; its end was passed over",
          "câu hỏi quá dài; phần cuối đã bị bỏ qua"},
    Entry{Say::kConvertedQuery, "the query was in an old encoding and was read as: {}",
          "câu hỏi viết bằng bảng mã cũ, đã đọc là: {}"},
    Entry{Say::kBrokenQuery, "some of the query is no Unicode text (UTF-8) and was passed over",
          "một phần câu hỏi không phải chữ Unicode (UTF-8), đã bỏ qua"},
    Entry{Say::kNoDate,
          "what follows nam: or ngay: is no date (2014, 2021-06, 27/2/2014, 2021-01..2021-06); it "
          "was "
          "looked for as words",
          "sau nam: hoặc ngay: không phải ngày tháng (2014, 2021-06, 27/2/2014, 2021-01..2021-06); "
          "đã "
          "tìm như từ thường"},
    Entry{Say::kNoSuchTime, "the archive holds no letter of that time",
          "kho không có văn bản nào của thời gian đó"},
    Entry{Say::kYearsOfArchive, "its letters are of {} to {}",
          "văn bản trong kho từ năm {} đến năm {}"},
    Entry{Say::kBeyondEnd, "--offset is beyond the end: {} letters fit",
          "--offset vượt quá số kết quả: có {} văn bản phù hợp"},
    Entry{
        Say::kAskForLess,
        "the query takes too long: add rarer words, a number, a year (nam:) or an issuer (coquan:)",
        "câu hỏi mất quá nhiều thời gian: hãy thêm từ ít gặp, số văn bản, năm (nam:) hoặc cơ quan "
        "(coquan:)"},
    Entry{Say::kLettersCounted, "{} letters", "{} văn bản"},
    Entry{Say::kSearchSaved, "kept under the name {0}; again: --saved {0}",
          "đã lưu với tên {0}; tìm lại: --saved {0}"},
    Entry{Say::kSearchForgotten, "{}: deleted", "{}: đã xóa"},
    Entry{Say::kInterrupted, "interrupted; the same command again goes on from here",
          "đã dừng; chạy lại lệnh này để làm tiếp"},
    Entry{Say::kDiskFull, "make room, then run the same command again: it goes on from here",
          "hãy giải phóng chỗ trống rồi chạy lại lệnh này để làm tiếp"},
    Entry{Say::kCannotWrite, "the result could not be written", "không ghi được kết quả"},
    Entry{Say::kOutNeedsFileFormat, "--out takes the formats json, jsonl, text, hocr, alto and pdf",
          "--out chỉ dùng với dạng json, jsonl, text, hocr, alto và pdf"},
    Entry{Say::kFormatNeedsOut,
          "--format {} takes --out DIR; hocr and alto of one file may go to stdout",
          "--format {} cần có --out DIR; hocr và alto của một tệp có thể in ra màn hình"},
    Entry{Say::kSignedKept,
          "{}: has a digital signature, which a text layer would break; copied as it is",
          "{}: có chữ ký số, thêm lớp chữ sẽ làm hỏng chữ ký; đã chép nguyên tệp gốc"},
    Entry{Say::kSomethingMissing, "{} missing", "thiếu {} mục"},
    Entry{Say::kLetter, "letter {}", "văn bản {}"},
    Entry{Say::kTheDocument, "document", "văn bản"},
    Entry{Say::kCitedBy, "cited by", "viện dẫn bởi"},
    Entry{Say::kCites, "cites", "viện dẫn"},
    Entry{Say::kNotInArchive, "not in the archive", "không có trong kho"},
    Entry{Say::kMoreValues, "... {} more", "... còn {}"},
};

constexpr bool HasAll() {
  for (size_t i = 0; i < static_cast<size_t>(Say::kCount); ++i) {
    bool found = false;
    for (const Entry& entry : kTable) found = found || static_cast<size_t>(entry.what) == i;
    if (!found) return false;
  }
  return true;
}
static_assert(HasAll(), "each message has an entry");

struct ReasonEntry {
  ErrorCode code;
  std::string_view english, vietnamese;
};
constexpr std::array kReasons = {
    ReasonEntry{ErrorCode::kUsage, "wrong use", "dùng sai"},
    ReasonEntry{ErrorCode::kNotFound, "not found", "không tìm thấy"},
    ReasonEntry{ErrorCode::kUnreadable, "cannot be read", "không đọc được tệp"},
    ReasonEntry{ErrorCode::kUnsupported, "not a kind of file that is read",
                "loại tệp chưa được hỗ trợ"},
    ReasonEntry{ErrorCode::kDamaged, "damaged", "bị hỏng"},
    ReasonEntry{ErrorCode::kEncrypted, "has a password", "có mật khẩu"},
    ReasonEntry{ErrorCode::kLimit, "over a limit", "vượt giới hạn"},
    ReasonEntry{ErrorCode::kTimeout, "took too long", "quá thời gian cho phép"},
    ReasonEntry{ErrorCode::kCrashed, "the reading process died", "tiến trình đọc bị ngắt"},
    ReasonEntry{ErrorCode::kDisk, "cannot be written", "không ghi được (ổ đĩa đầy hoặc chỉ đọc)"},
    ReasonEntry{ErrorCode::kBusy, "in use by another process", "đang được chương trình khác dùng"},
    ReasonEntry{ErrorCode::kInterrupted, "interrupted", "đã dừng"},
    ReasonEntry{ErrorCode::kInternal, "an error of the program", "lỗi của chương trình"},
};

}  // namespace

std::string_view Sentence(Language language, Say what) {
  for (const Entry& entry : kTable)
    if (entry.what == what)
      return language == Language::kVietnamese ? entry.vietnamese : entry.english;
  return {};
}

std::string_view Reason(Language language, ErrorCode code) {
  for (const ReasonEntry& entry : kReasons)
    if (entry.code == code)
      return language == Language::kVietnamese ? entry.vietnamese : entry.english;
  return {};
}

}  // namespace vanthu::cli
