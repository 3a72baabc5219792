// How long it takes to understand a letter once its words are read: cut it into its parts and run every
// extractor. A report of 17 pages is the one that a province sends at the end of a year.
#include <benchmark/benchmark.h>

#include <string>

#include "extractors/extractor.h"
#include "tests/unit/letter_builder.h"

namespace vanthu {
namespace {

constexpr const char* kHead =
    "<|ỦY BAN NHÂN DÂN\n<|TỈNH HÀ TĨNH\n>|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n>|Độc lập - Tự do - "
    "Hạnh phúc\n"
    "<|Số: 412/BC-UBND\n>|Hà Tĩnh, ngày 05 tháng 12 năm 2022\n\n^|BÁO CÁO\n^|Kết quả công tác đối "
    "ngoại năm "
    "2022 và phương hướng, nhiệm vụ năm 2023\n\nThực hiện Công văn số 3120/BNG-NVĐP ngày "
    "18/10/2022 của Bộ Ngoại "
    "giao về việc báo cáo công tác đối ngoại, UBND tỉnh báo cáo như sau:\n\n";

// One section of a page's length, as dense with citations, figures, periods and names as reports are.
constexpr const char* kSection[] = {
    "Triển khai Nghị quyết số 22-NQ/TW ngày 10/4/2013 của Bộ Chính trị và Kế hoạch số 118/KH-UBND "
    "ngày 22/3/2022, "
    "trong 9 tháng đầu năm 2022 các cơ quan đã cử 21 đoàn với 136 lượt cán bộ đi công tác nước "
    "ngoài.",
    "Kim ngạch xuất khẩu ước đạt 1.124,6 triệu USD, tăng 12,4% so với cùng kỳ năm trước, đạt 96,5% "
    "kế hoạch năm; "
    "thu hút 14 dự án với tổng vốn đăng ký 2.310 tỷ đồng (tương đương khoảng 98,2 triệu USD).",
    "Tỉnh đón 34 đoàn/287 lượt khách của Lào, Thái Lan, Nhật Bản và Hàn Quốc; làm việc với Tổng "
    "Lãnh sự quán Lào tại "
    "Đà Nẵng, tỉnh Khammouane và tổ chức JICA về 03 dự án cấp nước cho 12.600 hộ dân.",
    "Giao Sở Ngoại vụ chủ trì, phối hợp với Sở Tài chính hoàn thành việc quyết toán trước ngày "
    "20/01/2023; các địa "
    "phương gửi báo cáo quý IV/2022 và dự toán giai đoạn 2023 - 2025 trong tháng 02/2023.",
    "Về viện trợ, 18 tổ chức phi chính phủ nước ngoài cam kết từ 3,5 đến 4,2 triệu USD cho y tế, "
    "giáo dục và ứng phó "
    "thiên tai; diện tích rừng được bảo vệ 45.200 ha, khoảng 70% là rừng phòng hộ.",
    "Công tác bảo hộ công dân được quan tâm, phối hợp xử lý 27 vụ việc, đưa 59 lao động về nước an "
    "toàn; hướng dẫn "
    "thủ tục cho 1.840 trường hợp theo Luật Xuất cảnh, nhập cảnh của công dân Việt Nam.",
};

std::string ReportOf(int pages) {
  std::string text = kHead;
  int section = 0;
  for (int page = 0; page < pages; ++page) {
    if (page > 0) text += '\f';
    for (int part = 0; part < 7; ++part) {
      text += std::to_string(++section);
      text += ". Kết quả thực hiện các nhiệm vụ trọng tâm\n\n";
      for (const char* paragraph : {kSection[part % 3 * 2], kSection[part % 3 * 2 + 1]}) {
        // Some ninety signs a printed line.
        std::string_view rest = paragraph;
        while (rest.size() > 120) {
          const size_t cut = rest.rfind(' ', 120);
          text += rest.substr(0, cut);
          text += '\n';
          rest.remove_prefix(cut + 1);
        }
        text += rest;
        text += "\n\n";
      }
    }
  }
  text +=
      "<|Nơi nhận:\n<|- Bộ Ngoại giao;\n<|- Lưu: VT.\n>|KT. CHỦ TỊCH\n>|PHÓ CHỦ TỊCH\n>|Trần Văn "
      "Kỳ\n";
  return text;
}

void UnderstandReport(benchmark::State& state) {
  const std::vector<Page> pages = test::PagesOf(ReportOf(static_cast<int>(state.range(0))));
  for (auto _ : state) {
    std::vector<Page> copy = pages;
    Record record;
    extractors::ExtractAll(segment::Segment(std::move(copy)), record);
    benchmark::DoNotOptimize(record);
  }
  state.SetComplexityN(state.range(0));
}
BENCHMARK(UnderstandReport)
    ->Arg(1)
    ->Arg(4)
    ->Arg(17)
    ->Arg(68)
    ->Arg(272)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();

}  // namespace
}  // namespace vanthu
