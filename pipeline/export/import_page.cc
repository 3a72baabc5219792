#include "pipeline/export/import_page.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "pipeline/export/import_page_style.h"
#include "pipeline/export/kind_name.h"

namespace vanthu::exporting {
namespace {

using Json = nlohmann::ordered_json;

struct Known {
  std::string_view key, english, vietnamese;
};
constexpr std::array kWords = {
    Known{"title", "Import report", "Báo cáo nhập văn bản"},
    Known{"plan", "Import plan", "Kế hoạch nhập văn bản"},
    Known{"archive", "Archive", "Kho"},
    Known{"interrupted", "Interrupted before the end; the same command again goes on.",
          "Bị ngắt giữa chừng; chạy lại lệnh này để làm tiếp."},
    Known{"broken", "Ended by an error before all was read.", "Dừng vì lỗi khi chưa đọc hết."},
    Known{"took", "{} pages in {}: {} pages per second", "{} trang trong {}: {} trang mỗi giây"},
    Known{"will_take", "Would take about {}, judged by {} files read before",
          "Sẽ mất khoảng {}, tính theo {} tệp đã đọc trước đây"},
    Known{"will_take_unmeasured", "Would take about {}, as such files usually do",
          "Sẽ mất khoảng {}, theo mức thông thường của các loại tệp này"},
    Known{"read", "read", "đã đọc"},
    Known{"to_read", "to be read", "sẽ đọc"},
    Known{"partly", "read in part", "đọc một phần"},
    Known{"skipped", "in the archive already", "đã có trong kho"},
    Known{"doubtful", "doubtful", "cần xem lại"},
    Known{"failed", "failed", "lỗi"},
    Known{"letters", "letters", "văn bản"},
    Known{"kinds", "By kind", "Theo loại tệp"},
    Known{"kind", "Kind", "Loại"},
    Known{"other_kind", "other", "khác"},
    Known{"files", "Files", "Số tệp"},
    Known{"size", "Size", "Dung lượng"},
    Known{"pages", "Pages", "Số trang"},
    Known{"failures", "What could not be read", "Không đọc được"},
    Known{"doubts", "What should be looked at", "Cần người xem lại"},
    Known{"rescans", "May be one letter twice", "Có thể là một văn bản có hai bản"},
    Known{"companions", "One letter in two files", "Một văn bản có hai tệp"},
    Known{"passed", "In the archive already", "Đã có trong kho"},
    Known{"file", "File", "Tệp"},
    Known{"page", "Page", "Trang"},
    Known{"why", "Reason", "Lý do"},
    Known{"letter", "Letter", "Văn bản"},
    Known{"same_as", "Same as", "Giống với"},
    Known{"missing", "not found: {}", "không tìm thấy: {}"},
    Known{"unsure", "unsure ({} %): {}", "chưa chắc ({} %): {}"},
    Known{"more", "… and {} more", "… và {} dòng nữa"},
    Known{"page_failed", "a page could not be read", "có trang không đọc được"},
    Known{"no_text_found", "ink on the page, but no text was read",
          "trang có nét mực nhưng không đọc được chữ nào"},
    Known{"text_unread", "letters that could not be read", "có chữ không đọc được"},
    Known{"foreign_script", "seems to be in another script", "có vẻ là chữ viết khác"},
    Known{"not_text", "seems to be a picture", "có vẻ là hình ảnh, không phải chữ"},
    Known{"pdf_cut", "the PDF is cut", "tệp PDF bị cụt"},
    Known{"text_doubtful", "the text may be damaged", "văn bản có thể bị hỏng"},
    Known{"image_damaged", "the picture is damaged", "ảnh bị hỏng"},
    Known{"odd_stacks", "an odd number of pages cannot be two stacks",
          "số trang lẻ, không thể là hai chồng"},
    Known{"number_and_date_differ", "number and date name different years",
          "năm trong số và năm ban hành khác nhau"},
};

std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

// A cell of a table; numbers stand at the right.
struct Column {
  std::string title;
  const char* look = "";  // "", number, file
};

class ReportPage {
 public:
  ReportPage(const Json& report, const ImportPageWords& words) : report_(report), words_(words) {}

  std::string Make() {
    const std::string title = Word(report_.at("dry_run") ? "plan" : "title");
    out_ = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width\"><title>{}</title><style>{}</style>"
        "</head>\n<body><main>\n<h1>{}</h1>\n",
        English() ? "en" : "vi", title, kImportPageStyle, title);
    Opening();
    Tiles();
    Kinds();
    Failures();
    Doubts();
    Companions();
    Rescans();
    PassedOver();
    return out_ + "</main></body></html>\n";
  }

 private:
  bool English() const { return words_.language == SheetLanguage::kEnglish; }

  std::string Word(std::string_view key) const {
    for (const Known& known : kWords)
      if (known.key == key) return std::string(English() ? known.english : known.vietnamese);
    return std::string(key);
  }
  template <typename... Args>
  std::string Say(std::string_view key, const Args&... args) const {
    return fmt::format(fmt::runtime(Word(key)), args...);
  }

  // 12,345 or 12.345
  std::string Number(int64_t number) const {
    std::string digits = fmt::format("{}", number);
    for (size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, English() ? ',' : '.');
    return digits;
  }
  std::string Decimal(double number) const {
    std::string text = fmt::format("{:.1f}", number);
    if (!English()) text[text.size() - 2] = ',';
    return text;
  }
  std::string Size(double bytes) const {
    if (bytes < 1e6) return Decimal(bytes / 1e3) + " kB";
    return bytes < 1e9 ? Decimal(bytes / 1e6) + " MB" : Decimal(bytes / 1e9) + " GB";
  }
  // 75 -> 1:15
  std::string Time(double seconds) const {
    const auto all = static_cast<int64_t>(seconds + 0.5);
    if (all < 3600)
      return fmt::format("{}:{:02} {}", all / 60, all % 60, English() ? "min" : "phút");
    return fmt::format("{}:{:02}:{:02} {}", all / 3600, all / 60 % 60, all % 60,
                       English() ? "h" : "giờ");
  }
  // 2026-11-30T13:06:10Z as people write it.
  std::string Moment(const std::string& utc) const {
    const std::string time = utc.substr(11, 5) + " UTC";
    if (English()) return utc.substr(0, 10) + " " + time;
    return fmt::format("{}/{}/{} {}", utc.substr(8, 2), utc.substr(5, 2), utc.substr(0, 4), time);
  }

  void Opening() {
    out_ += fmt::format("<p class=\"soft\">{}: {} · {}</p>\n", Word("archive"),
                        Escaped(report_.at("archive").get<std::string>()),
                        Moment(report_.at("started_at").get<std::string>()));
    const std::string status = report_.at("status");
    if (status != "done")
      out_ += fmt::format("<p><b>{}</b></p>\n",
                          Word(status == "interrupted" ? "interrupted" : "broken"));
    if (report_.contains("estimate")) {
      const Json& estimate = report_["estimate"];
      const int64_t measured = estimate.at("measured_files");
      const std::string time = Time(estimate.at("seconds"));
      out_ += fmt::format("<p>{}</p>\n", measured > 0 ? Say("will_take", time, Number(measured))
                                                      : Say("will_take_unmeasured", time));
    } else {
      out_ += fmt::format("<p>{}</p>\n",
                          Say("took", Number(report_.at("pages")), Time(report_.at("seconds")),
                              Decimal(report_.at("pages_per_second"))));
    }
  }

  void Tile(const char* look, std::string_view key, int64_t number) {
    out_ +=
        fmt::format("<div class=\"tile {}\"><b>{}</b>{}</div>\n", look, Number(number), Word(key));
  }

  void Tiles() {
    const Json& files = report_.at("files");
    const bool plan = report_.at("dry_run");
    out_ += "<div class=\"tiles\">\n";
    Tile("good", plan ? "to_read" : "read", files.at("read"));
    if (!plan) Tile("part", "partly", files.at("partly"));
    Tile("", "skipped", files.at("skipped"));
    Tile("bad", "failed", files.at("failed"));
    if (!plan) Tile("part", "doubtful", files.at("doubtful"));
    if (!plan) Tile("mark", "letters", report_.at("letters"));
    out_ += "</div>\n<div class=\"bar\">";
    for (const auto& [look, key] :
         {std::pair{"good", "read"}, {"part", "partly"}, {"skip", "skipped"}, {"bad", "failed"}})
      out_ +=
          fmt::format("<i class=\"{}\" style=\"flex:{}\"></i>", look, files.at(key).get<int64_t>());
    out_ += "</div>\n";
  }

  void BeginTable(std::string_view heading, size_t count, std::vector<Column> columns) {
    columns_ = std::move(columns);
    out_ += fmt::format("<h2>{} ({})</h2>\n<table><thead><tr>", Word(heading),
                        Number(static_cast<int64_t>(count)));
    for (const Column& column : columns_)
      out_ += fmt::format("<th class=\"{}\">{}</th>", column.look, column.title);
    out_ += "</tr></thead><tbody>\n";
  }
  // Cells of HTML.
  void Row(const std::vector<std::string>& cells) {
    out_ += "<tr>";
    for (size_t i = 0; i < cells.size(); ++i)
      out_ += fmt::format("<td class=\"{}\">{}</td>", columns_[i].look, cells[i]);
    out_ += "</tr>\n";
  }
  void EndTable(size_t count) {
    out_ += "</tbody></table>\n";
    if (count > kMostReportRows)
      out_ += fmt::format("<p class=\"soft\">{}</p>\n",
                          Say("more", Number(static_cast<int64_t>(count - kMostReportRows))));
  }

  // A table of a list of the report; `row` makes the cells.
  template <typename MakeRow>
  void List(std::string_view heading, std::string_view key, std::vector<Column> columns,
            const MakeRow& row) {
    const Json& list = report_.at(key);
    if (list.empty()) return;
    BeginTable(heading, list.size(), std::move(columns));
    for (size_t i = 0; i < std::min(list.size(), kMostReportRows); ++i) Row(row(list[i]));
    EndTable(list.size());
  }

  void Kinds() {
    List("kinds", "kinds",
         {{Word("kind")},
          {Word("files"), "number"},
          {Word("size"), "number"},
          {Word(report_.at("dry_run") ? "to_read" : "read"), "number"},
          {Word("skipped"), "number"},
          {Word("failed"), "number"},
          {Word("pages"), "number"}},
         [this](const Json& kind) -> std::vector<std::string> {
           return {NameOfKind(kind.at("media_type")),
                   Number(kind.at("files")),
                   Size(kind.at("bytes").get<double>()),
                   Number(kind.at("read")),
                   Number(kind.at("skipped")),
                   Number(kind.at("failed")),
                   Number(kind.at("pages"))};
         });
  }

  std::string NameOfKind(const Json& media_type) const {
    if (media_type.is_null()) return Word("other_kind");
    return Escaped(KindName(media_type.get_ref<const std::string&>()));
  }

  static std::string Cell(const Json& value) { return value.is_null() ? "" : Escaped(Text(value)); }
  static std::string Text(const Json& value) {
    return value.is_string() ? value.get<std::string>() : value.dump();
  }

  void Failures() {
    List("failures", "failed", {{Word("file"), "file"}, {Word("page"), "number"}, {Word("why")}},
         [this](const Json& failure) -> std::vector<std::string> {
           std::string why = Escaped(Text(failure.at("reason")));
           const std::string meant = words_.reason(Text(failure.at("code")));
           if (!English() && !meant.empty())
             why = fmt::format("{} <span class=\"soft\">({})</span>", Escaped(meant), why);
           return {Cell(failure.at("file")), Cell(failure.at("page")), why};
         });
  }

  std::string DoubtText(const Json& doubt) const {
    const std::string code = doubt.at("code");
    const auto field = [&] { return ShapeOf(Text(doubt.at("field")), words_.language).name; };
    std::string text = code == "missing" ? Say(code, field())
                       : code == "unsure"
                           ? Say(code, Decimal(doubt.at("score").get<double>() * 100), field())
                           : Word(code);
    text = Escaped(text);
    if (code == "unsure") text += fmt::format(": <i>{}</i>", Cell(doubt.at("detail")));
    if (!doubt.at("page").is_null())
      text +=
          fmt::format(" <span class=\"soft\">· {} {}</span>", Word("page"), Text(doubt.at("page")));
    return fmt::format("<li>{}</li>", text);
  }

  void Doubts() {
    List("doubts", "doubtful", {{Word("file"), "file"}, {Word("letter"), "number"}, {Word("why")}},
         [this](const Json& letter) -> std::vector<std::string> {
           std::string why = "<ul>";
           for (const Json& doubt : letter.at("doubts")) why += DoubtText(doubt);
           return {Cell(letter.at("file")), Cell(letter.at("id")), why + "</ul>"};
         });
  }

  static std::string LetterIn(const Json& of) {
    return fmt::format("{}: {}", Cell(of.at("id")), Cell(of.at("source")));
  }

  void Companions() {
    List("companions", "companions", {{Word("file"), "file"}, {Word("same_as"), ""}},
         [](const Json& companion) -> std::vector<std::string> {
           return {Cell(companion.at("file")), LetterIn(companion.at("of"))};
         });
  }

  void Rescans() {
    List("rescans", "rescans",
         {{Word("file"), "file"}, {Word("letter"), "number"}, {Word("same_as")}},
         [](const Json& rescan) -> std::vector<std::string> {
           return {Cell(rescan.at("file")), Cell(rescan.at("id")), LetterIn(rescan.at("of"))};
         });
  }

  void PassedOver() {
    List("passed", "skipped", {{Word("file"), "file"}},
         [](const Json& name) -> std::vector<std::string> { return {Cell(name)}; });
  }

  const Json& report_;
  const ImportPageWords& words_;
  std::vector<Column> columns_;  // of the table that is being written
  std::string out_;
};

}  // namespace

std::string ImportPage(const Json& report, const ImportPageWords& words) {
  return ReportPage(report, words).Make();
}

}  // namespace vanthu::exporting
