// Marks that are put back, and words that must stay as they were read.
#include "pipeline/reading/corrector.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

namespace vanthu::reading {
namespace {

namespace fs = std::filesystem;

// One line of text, every word read with the same confidence.
std::vector<ReadWord> Line(const std::string& text, double confidence, int line = 0) {
  std::vector<ReadWord> words;
  for (size_t i = 0; i < text.size();) {
    const size_t end = std::min(text.find(' ', i), text.size());
    if (end > i) {
      const auto x = static_cast<double>(words.size());
      words.push_back({text.substr(i, end - i), confidence,
                       Box{x * 50, line * 30.0, x * 50 + 40, line * 30.0 + 20}, line});
    }
    i = end + 1;
  }
  return words;
}

std::string Corrected(const std::string& text, double confidence) {
  static const Corrector corrector(LanguageModel::Administrative());
  std::string out;
  for (const CorrectedWord& word : corrector.Correct({Line(text, confidence)})) {
    if (!out.empty()) out += ' ';
    out += word.word.text;
  }
  return out;
}

TEST(Corrector, PutsMarksBackWhereTheWordsBesideLeaveNoDoubt) {
  const struct {
    const char* read;
    const char* want;
  } rows[] = {
      // Tone alone, mark alone, both, đ.
      {"Căn cứ Luật Tô chức chính quyền địa phương", "Căn cứ Luật Tổ chức chính quyền địa phương"},
      {"có hiệu lực kẻ từ ngày 01/01/2020", "có hiệu lực kể từ ngày 01/01/2020"},
      {"phòng, chồng địch COVID-19,", "phòng, chống dịch COVID-19,"},
      {"kết quả đâu thâu mua thuốc", "kết quả đấu thầu mua thuốc"},
      {"chịu trách nhiệm thi hanh Quyết định này", "chịu trách nhiệm thi hành Quyết định này"},
      // In capitals, and no syllable as read.
      {"ỦY BAN NHÂN DÂN TINH", "ỦY BAN NHÂN DÂN TỈNH"},
      {"CỌNG HÒA XÃ HÔI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
      {"Căn cứ QUYÊT ĐỊNH số 12", "Căn cứ QUYẾT ĐỊNH số 12"},
      {"PHÓ GIÁM ĐÓC", "PHÓ GIÁM ĐỐC"},
      // The marks round a word stay, and so does its capital.
      {"quản lý “nhà nươc”; (Truyên thông)", "quản lý “nhà nước”; (Truyền thông)"},
  };
  for (const auto& row : rows) EXPECT_EQ(Corrected(row.read, 0.9), row.want);
}

TEST(Corrector, LeavesAloneWhatNoCountCanJudge) {
  const char* rows[] = {
      "Số: 650/UBND-ĐNMN ngày 27/02/2014",
      "theo Công văn số 12/SNgV-LS của SNgV và UBMTTQ, HĐND",
      "thư điện tử: vanthu@quangngai.gov.vn, www.quangngai.gov.vn",
      "đoàn của tỉnh Champasak, Sê Kông và Attapư (Lào)",
      "huyện Đắk Hà, tỉnh Kon Tum và xã Đắk Kroong",
      "Chương trình Southeast Asia Foundation Limited",
      "a) Về tổ chức; b) Về nhân sự; đ) Về kinh phí",
      "I. TÌNH HÌNH CHUNG II. KẾT QUẢ VI. KIẾN NGHỊ",
      "các tỉnh Kampot, Kep, Preah Vihear của Campuchia",
      "Ủy ban nhân dân huyện Phù Yên, tỉnh Sơn La",
      "Ông Lê Vân, bà Nguyễn Thị Hòa và ông Trần Văn Dũng",
      "",
      "—",
  };
  for (const char* row : rows) EXPECT_EQ(Corrected(row, 0.95), row);
}

TEST(Corrector, AWordThatIsReadDoubtfullyNeedsLessToBePutRight) {
  EXPECT_EQ(Corrected("các trường học phố thông", 0.6), "các trường học phổ thông");
  EXPECT_EQ(Corrected("nâng cao chất lương phục vụ", 0.5), "nâng cao chất lượng phục vụ");
}

// Of two readings of a line, word by word.
std::string OfTwo(const std::string& first, double sure, const std::string& second,
                  double also_sure) {
  static const Corrector corrector(LanguageModel::Administrative());
  std::vector<ReadWord> one = Line(first, sure), other = Line(second, also_sure);
  std::string out;
  for (const CorrectedWord& word : corrector.Correct({one, other}))
    out += (out.empty() ? "" : " ") + word.word.text;
  return out;
}

TEST(Corrector, ReferencesAndYearsAreNotLeftToTheModel) {
  // The shorter text would be the likelier one to the model.
  EXPECT_EQ(OfTwo("V/v tập huấn công tác", 0.9, "V/ tập huấn công tác", 0.92),
            "V/v tập huấn công tác");
  EXPECT_EQ(OfTwo("dịch COVID-19, theo", 0.9, "dịch COVID-]9, theo", 0.9), "dịch COVID-19, theo");
  EXPECT_EQ(OfTwo("số 18/UB-QĐ về việc", 0.9, "số l8/UB-QĐ về việc", 0.7), "số 18/UB-QĐ về việc");
  EXPECT_EQ(OfTwo("Tết nguyên đán Ất Tỵ - năm 2025", 0.9, "Tết nguyên đán Ất Ty - năm 2025", 0.92),
            "Tết nguyên đán Ất Tỵ - năm 2025");
  // Where the other reading is the surer one by far, it stands.
  EXPECT_EQ(OfTwo("số 17/UB về việc", 0.4, "số 11/UB về việc", 0.95), "số 11/UB về việc");
}

TEST(Corrector, NothingIsKnownAcrossColumns) {
  const Corrector corrector(LanguageModel::Administrative());
  std::vector<ReadWord> words = Line("ủy ban nhân dan", 0.95);
  ASSERT_EQ(corrector.Correct({words})[3].word.text, "dân");
  EXPECT_EQ(corrector.Correct({words})[3].raw, "dan");
  EXPECT_EQ(corrector.Correct({words})[2].raw, "");
  words[3].box.x0 += 300;
  words[3].box.x1 += 300;
  EXPECT_EQ(corrector.Correct({words})[3].word.text, "dan");
}

// Two readings of one line whose words are cut at other places.
ReadWord At(const std::string& text, double confidence, double x0, double x1, double y = 0,
            int line = 0) {
  return {text, confidence, Box{x0, y, x1, y + 20}, line};
}

std::string Joined(const std::vector<CorrectedWord>& words) {
  std::string out;
  for (const CorrectedWord& word : words) out += (out.empty() ? "" : " ") + word.word.text;
  return out;
}

TEST(Corrector, OfTwoReadingsTheLikelierOne) {
  const Corrector corrector(LanguageModel::Administrative());
  const struct {
    const char* first;
    double sure;
    const char* second;
    double also_sure;
    const char* want;
  } rows[] = {
      {"các trường hoc phố thông", 0.9, "các trường học phô thông", 0.9,
       "các trường học phổ thông"},
      {"Quốc hội khóa XỬ;", 0.6, "Quốc hội khóa XV;", 0.9, "Quốc hội khóa XV;"},
      {"dịch COVID-19,", 0.8, "dịch COVID-]9,", 0.9, "dịch COVID-19,"},
      {"ngày 26/7/2020", 0.9, "ngày 25/7/2020", 0.5, "ngày 26/7/2020"},
      {"ngày 25/7/2020", 0.5, "ngày 26/7/2020", 0.9, "ngày 26/7/2020"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(
        Joined(corrector.Correct({Line(row.first, row.sure), Line(row.second, row.also_sure)})),
        row.want);
  }
}

TEST(Corrector, WordsMayBeCutElsewhereAndLinesMayBeMissed) {
  const Corrector corrector(LanguageModel::Administrative());
  const std::vector<ReadWord> first = {At("trường", 0.9, 0, 60), At("phốthông", 0.5, 70, 150),
                                       At("công", 0.9, 160, 200), At("lập", 0.9, 210, 240)};
  const std::vector<ReadWord> second = {
      At("trường", 0.9, 0, 60),         At("phổ", 0.9, 70, 105),
      At("thông", 0.9, 110, 150),       At("cônglập", 0.4, 160, 240),
      At("GIÁM", 0.9, 300, 350, 60, 1), At("ĐỐC", 0.9, 360, 400, 60, 1),
      At("ˆ", 0.3, 10, 14, 200, 2)};
  const std::vector<CorrectedWord> words = corrector.Correct({first, second});
  EXPECT_EQ(Joined(words), "trường phổ thông công lập GIÁM ĐỐC");
  ASSERT_EQ(words.size(), 7U);
  EXPECT_EQ(words[1].raw, "phốthông");
  EXPECT_EQ(words[1].word.box.x1, 105);
  EXPECT_EQ(words[2].raw, "phốthông");
  EXPECT_EQ(words[3].raw, "");
  EXPECT_EQ(words[5].raw, "");
  EXPECT_EQ(words[4].word.line, 0);
  EXPECT_GT(words[5].word.line, 0);
  EXPECT_EQ(words[5].word.line, words[6].word.line);
}

TEST(Corrector, AReadingMayBeEmpty) {
  const Corrector corrector(LanguageModel::Administrative());
  EXPECT_TRUE(corrector.Correct({{}}).empty());
  EXPECT_EQ(Joined(corrector.Correct({Line("ủy ban", 0.9), {}})), "ủy ban");
  EXPECT_EQ(Joined(corrector.Correct({{}, Line("ủy ban", 0.9)})), "ủy ban");
}

TEST(Align, AMarkThatReachesIntoAnotherLineDoesNotTakeItsWords) {
  const std::vector<ReadWord> first = {At("NĐ-CP", 0.9, 0, 60), At("'", 0.4, 65, 70, 12),
                                       At("thầu", 0.9, 60, 100, 26, 1)};
  const std::vector<ReadWord> second = {At("NĐ-CP", 0.9, 0, 60), At("thâu", 0.9, 60, 100, 26, 1)};
  const std::vector<Group> groups = Align({first, second});
  ASSERT_EQ(groups.size(), 3U);
  EXPECT_TRUE(groups[1].words[1].empty());
  EXPECT_EQ(groups[2].words[0], std::vector<size_t>{2});
  EXPECT_EQ(groups[2].words[1], std::vector<size_t>{1});
}

TEST(Corrector, WithoutCountsEverythingStays) {
  const LanguageModel none;
  const Corrector corrector(none);
  const auto words = corrector.Correct({Line("ủy ban nhân dan", 0.5), Line("a b", 0.9)});
  ASSERT_EQ(words.size(), 4U);
  EXPECT_EQ(words[3].word.text, "dan");
}

// Printed texts as if they were read without an error: how many words are changed, of how many.
struct Changes {
  size_t words = 0;
  std::vector<std::string> changed;
};

Changes ChangesOf(const std::vector<std::vector<ReadWord>>& pages) {
  const Corrector corrector(LanguageModel::Administrative());
  Changes out;
  for (const std::vector<ReadWord>& page : pages) {
    out.words += page.size();
    for (const CorrectedWord& word : corrector.Correct({page})) {
      if (!word.raw.empty()) out.changed.push_back(word.raw + " -> " + word.word.text);
    }
  }
  return out;
}

std::string Listed(const Changes& changes) {
  std::string out;
  for (const std::string& change : changes.changed) out += change + '\n';
  return out;
}

// A line as it would be printed: without the marks of corpus/FORMAT.md.
std::string Printed(const std::string& line) {
  std::string out;
  for (size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '*') continue;
    if (line.compare(i, 2, "{{") == 0) {
      const size_t end = std::min(line.find("}}", i), line.size() - 2);
      const size_t value = std::min(line.find(':', i) + 1, end);
      out += line.substr(value, end - value);
      i = end + 1;
    } else if (line.compare(i, 2, "\\n") == 0) {
      out += ' ';
      ++i;
    } else {
      out += line[i] == '\t' ? ' ' : line[i];
    }
  }
  return out;
}

// One page a file of that ending; lines that begin with @ say how a letter of the corpus is set.
std::vector<std::vector<ReadWord>> Pages(const fs::path& folder, const std::string& ending,
                                         double confidence) {
  std::set<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().string().ends_with(ending)) files.insert(entry.path());
  }
  std::vector<std::vector<ReadWord>> pages;
  for (const fs::path& file : files) {
    std::vector<ReadWord>& page = pages.emplace_back();
    std::ifstream in(file);
    std::string line;
    for (int number = 0; std::getline(in, line); ++number) {
      if (line.starts_with('@')) continue;
      for (ReadWord& word : Line(Printed(line), confidence, number))
        page.push_back(std::move(word));
    }
  }
  return pages;
}

TEST(Corrector, TextsOfScansReadWithoutErrorStay) {
  const fs::path folder = VANTHU_SHARED "/scans";
  if (!fs::exists(folder)) GTEST_SKIP() << folder << " is not here";
  for (const double confidence : {0.9, 0.96, 1.0}) {
    const Changes changes = ChangesOf(Pages(folder, ".gt.txt", confidence));
    EXPECT_GT(changes.words, 3300U);
    EXPECT_LE(changes.changed.size(), 3U) << Listed(changes);
  }
}

TEST(Corrector, LettersOfTheCorpusReadWithoutErrorStay) {
  const fs::path folder = (fs::path(VANTHU_TEST_DATA) / "../../corpus/letters").lexically_normal();
  // Of 10,000 words: what the engine is less sure of, it may have misread.
  const struct {
    double confidence;
    size_t most;
  } rows[] = {{0.9, 4}, {0.96, 3}, {1.0, 2}};
  for (const auto& row : rows) {
    const Changes changes = ChangesOf(Pages(folder, ".letter", row.confidence));
    EXPECT_GT(changes.words, 10'000U);
    EXPECT_LE(changes.changed.size() * 10'000, row.most * changes.words) << Listed(changes);
  }
}

}  // namespace
}  // namespace vanthu::reading
