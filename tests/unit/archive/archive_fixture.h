// Letters made by hand and an archive in a folder of its own, for the tests beside this file.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/archive/search.h"
#include "pipeline/archive/store.h"

namespace vanthu::archive {

inline Page TextPage(int number, std::string_view text) {
  Page page;
  page.number = number;
  page.reason = "plain text";
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    Line line;
    line.text = text.substr(begin, end - begin);
    page.lines.push_back(line);
    begin = end + 1;
  }
  return page;
}

// What a test says of a letter; the rest stays absent.
struct Sketch {
  std::string number = {};  // 650/UBND-ĐNMN
  std::string type = {};    // code
  std::string date = {};    // 2014-02-27, 2021-06, 2021
  std::string issuer = {};
  std::string subject = {};
  std::string signer = {};
  std::string body = {};                // pages parted by form feeds
  std::vector<std::string> cites = {};  // numbers
  std::string cites_type = {};          // code of all of them
  std::string cited_law = {};
};

template <typename T>
T Evident(std::string_view raw, int page = 1) {
  T value;
  value.raw = raw;
  value.evidence = {{page, std::nullopt, 1}};
  value.rule = "by hand";
  value.score = 1;
  return value;
}

inline DocNumber NumberOf(const std::string& text) {
  DocNumber number = Evident<DocNumber>(text);
  number.normalized = text;
  const size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits > 0) number.serial = std::stoll(text.substr(0, digits));
  const size_t slash = text.find('/');
  number.symbol = slash != std::string::npos ? text.substr(slash + 1) : text.substr(digits);
  return number;
}

inline Record MakeRecord(const Sketch& sketch) {
  Record record;
  record.source.name = "letter.txt";
  record.source.media_type = "text/plain";
  if (!sketch.number.empty()) record.number = NumberOf(sketch.number);
  if (!sketch.type.empty()) {
    record.doc_type = Evident<DocType>(sketch.type);
    record.doc_type->code = sketch.type;
    record.doc_type->name = sketch.type;
  }
  if (!sketch.date.empty()) {
    record.issue_date = Evident<DateValue>(sketch.date);
    record.issue_date->year = std::stoi(sketch.date.substr(0, 4));
    if (sketch.date.size() > 4) record.issue_date->month = std::stoi(sketch.date.substr(5, 2));
    if (sketch.date.size() > 7) record.issue_date->day = std::stoi(sketch.date.substr(8, 2));
  }
  if (!sketch.issuer.empty()) {
    record.issuer = Evident<Issuer>(sketch.issuer);
    record.issuer->name = sketch.issuer;
  }
  if (!sketch.subject.empty()) {
    record.subject = Evident<TextValue>(sketch.subject);
    record.subject->value = sketch.subject;
  }
  if (!sketch.signer.empty()) {
    record.signer = Evident<Signer>(sketch.signer);
    record.signer->name = sketch.signer;
  }
  for (const std::string& cited : sketch.cites) {
    record.references.push_back(Evident<Reference>(cited));
    record.references.back().number = cited;
    if (!sketch.cites_type.empty()) record.references.back().type = sketch.cites_type;
  }
  if (!sketch.cited_law.empty()) {
    record.references.push_back(Evident<Reference>(sketch.cited_law));
    record.references.back().title = sketch.cited_law;
  }
  int page = 1;
  for (size_t begin = 0; begin <= sketch.body.size();) {
    const size_t end = std::min(sketch.body.find('\f', begin), sketch.body.size());
    record.pages.push_back(TextPage(page++, sketch.body.substr(begin, end - begin)));
    begin = end + 1;
  }
  return record;
}

inline std::string FakeSha(int n) {
  std::string digits = std::to_string(n);
  return std::string(64 - digits.size(), 'a') + digits;
}

inline FileInfo FakeFile(int n) {
  return {FakeSha(n), "letter" + std::to_string(n) + ".txt",
          "/in/letter" + std::to_string(n) + ".txt", "text/plain", 100};
}

class ArchiveTest : public testing::Test {
 protected:
  ArchiveTest() {
    std::string name = (std::filesystem::temp_directory_path() / "vanthu-archive-XXXXXX").string();
    root_ = mkdtemp(name.data());
  }
  ~ArchiveTest() override {
    std::error_code error;
    std::filesystem::remove_all(root_, error);
  }

  std::filesystem::path dir() const { return root_ / "archive"; }

  Archive Open(OpenMode mode = OpenMode::kCreate, FileOps& ops = DiskFileOps()) {
    Result<Archive> archive = Archive::Open(dir(), mode, ops);
    if (!archive.ok()) throw std::runtime_error(archive.error().Describe());
    return std::move(*archive);
  }

  std::filesystem::path WriteFile(const std::string& name, const std::string& bytes) const {
    std::ofstream(root_ / name, std::ios::binary) << bytes;
    return root_ / name;
  }

  static std::string ReadFile(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }

  std::filesystem::path root_;
};

// Copies the tables of `from` into `to`, an older archive: the columns that it has, records unpacked as they
// lay there.
inline void CopyTables(Database& to, const std::filesystem::path& from,
                       const std::vector<std::string>& tables) {
  const auto run = [&to](const std::string& sql) {
    const Status status = to.Execute(sql);
    ASSERT_TRUE(status.ok()) << sql << ": " << status.error().Describe();
  };
  run("ATTACH '" + from.string() + "' AS other");
  for (const std::string& table : tables) {
    Result<Statement> row =
        to.Prepare("SELECT group_concat(name) FROM pragma_table_info(?, 'main')");
    ASSERT_TRUE(row.ok() && *row->With(table).Step());
    const std::string columns = row->Text(0);
    run("INSERT INTO " + table + " (" + columns + ") SELECT " + columns + " FROM other." + table);
  }
  run("UPDATE letters SET record = vanthu_unpacked(record)");
  run("DETACH other");
}

// The id, which counts from 1.
inline int64_t Add(Archive& archive, int n, const Sketch& sketch) {
  const std::vector<Record> letters = {MakeRecord(sketch)};
  const Result<std::vector<int64_t>> ids = archive.AddLetters(0, FakeFile(n), letters);
  if (!ids.ok()) throw std::runtime_error(ids.error().Describe());
  return ids->front();
}

}  // namespace vanthu::archive
