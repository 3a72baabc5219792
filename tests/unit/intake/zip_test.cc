#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/unit/intake/fixtures.h"

namespace vanthu::intake {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Outcome {
  std::vector<std::string> members;  // "name = bytes"
  std::vector<std::string> errors;   // "name: code: message"
  std::string refused;               // where the ZIP as a whole was
  size_t files = 0;                  // in the folder
};

Outcome Unpack(const std::string& zip, const Limits& limits = {}) {
  const TempFolder folder;
  const auto out = folder.path() / "out";
  std::filesystem::create_directory(out);
  Outcome outcome;
  const auto unpacked = UnpackZip(folder.Write("a.zip", zip), out, limits);
  if (!unpacked) {
    outcome.refused = unpacked.error().message;
    return outcome;
  }
  for (const Member& member : unpacked->members) {
    EXPECT_EQ(member.file.parent_path(), out);
    const std::string bytes = ReadAll(member.file);
    outcome.members.push_back(member.name + " = " + (bytes.size() < 100 ? bytes : "..."));
  }
  for (const Error& error : unpacked->errors) {
    outcome.errors.push_back(error.file + ": " + std::string(ErrorCodeName(error.code)) + ": " +
                             error.message);
  }
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
    outcome.files += entry.is_regular_file() ? 1U : 0U;
  }
  --outcome.files;  // a.zip
  return outcome;
}

TEST(Zip, UnpacksFilesUnderMadeUpNames) {
  const Outcome outcome = Unpack(MakeZip({{"thư mục/", ""},
                                          {"thư mục/Công văn.txt", "một"},
                                          {"../../etc/passwd", "hai"},
                                          {"/tuyệt/đối", "ba"},
                                          {"__MACOSX/._a", "x"},
                                          {"b/.DS_Store", "x"},
                                          {"b/Thumbs.db", "x"},
                                          {"rỗng.txt", ""}}));
  EXPECT_THAT(outcome.members, ElementsAre("thư mục/Công văn.txt = một", "../../etc/passwd = hai",
                                           "/tuyệt/đối = ba", "rỗng.txt = "));
  EXPECT_THAT(outcome.errors, IsEmpty());
  EXPECT_EQ(outcome.files, 4U);
}

TEST(Zip, UnpacksZipsInsideAndKeepsWordFilesWhole) {
  const std::string inner = MakeZip({{"c.txt", "trong"}});
  const Outcome outcome =
      Unpack(MakeZip({{"a.txt", "ngoài"}, {"b.zip", inner}, {"d.docx", MakeDocx({})}}));
  EXPECT_THAT(outcome.members, ElementsAre("a.txt = ngoài", "b.zip/c.txt = trong", "d.docx = ..."));
  EXPECT_THAT(outcome.errors, IsEmpty());
  EXPECT_EQ(outcome.files, 3U);
}

TEST(Zip, StopsAtTheDeepestNesting) {
  std::string zip = MakeZip({{"đáy.txt", "x"}});
  for (int i = 0; i < 2; ++i) zip = MakeZip({{"n.zip", zip}});
  EXPECT_THAT(Unpack(zip).members, ElementsAre("n.zip/n.zip/đáy.txt = x"));
  zip = MakeZip({{"n.zip", zip}});
  EXPECT_THAT(Unpack(zip).members, IsEmpty());
  EXPECT_THAT(
      Unpack(zip).errors,
      ElementsAre("n.zip/n.zip/n.zip: limit: ZIPs are nested deeper than the limit allows"));
}

TEST(Zip, RefusesBombs) {
  const std::string zeros(30'000'000, '\0');
  const Outcome ratio = Unpack(MakeZip({{"nhỏ.txt", "x"}, {"bom", zeros}, {"sau.txt", "y"}}));
  EXPECT_THAT(ratio.members, ElementsAre("nhỏ.txt = x"));
  EXPECT_THAT(ratio.errors,
              ElementsAre("bom: limit: the ZIP unpacks to more than the limit allows"));
  EXPECT_EQ(ratio.files, 1U);
  // Many small steps through nested ZIPs count together.
  const std::string step = MakeZip({{"z", std::string(4'000'000, '\0')}});
  EXPECT_FALSE(Unpack(MakeZip({{"1.zip", step}, {"2.zip", step}, {"3.zip", step}, {"4.zip", step}}))
                   .errors.empty());

  Limits limits;
  limits.max_member_bytes = 5;
  const Outcome member = Unpack(MakeZip({{"a", "dài quá"}, {"b", "vừa"}}), limits);
  EXPECT_THAT(member.members, ElementsAre("b = vừa"));
  EXPECT_THAT(member.errors, ElementsAre("a: limit: it is larger than the limit allows"));

  limits = {};
  limits.max_members = 2;
  const Outcome many = Unpack(MakeZip({{"a", "1"}, {"b", "2"}, {"c", "3"}, {"d", "4"}}), limits);
  EXPECT_THAT(many.members, ElementsAre("a = 1", "b = 2"));
  EXPECT_THAT(many.errors, ElementsAre("c: limit: the ZIP has more members than the limit allows"));

  limits = {};
  limits.max_unpacked_bytes = 3;
  EXPECT_THAT(Unpack(MakeZip({{"a", "12"}, {"b", "34"}}), limits).members, ElementsAre("a = 12"));
}

TEST(Zip, NamesWhatIsEncryptedOrBroken) {
  const Outcome locked = Unpack(MakeZip({{"mật.txt", "bí mật"}}, "khóa"));
  EXPECT_THAT(locked.members, IsEmpty());
  EXPECT_THAT(locked.errors, ElementsAre("mật.txt: encrypted: it is encrypted in the ZIP"));

  std::string broken = MakeZip({{"a.txt", "nội dung một"}, {"b.txt", "hai"}});
  const size_t crc = broken.find("PK\x01\x02") + 16;  // in the directory
  broken[crc] = static_cast<char>(broken[crc] ^ 0x55);
  const Outcome outcome = Unpack(broken);
  EXPECT_THAT(outcome.members, ElementsAre("b.txt = hai"));
  ASSERT_EQ(outcome.errors.size(), 1U);
  EXPECT_EQ(outcome.errors[0].substr(0, 15), "a.txt: damaged:");
}

TEST(Zip, SavesWhatItCanOfACutZip) {
  const std::string zip = MakeZip({{"a.txt", "một"}, {"b.txt", std::string(5000, 'b')}});
  const Outcome outcome = Unpack(zip.substr(0, zip.find("b.txt") + 8));
  EXPECT_THAT(outcome.members, ElementsAre("a.txt = một"));
  EXPECT_EQ(outcome.errors.size(), 1U);
}

TEST(Zip, RefusesWhatIsNoZip) {
  EXPECT_NE(Unpack("PK\x03\x04 and nothing else").refused, "");
  EXPECT_NE(Unpack("no zip at all").refused, "");
  EXPECT_EQ(Unpack("").refused, "the file is empty");
  const TempFolder folder;
  EXPECT_EQ(UnpackZip(folder.path() / "none", folder.path(), {}).error().code,
            ErrorCode::kNotFound);
}

TEST(Zip, TellsAFullOrMissingDisk) {
  const TempFolder folder;
  const auto zip = folder.Write("a.zip", MakeZip({{"a", "1"}}));
  EXPECT_EQ(UnpackZip(zip, folder.path() / "none", {}).error().code, ErrorCode::kDisk);
}

}  // namespace
}  // namespace vanthu::intake
