#include "tests/fuzz/sample_archive.h"

#include <stdlib.h>

#include <string>
#include <vector>

#include "pipeline/run/stages.h"
#include "tests/fuzz/fuzz.h"

namespace vanthu::fuzz {
namespace {

Page PageOf(std::string_view text) {
  Page page;
  page.reason = "the file is text";
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    Line line;
    line.text = text.substr(begin, end - begin);
    page.lines.push_back(std::move(line));
    begin = end + 1;
  }
  return page;
}

constexpr std::string_view kLetters[] = {
    "ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ\nSố: 650/UBND-ĐNMN\nV/v đoàn Champasak sang thăm\n"
    "Sơn Hà, ngày 27 tháng 02 năm 2014\nKính gửi: Bộ Ngoại giao\n"
    "Thực hiện Nghị quyết số 22-NQ/TW ngày 10/4/2013, tỉnh đón đoàn của Lào gồm 12 người.",
    "SỞ NGOẠI VỤ\nSố: 65/BC-SNgV\nSơn Hà, ngày 09 tháng 6 năm 2021\nBÁO CÁO\nKết quả hội nhập quốc "
    "tế\n"
    "Kinh phí 120 triệu đồng. Hoa và hòa bình, quý và quỹ, HD và HĐ.",
};

}  // namespace

SampleArchive::SampleArchive() {
  std::string name = (std::filesystem::temp_directory_path() / "vanthu-fuzz-XXXXXX").string();
  dir_ = mkdtemp(name.data());
  Result<archive::Archive> opened =
      archive::Archive::Open(dir_ / "archive", archive::OpenMode::kCreate, archive::DiskFileOps());
  Check(opened.ok(), "an archive can be made");
  archive_ = *std::move(opened);
  int n = 0;
  for (const std::string_view text : kLetters) {
    SourceInfo source;
    source.name = "letter" + std::to_string(++n) + ".txt";
    source.media_type = "text/plain";
    std::vector<Record> records;
    for (run::MadeLetter& letter : run::MakeLetters(source, {PageOf(text)})) {
      records.push_back(std::move(letter.record));
    }
    const archive::FileInfo file{std::string(63, 'a') + std::to_string(n), source.name, source.name,
                                 source.media_type, 100};
    Check(archive_->AddLetters(0, file, records).ok(), "a letter can be stored");
  }
}

SampleArchive::~SampleArchive() {
  archive_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(dir_, ignored);
}

}  // namespace vanthu::fuzz
