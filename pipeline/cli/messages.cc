#include "pipeline/cli/messages.h"

#include <array>

namespace vanthu::cli {
namespace {

struct Entry {
  Say what;
  std::string_view english, vietnamese;
};

constexpr auto kTable = std::to_array<Entry>({
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
    Entry{Say::kAboutWatch, "Import the files of a folder as they come, and take them out of it.",
          "Theo dõi một thư mục: nhập tệp mới vào kho rồi chuyển tệp ra khỏi thư mục."},
    Entry{Say::kAboutSearch, "Find letters by number, words, date, issuer ...",
          "Tìm văn bản theo số, từ ngữ, ngày, cơ quan ban hành ..."},
    Entry{Say::kAboutShow, "Show one letter of the archive.", "Xem một văn bản trong kho."},
    Entry{Say::kAboutCite, "Say what a document cites and what cites it.",
          "Xem một văn bản viện dẫn gì và được văn bản nào viện dẫn."},
    Entry{Say::kAboutDelegations, "List delegations abroad and from abroad.",
          "Liệt kê đoàn ra, đoàn vào."},
    Entry{Say::kAboutSummary, "Sum up a year of delegations beside the year before.",
          "Tổng hợp đoàn ra, đoàn vào trong năm, so với năm trước."},
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
    Entry{Say::kAboutRegister, "Write the register of outgoing or incoming letters of a year.",
          "Lập sổ đăng ký văn bản đi, văn bản đến của một năm."},
    Entry{Say::kAboutGaps, "List numbers of a year that are missing or were given twice.",
          "Liệt kê số văn bản bị thiếu, bị trùng trong năm."},
    Entry{Say::kAboutIncoming, "List incoming letters: open, overdue, answered by which letter.",
          "Liệt kê văn bản đến: chưa giải quyết, quá hạn, đã trả lời bằng văn bản nào."},
    Entry{Say::kAboutArrive,
          "Enter when a letter arrived, its number of arrival, who got it, when it is due.",
          "Ghi ngày đến, số đến, nơi nhận, hạn giải quyết của văn bản đến."},
    Entry{Say::kAboutDispatch, "Enter whom an outgoing letter went to, in how many copies, when.",
          "Ghi nơi nhận, số lượng bản, ngày chuyển của văn bản đi."},
    Entry{Say::kAboutAnswer, "Say which letter answers an incoming one.",
          "Ghi văn bản đi nào trả lời văn bản đến."},
    Entry{Say::kAboutDossier, "Keep letters of one matter in dossiers.",
          "Lập hồ sơ và xếp văn bản vào hồ sơ."},
    Entry{Say::kAboutDossierNew, "Make a dossier.", "Lập hồ sơ mới."},
    Entry{Say::kAboutDossierEdit, "Change what is said of a dossier.", "Sửa thông tin hồ sơ."},
    Entry{Say::kAboutDossierAdd, "Put letters into a dossier.", "Xếp văn bản vào hồ sơ."},
    Entry{Say::kAboutDossierRemove,
          "Take letters out of a dossier; without ID remove the dossier, the letters stay.",
          "Rút văn bản khỏi hồ sơ; không ghi ID thì xóa hồ sơ, văn bản vẫn còn trong kho."},
    Entry{Say::kAboutDossierList, "List the dossiers.", "Liệt kê hồ sơ."},
    Entry{Say::kAboutDossierShow, "Show a dossier and the list of its letters.",
          "Xem hồ sơ và mục lục văn bản."},
    Entry{Say::kAboutTag, "Give a letter tags.", "Gắn nhãn cho văn bản."},
    Entry{Say::kAboutNote, "Write a note on a letter; an empty one takes it back.",
          "Ghi chú cho văn bản; ghi chú trống là xóa."},
    Entry{Say::kAboutLog, "List who entered what, when.", "Xem nhật ký: ai đã ghi gì, lúc nào."},
    Entry{Say::kAboutExport, "Print all letters of the archive.", "Xuất mọi văn bản trong kho."},
    Entry{Say::kAboutReextract,
          "Run the rules again over the archive, without reading pages again.",
          "Trích xuất lại thông tin trong kho, không đọc lại ảnh."},
    Entry{Say::kAboutReocr,
          "Read the scans again from the files that were kept, then run the rules.",
          "Đọc lại ảnh từ tệp gốc trong kho rồi trích xuất lại thông tin."},
    Entry{Say::kAboutCorrect,
          "Put a field of a letter right; it stays so when the letter is read again.",
          "Sửa một mục của văn bản; giữ nguyên khi đọc lại văn bản."},
    Entry{Say::kAboutReview, "List what a person should look at, the most doubtful letters first.",
          "Liệt kê văn bản cần người xem lại, ít chắc chắn nhất trước."},
    Entry{Say::kAboutRm, "Put letters into the trash.", "Bỏ văn bản vào thùng rác."},
    Entry{Say::kAboutTrash, "List the trash, take letters out of it, or empty it.",
          "Xem thùng rác, lấy lại văn bản, hoặc dọn thùng rác."},
    Entry{Say::kAboutVerify, "Check every byte of the archive: files, database, index, records.",
          "Kiểm tra toàn bộ kho: tệp gốc, cơ sở dữ liệu, chỉ mục, bản ghi."},
    Entry{Say::kAboutBackup,
          "Copy the archive to a folder, also while it is in use; of files only new ones.",
          "Sao lưu kho ra thư mục, kể cả khi kho đang dùng; chỉ chép tệp mới."},
    Entry{Say::kAboutRestore, "Make an archive of a backup.", "Lập lại kho từ bản sao lưu."},
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
          "  so: nam: ngay: loai: coquan: nguoiky: doitac: nuoc: hoso: nhan: trichdan:\n"
          "                        number, year, date (2021-01..2021-06), type, issuer, signer,\n"
          "                        partner, country, dossier, tag, cites",
          "Câu hỏi:\n"
          "  báo cáo               có cả hai từ; có thể bỏ dấu (bao cao cũng tìm thấy)\n"
          "  '\"đối ngoại\"'         đúng cụm từ\n"
          "  '\"hợp tác\"' NEAR Lào  cách nhau nhiều nhất 10 từ; NEAR/5: 5 từ\n"
          "  quyề*                 từ bắt đầu như vậy\n"
          "  Lào OR Campuchia      một trong hai\n"
          "  -- Lào -biên          không có từ này (câu bắt đầu bằng - đặt sau --)\n"
          "  650/UBND-ĐNMN         số, ký hiệu văn bản, hoặc: 650 ubnd dnmn, cv 650/2014\n"
          "  so: nam: ngay: loai: coquan: nguoiky: doitac: nuoc: hoso: nhan: trichdan:\n"
          "                        số, năm, ngày (2021-01..2021-06), loại, cơ quan, người ký,\n"
          "                        đối tác, nước, hồ sơ, nhãn, văn bản được viện dẫn"},
    Entry{
        Say::kWatchFooter,
        "A file is taken once it has not changed for --settle seconds, and leaves the folder once "
        "the\n"
        "archive holds it. SIGTERM and Ctrl-C end the watch; what was not finished stays in the "
        "folder.\n"
        "As a service: vanthu-watch@.service, see the README.",
        "Tệp được đọc khi đã đứng yên --settle giây, và rời thư mục khi đã nằm an toàn trong kho.\n"
        "SIGTERM hoặc Ctrl-C dừng theo dõi; tệp chưa xong nằm lại trong thư mục.\n"
        "Chạy như dịch vụ: vanthu-watch@.service, xem README."},
    Entry{Say::kSummaryFooter,
          "Planned and reported are told apart by the dates, the table, the type and the subject\n"
          "of the letter. A delegation that several letters list counts once, as the newest lists\n"
          "it (doubles: rows left out); one to two countries counts in both. People that no row\n"
          "names are counted apart, as rows. What running text sums up is said beside (stated).",
          "Kế hoạch và thực hiện được phân biệt theo thời gian, bảng, loại và trích yếu văn bản.\n"
          "Đoàn có trong nhiều văn bản chỉ tính một lần, theo văn bản mới nhất (doubles: số dòng\n"
          "trùng đã bỏ); đoàn đi hai nước được tính ở cả hai nước. Dòng không ghi số người được\n"
          "đếm riêng. Số tổng nêu trong lời văn được ghi bên cạnh (stated)."},
    Entry{Say::kCiteFooter,
          "Documents:\n"
          "  12                    the letter of this number in the archive\n"
          "  22-NQ/TW              a number, however it is written\n"
          "  \"Luật Đầu tư\"         a law, convention or agreement by its name; a year may follow",
          "Văn bản:\n"
          "  12                    văn bản mang mã này trong kho\n"
          "  22-NQ/TW              số, ký hiệu, viết cách nào cũng được\n"
          "  \"Luật Đầu tư\"         luật, công ước, hiệp định theo tên; có thể thêm năm"},
    Entry{
        Say::kCorrectFooter,
        "Fields: {}.\n"
        "A date is 2024-03-01, 1/3/2024, or 2024-03 where the day is blank; a type is its code or\n"
        "its name. An empty VALUE says that the letter has none.",
        "Các mục: {}.\n"
        "Ngày ghi 2024-03-01, 1/3/2024, hoặc 2024-03 nếu bỏ trống ngày; loại văn bản ghi ký hiệu\n"
        "hoặc tên. VALUE trống: văn bản không có mục này."},
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
    Entry{
        Say::kOptDuplex,
        "Each file is a stack of fronts and then the stack of backs as it was turned over: of 2n "
        "pages the order is 1, 2n, 2, 2n-1 ... An odd number of pages is left as it is",
        "Mỗi tệp gồm chồng mặt trước rồi chồng mặt sau lật ngược: tệp 2n trang đọc theo thứ tự 1, "
        "2n, 2, 2n-1 ... Số trang lẻ thì để nguyên"},
    Entry{Say::kOptMove,
          "Move files into DIR once the archive holds them; what failed stays where it is",
          "Chuyển tệp vào DIR khi đã nằm an toàn trong kho; tệp lỗi để nguyên chỗ cũ"},
    Entry{Say::kOptReport, "Write a report of the run into FILE: .html or .json",
          "Ghi báo cáo của lần chạy này ra FILE: .html hoặc .json"},
    Entry{Say::kOptDone, "Where files go that are in the archive; without it DIR/done",
          "Nơi chuyển tệp đã vào kho; bỏ trống: DIR/done"},
    Entry{Say::kOptFailed,
          "Where files go that could not be read, each with its reason beside it; without it "
          "DIR/failed",
          "Nơi chuyển tệp không đọc được, kèm lý do bên cạnh; bỏ trống: DIR/failed"},
    Entry{Say::kOptIgnore,
          "Names to leave alone, as *.bak; may be given again. Hidden files, ~$x, .part, .tmp and "
          "the like are left alone in any case",
          "Tên tệp không đụng đến, ví dụ *.bak; có thể ghi nhiều lần. Tệp ẩn, ~$x, .part, .tmp và "
          "tương tự luôn được bỏ qua"},
    Entry{Say::kOptSettle, "Seconds that a file must not have changed for before it is touched",
          "Số giây tệp phải đứng yên trước khi được đọc"},
    Entry{Say::kOptInterval, "Seconds between two looks at the folder",
          "Số giây giữa hai lần xem thư mục"},
    Entry{Say::kOptOnce, "End when nothing is left to be dealt with",
          "Kết thúc khi thư mục đã hết tệp"},
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
    Entry{Say::kOptOtherFile,
          "With --original: the letter's other file, where it came as a scan and as text",
          "Cùng --original: tệp kia của văn bản, khi văn bản có cả bản quét và bản chữ"},
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
    Entry{Say::kOptDepth, "How many steps to follow; {}, in pictures {}",
          "Số bước lần theo; {}, trong hình vẽ {}"},
    Entry{Say::kOptSumCitations, "Count the letters that cite it by year and role instead",
          "Đếm văn bản viện dẫn theo year (năm) và vai trò"},
    Entry{Say::kOptYear, "Only of this year", "Chỉ trong năm này"},
    Entry{Say::kOptSummaryYear, "The year to sum up", "Năm cần tổng hợp"},
    Entry{Say::kOptDirection, "out: going abroad; in: coming from abroad",
          "out: đoàn ra; in: đoàn vào"},
    Entry{Say::kOptCountry, "Country: LA, Lào or Laos", "Nước: LA, Lào hoặc Laos"},
    Entry{Say::kOptPartner, "Words of the partner's name, accents optional",
          "Từ trong tên đối tác, có dấu hay không dấu"},
    Entry{Say::kOptIssuer, "Words of the issuing agency's name", "Từ trong tên cơ quan ban hành"},
    Entry{Say::kOptSumDelegations,
          "Count delegations and members by year, country, issuer or direction instead",
          "Tính tổng số đoàn, số người theo year (năm), country (nước), issuer (cơ quan) hoặc "
          "direction (ra, vào)"},
    Entry{Say::kOptConferenceName, "Words of the conference's name, accents optional",
          "Từ trong tên hội nghị, hội thảo, có dấu hay không dấu"},
    Entry{Say::kOptSumConferences, "Count conferences and delegates by year or issuer instead",
          "Tính tổng số hội nghị, đại biểu theo year (năm) hoặc issuer (cơ quan)"},
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
    Entry{Say::kOptSumPartners,
          "Count partners and letters by year, country, kind or issuer instead",
          "Đếm đối tác và văn bản theo year (năm), country (nước), kind (loại) hoặc issuer (cơ "
          "quan)"},
    Entry{Say::kOptFrom, "Due on this day or later", "Thời hạn từ ngày này"},
    Entry{Say::kOptTo, "Due on this day or earlier", "Thời hạn đến ngày này"},
    Entry{Say::kOptAssignee, "Words of who is to do it", "Từ trong tên cơ quan, người thực hiện"},
    Entry{Say::kOptSumDeadlines,
          "Count deadlines and letters by assignee, year, month or issuer instead",
          "Đếm nhiệm vụ và văn bản theo assignee (người thực hiện), year (năm), month (tháng) hoặc "
          "issuer (cơ quan)"},
    Entry{Say::kOptOffice,
          "Our own agency, as in `office` of config.toml; several spellings parted by ;",
          "Cơ quan mình, như mục office trong config.toml; nhiều cách viết ngăn bằng ;"},
    Entry{Say::kOptBookYear, "Year of the letters", "Năm của văn bản"},
    Entry{Say::kOptPaperDirection, "out: letters that we issued; in: letters that came to us",
          "out: văn bản đi; in: văn bản đến"},
    Entry{Say::kOptBookType, "Only letters of this type: QĐ, báo cáo ...",
          "Chỉ văn bản loại này: QĐ, báo cáo ..."},
    Entry{Say::kOptBookFile, "Write a book that is ready to print into FILE: .xlsx or .pdf",
          "Ghi sổ để in ra FILE: .xlsx hoặc .pdf"},
    Entry{Say::kOptGapDirection, "out: numbers of letters; in: our numbers of arrival",
          "out: số văn bản đi; in: số đến"},
    Entry{Say::kOptSeries,
          "auto: told from the letters; one: all types share a series; types: each has its own",
          "auto: tự nhận biết; one: đánh số chung; types: mỗi loại một dãy số"},
    Entry{Say::kOptOpen, "Only those that are not answered", "Chỉ văn bản chưa trả lời"},
    Entry{Say::kOptOverdue, "Only those whose due date has passed", "Chỉ văn bản quá hạn"},
    Entry{Say::kOptArrivalNumber, "Number of arrival", "Số đến"},
    Entry{Say::kOptArrivalDate, "Day of arrival", "Ngày đến"},
    Entry{Say::kOptUnitTo, "Unit or person that got it", "Đơn vị hoặc người nhận"},
    Entry{Say::kOptDue, "Day by which it is to be dealt with", "Hạn giải quyết"},
    Entry{Say::kOptNext, "Give letters without a number of arrival the next one of the year",
          "Tự cấp số đến tiếp theo trong năm cho văn bản chưa có số"},
    Entry{Say::kOptSentTo, "Who got it", "Nơi nhận văn bản"},
    Entry{Say::kOptKeeper, "Unit or person that keeps the copy", "Đơn vị, người nhận bản lưu"},
    Entry{Say::kOptCopies, "Number of copies", "Số lượng bản"},
    Entry{Say::kOptPassedOn, "Day on which it was passed on", "Ngày chuyển"},
    Entry{Say::kOptReceipt, "Who signed for it", "Ký nhận"},
    Entry{Say::kOptRemark, "Remark in the register", "Ghi chú trong sổ"},
    Entry{Say::kOptAnswerNone, "Dealt with, without a letter",
          "Đã giải quyết, không cần văn bản trả lời"},
    Entry{Say::kOptAnswerUndo, "Take back what was said", "Bỏ điều đã ghi"},
    Entry{Say::kOptTagRemove, "Take the tags away", "Gỡ nhãn"},
    Entry{Say::kOptCorrectUndo, "Back to what was read", "Trở lại như đã đọc"},
    Entry{Say::kOptBelow, "Fields with a lower score are doubtful",
          "Mục có điểm thấp hơn là không chắc chắn"},
    Entry{Say::kOptTrashRestore, "Take these letters out of the trash",
          "Lấy lại các văn bản này từ thùng rác"},
    Entry{Say::kOptTrashEmpty,
          "Delete for good what has been in the trash for --older-than days or longer",
          "Xóa hẳn văn bản đã ở trong thùng rác từ --older-than ngày trở lên"},
    Entry{Say::kOptOlderThan, "Days in the trash; 0: all", "Số ngày trong thùng rác; 0: tất cả"},
    Entry{Say::kOptUndoImport,
          "Take an import back: the letters that it brought in go to the trash",
          "Bỏ một lần nhập: các văn bản nhập lần đó vào thùng rác"},
    Entry{Say::kOptListImports, "List the imports, the newest first",
          "Liệt kê các lần nhập, mới nhất trước"},
    Entry{Say::kOptTitle, "Title", "Tiêu đề hồ sơ"},
    Entry{Say::kOptRetention, "How long it is kept: 20 năm", "Thời hạn bảo quản: 20 năm"},
    Entry{Say::kOptRights, "Who may use it", "Chế độ sử dụng"},
    Entry{Say::kOptCreator, "Who made it", "Người lập hồ sơ"},
    Entry{Say::kOptDescription, "Description", "Chú giải"},
    Entry{
        Say::kOptStandard,
        "Hand over into the folder --out: files with the metadata of Decree 30/2020, Annex VI",
        "Giao nộp vào thư mục --out: tệp gốc kèm dữ liệu đặc tả theo Phụ lục VI Nghị định 30/2020"},
    Entry{Say::kOptDossier, "Only the letters of this dossier", "Chỉ văn bản của hồ sơ này"},
    Entry{Say::kArgFiles, "Files, folders or ZIPs", "Tệp, thư mục hoặc ZIP"},
    Entry{Say::kArgPaths, "Files, folders or ZIPs", "Tệp, thư mục hoặc ZIP"},
    Entry{Say::kArgInbox, "Folder to watch", "Thư mục cần theo dõi"},
    Entry{Say::kArgQuery, "What to look for", "Nội dung cần tìm"},
    Entry{Say::kArgId, "Number of the letter in the archive", "Số của văn bản trong kho"},
    Entry{Say::kArgIds, "Numbers of letters in the archive; none: all",
          "Số của các văn bản trong kho; bỏ trống: tất cả"},
    Entry{Say::kArgDocument,
          "A letter's number in the archive, a document's number, or the name of a law",
          "Mã văn bản trong kho, hoặc số, ký hiệu, hoặc tên luật"},
    Entry{Say::kArgCommand, "A command", "Tên lệnh"},
    Entry{Say::kArgGoldFolder, "Folder of letters with gold answers beside them",
          "Thư mục văn bản có đáp án bên cạnh"},
    Entry{Say::kArgEnteredIds, "Numbers of letters in the archive", "Số của các văn bản trong kho"},
    Entry{Say::kArgRemovedIds, "Numbers of the letters to take out", "Số của các văn bản cần rút"},
    Entry{Say::kArgLogId, "Number of a letter in the archive; without it, all",
          "Số của văn bản trong kho; bỏ trống: tất cả"},
    Entry{Say::kArgAnswer, "Number in the archive of the letter that answers it",
          "Số trong kho của văn bản trả lời"},
    Entry{Say::kArgTags, "Tags, a word or several each", "Nhãn, mỗi nhãn một hoặc nhiều từ"},
    Entry{Say::kArgNote, "The note", "Nội dung ghi chú"},
    Entry{Say::kArgCode, "Code of the dossier", "Số và ký hiệu hồ sơ"},
    Entry{Say::kArgField, "The field", "Tên mục"},
    Entry{Say::kArgValue, "What it is", "Nội dung đúng"},
    Entry{Say::kArgBackupFolder, "Folder of the backup: empty, or an older backup of this archive",
          "Thư mục sao lưu: trống, hoặc bản sao lưu cũ của kho này"},
    Entry{Say::kArgBackup, "Folder of the backup", "Thư mục bản sao lưu"},
    Entry{Say::kOptShowOnly, "Only show what would change", "Chỉ báo sẽ thay đổi gì, không ghi"},
    Entry{Say::kPage, "page {}", "trang {}"},
    Entry{Say::kPages, "pages {} to {}", "trang {} đến {}"},
    Entry{Say::kIsRequired, "{} is required", "thiếu {}"},
    Entry{Say::kSeeHelp, "See: vanthu help{}", "Xem: vanthu help{}"},
    Entry{Say::kNoCommand, "there is no command {}", "không có lệnh {}"},
    Entry{Say::kUnknownKey, "{}: the key {} is not known and was passed over",
          "{}: không có mục {}, đã bỏ qua"},
    Entry{Say::kProgress, "{}/{} files, {} pages", "{}/{} tệp, {} trang"},
    Entry{Say::kPace, ", {:.1f} pages/s", ", {:.1f} trang/giây"},
    Entry{Say::kTimeLeft, ", {} left", ", còn {}"},
    Entry{Say::kExtractSummary, "{} files read, {} in part, {} failed",
          "{} tệp đọc xong, {} tệp đọc được một phần, {} tệp lỗi"},
    Entry{Say::kImportSummary,
          "{} files imported ({} letters, {} pages), {} in part, {} in the archive already, {} "
          "failed",
          "đã nhập {} tệp ({} văn bản, {} trang), {} tệp nhập một phần, {} tệp đã có trong kho, {} "
          "tệp lỗi"},
    Entry{Say::kPlanSummary, "{} files would be imported, {} are in the archive, {} cannot be",
          "sẽ nhập {} tệp, {} tệp đã có trong kho, {} tệp không nhập được"},
    Entry{Say::kPlanKind, "{}: {} files to be read ({:.1f} MB), {} in the archive",
          "{}: {} tệp sẽ đọc ({:.1f} MB), {} tệp đã có trong kho"},
    Entry{Say::kPlanTime, "would take about {} with {} at once, judged by {} files read before",
          "sẽ mất khoảng {} với {} tiến trình, tính theo {} tệp đã đọc trước đây"},
    Entry{Say::kPlanTimeUnmeasured, "would take about {} with {} at once, as such files usually do",
          "sẽ mất khoảng {} với {} tiến trình, theo mức thông thường"},
    Entry{Say::kReextractSummary, "{} letters, {} changed, {} files failed",
          "{} văn bản, {} có thay đổi, {} tệp lỗi"},
    Entry{Say::kRowsWritten, "{}: {} letters", "{}: {} văn bản"},
    Entry{Say::kArrivalNumbered, "letter {}: number of arrival {}, {}",
          "văn bản {}: số đến {}, ngày {}"},
    Entry{Say::kStandardSummary,
          "{} letters and {} dossiers handed over, {} letters without their file",
          "đã xuất {} văn bản, {} hồ sơ; {} văn bản thiếu tệp gốc"},
    Entry{Say::kShortened, "{}: {} has {} characters, the standard takes {}: shortened",
          "{}: {} dài {} ký tự, quy định tối đa {}: đã cắt bớt"},
    Entry{Say::kLeftOut, "{}: {} has {} digits, the standard takes {}: left out",
          "{}: {} có {} chữ số, quy định tối đa {}: đã bỏ trống"},
    Entry{Say::kBelowBaseline, "below the baseline: {}", "thấp hơn mức cũ: {}"},
    Entry{Say::kSkippedFile, "{}: in the archive already", "{}: đã có trong kho"},
    Entry{Say::kSkippedTrash, "{}: in the trash since {}; take it out with: vanthu trash --restore",
          "{}: trong thùng rác từ {}; lấy lại bằng: vanthu trash --restore"},
    Entry{Say::kCorrected, "letter {}: {} is {} (was {})", "văn bản {}: {} là {} (trước là {})"},
    Entry{Say::kNoValue, "none", "không có"},
    Entry{Say::kValueOrUndo, "one of VALUE and --undo is needed",
          "cần đúng một trong VALUE, --undo"},
    Entry{Say::kThrownAway, "{} letters put into the trash", "đã bỏ {} văn bản vào thùng rác"},
    Entry{Say::kBroughtBack, "{} letters taken out of the trash",
          "đã lấy lại {} văn bản từ thùng rác"},
    Entry{Say::kTrashEmptied,
          "{} letters and {} files deleted for good; {} letters stay in the trash",
          "đã xóa hẳn {} văn bản, {} tệp; còn {} văn bản trong thùng rác"},
    Entry{Say::kOneTrashAct, "ID goes with --restore, --older-than with --empty; one of the two",
          "ID dùng với --restore, --older-than dùng với --empty; chỉ một trong hai"},
    Entry{Say::kImportUndone, "import {}: {} letters put into the trash",
          "lần nhập {}: đã bỏ {} văn bản vào thùng rác"},
    Entry{Say::kArchiveSound, "sound: {} letters, {} files", "kho nguyên vẹn: {} văn bản, {} tệp"},
    Entry{Say::kArchiveDamaged, "damaged in {} places", "kho bị hỏng {} chỗ"},
    Entry{Say::kBackupSummary, "{}: {} letters, {} files, {} of them new",
          "{}: {} văn bản, {} tệp, trong đó {} tệp mới"},
    Entry{Say::kRestoreSummary, "{}: {} letters, {} files", "{}: {} văn bản, {} tệp"},
    Entry{Say::kPossibleRescan,
          "{} (letter {}): may be another scan of letter {}, {}: both are {} of {}, {}",
          "{} (văn bản {}): có thể là bản quét khác của văn bản {}, {}: cùng là {} năm {}, {}"},
    Entry{Say::kSameLetter, "{}: the same letter as {}, {}: kept as one letter with two files",
          "{}: cùng một văn bản với văn bản {}, {}: lưu thành một văn bản có hai tệp"},
    Entry{Say::kReportWritten, "report: {}", "báo cáo: {}"},
    Entry{Say::kReportNeedsName, "the report's name ends in .html or .json",
          "tên tệp báo cáo phải có đuôi .html hoặc .json"},
    Entry{Say::kMoved, "{}: moved to {}", "{}: đã chuyển sang {}"},
    Entry{Say::kCannotMove, "{}: stays where it is: {}", "{}: để nguyên chỗ cũ: {}"},
    Entry{Say::kWatching, "watching {}", "đang theo dõi {}"},
    Entry{Say::kWatchTrouble, "waiting until it is over", "chờ đến khi hết"},
    Entry{Say::kWatchSummary, "{} files imported, {} in the archive already, {} failed",
          "đã nhập {} tệp, {} tệp đã có trong kho, {} tệp lỗi"},
    Entry{Say::kReasonFile, "File: {}\nTime: {}\nReason: {}\n",
          "Tệp: {}\nThời gian: {}\nLý do: {}\n"},
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
    Entry{Say::kWorkbookNeedsOut, "--format xlsx takes --out FILE",
          "--format xlsx cần có --out FILE"},
    Entry{Say::kNeedsGraphviz,
          "pictures are drawn by graphviz, which is not installed: apt install graphviz",
          "hình được vẽ bằng graphviz, chưa cài: apt install graphviz"},
    Entry{Say::kPictureCut, "the picture shows {} documents; there are more, farther away",
          "hình chỉ có {} văn bản; còn những văn bản khác ở xa hơn"},
    Entry{Say::kFormatNeedsOut,
          "--format {} takes --out DIR; hocr and alto of one file may go to stdout",
          "--format {} cần có --out DIR; hocr và alto của một tệp có thể in ra màn hình"},
    Entry{Say::kStandardNeedsOut, "--standard takes --out DIR", "--standard cần có --out DIR"},
    Entry{Say::kNothingToEnter, "there is nothing to enter: see the options",
          "không có gì để ghi: xem các tùy chọn"},
    Entry{Say::kOneAnswer, "one of BY, --none and --undo is needed",
          "cần đúng một trong BY, --none, --undo"},
    Entry{Say::kNoType, "\"{}\" is no type of letter", "không có loại văn bản \"{}\""},
    Entry{Say::kSignedKept,
          "{}: has a digital signature, which a text layer would break; copied as it is",
          "{}: có chữ ký số, thêm lớp chữ sẽ làm hỏng chữ ký; đã chép nguyên tệp gốc"},
    Entry{Say::kSomethingMissing, "{} missing", "thiếu {} mục"},
    Entry{Say::kLetter, "letter {}", "văn bản {}"},
    Entry{Say::kTheDocument, "document", "văn bản"},
    Entry{Say::kCitedBy, "cited by", "viện dẫn bởi"},
    Entry{Say::kCites, "cites", "viện dẫn"},
    Entry{Say::kNotInArchive, "not in the archive", "không có trong kho"},
    Entry{Say::kAllCountries, "all", "tất cả"},
    Entry{Say::kNoCountry, "not named", "không rõ"},
    Entry{Say::kMoreValues, "... {} more", "... còn {}"},
    Entry{Say::kSheetLetters, "Letters", "Văn bản"},
    Entry{Say::kSheetFound, "Letters found", "Văn bản tìm được"},
    Entry{Say::kSheetCitations, "Citations", "Văn bản viện dẫn"},
    Entry{Say::kSheetDelegations, "Delegations", "Đoàn ra, đoàn vào"},
    Entry{Say::kSheetSummary, "Delegations of the year", "Tổng hợp đoàn ra, đoàn vào"},
    Entry{Say::kSheetConferences, "Conferences", "Hội nghị, hội thảo"},
    Entry{Say::kSheetFigures, "Figures", "Số liệu"},
    Entry{Say::kSheetPartners, "Partners", "Đối tác nước ngoài"},
    Entry{Say::kSheetDeadlines, "Deadlines", "Nhiệm vụ theo thời hạn"},
    Entry{Say::kSheetFindings, "Figures that do not agree", "Số liệu không khớp"},
    Entry{Say::kSheetGaps, "Numbers missing or given twice", "Số văn bản thiếu, trùng"},
    Entry{Say::kSheetIncoming, "Incoming letters", "Văn bản đến"},
    Entry{Say::kSheetLog, "Log", "Nhật ký"},
    Entry{Say::kSheetCounts, "Letters counted", "Số văn bản theo nhóm"},
    Entry{Say::kSheetSaved, "Saved searches", "Câu tìm đã lưu"},
    Entry{Say::kSheetRescans, "Possible rescans", "Văn bản có thể quét hai lần"},
    Entry{Say::kSheetReview, "Letters to be looked at", "Văn bản cần xem lại"},
    Entry{Say::kSheetTrash, "Trash", "Thùng rác"},
    Entry{Say::kSheetImports, "Imports", "Các lần nhập"},
    Entry{Say::kSheetDamages, "Damages", "Chỗ hỏng trong kho"},
});

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
