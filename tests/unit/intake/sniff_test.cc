#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "pipeline/intake/intake.h"
#include "tests/unit/intake/fixtures.h"
#include "tests/unit/intake/pdf_fixture.h"

namespace vanthu::intake {
namespace {

using namespace std::string_literals;

const std::string kLetter = "ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI\n\nSố: 650/UBND-ĐNMN\n";

// One of the 128 bytes that an OLE directory has for each name.
std::string OleEntryOf(std::string_view name, char left, char child) {
  const std::string none(4, '\xFF');
  const auto number = [&none](char value) {
    return value == 0 ? none : std::string{value, '\0', '\0', '\0'};
  };
  std::string entry = Utf16(name, true, false);
  entry.resize(64);
  entry += static_cast<char>(name.size() * 2 + 2);
  entry += std::string("\0\2\0", 3) + number(left) + none + number(child);
  entry.resize(128);
  entry[117] = '\x7F';  // its text would lie behind the end of the file
  return entry;
}

// An OLE container that holds `stream` at its root. Its directory takes two sectors, of which the
// last one holds the name; beside it lies an object with a workbook of its own.
std::string Ole(std::string_view stream) {
  std::string head(512, '\0');
  head.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
  head[30] = 9;
  head[48] = 1;  // first sector of the directory
  std::string chains(512, '\xFF');
  chains.replace(4, 4, std::string{2, 0, 0, 0});
  std::string directory = OleEntryOf("Root Entry", 0, 1) + OleEntryOf("Object", 4, 2) +
                          OleEntryOf("Workbook", 0, 0) + std::string(128, '\0') +
                          OleEntryOf(stream, 0, 0);
  directory.resize(1024);
  return head + chains + directory;
}

TEST(Sniff, TellsKindsByTheirBytes) {
  const TempFolder folder;
  const std::string pdf = PdfFixture().Build({{}});
  const struct {
    const char* name;
    std::string bytes;
    MediaType want;
  } rows[] = {
      {"plain", pdf, MediaType::kPdf},
      {"junk before the PDF", std::string(1000, '\n') + pdf, MediaType::kPdf},
      {"a PNG named .pdf", "\x89PNG\r\n\x1A\n....", MediaType::kPng},
      {"jpeg", "\xFF\xD8\xFF\xE0....", MediaType::kJpeg},
      {"tiff, little", "II*\0\x08\0\0\0"s, MediaType::kTiff},
      {"tiff, big", "MM\0*\0\0\0\x08"s, MediaType::kTiff},
      {"zip", MakeZip({{"thư.txt", "x"}}), MediaType::kZip},
      {"zip of a PDF", MakeZip({{"a.pdf", pdf}}), MediaType::kZip},
      {"docx", MakeDocx({}), MediaType::kDocx},
      {"a folder word in a zip", MakeZip({{"word/letter.xml", "<a/>"}}), MediaType::kZip},
      {"text", kLetter, MediaType::kText},
      {"text with mark", "\xEF\xBB\xBF" + kLetter, MediaType::kText},
      {"UTF-16 little with mark", Utf16(kLetter, true, true), MediaType::kText},
      {"UTF-16 big with mark", Utf16(kLetter, false, true), MediaType::kText},
      {"UTF-16 little", Utf16(kLetter, true, false), MediaType::kText},
      {"UTF-16 big", Utf16(kLetter, false, false), MediaType::kText},
      {"text that begins like a BMP", "BMI là viết tắt", MediaType::kText},
      {"text with stars and dashes", "* * *\n- Như trên;\n#1 và 2*3 = 6\n", MediaType::kText},
      {"heading", "## **BÁO CÁO**\n\ntext\n", MediaType::kMarkdown},
      {"bold", "Kính gửi: **Bộ Ngoại giao**\n", MediaType::kMarkdown},
      {"pipe table", "| a | b |\n|---|---|\n| 1 | 2 |\n", MediaType::kMarkdown},
      {"html", "<!DOCTYPE html><p>x", MediaType::kHtml},
      {"html of Word", "\xEF\xBB\xBF<html xmlns:v=\"urn:schemas\">\n<head>", MediaType::kHtml},
      {"html in UTF-16", Utf16("<html><body>Số</body></html>", true, true), MediaType::kHtml},
      {"xhtml", "<?xml version=\"1.0\"?><!DOCTYPE html><html/>", MediaType::kHtml},
      {"text in TCVN3",
       "Quy\xD5t \xAE\xDEnh c\xF1"
       "a Th\xF1 t\xAD\xEDng",
       MediaType::kText},
      {"rtf", "{\\rtf1\\ansi text}", MediaType::kRtf},
      {"doc", Ole("WordDocument"), MediaType::kDoc},
      {"xls", Ole("Workbook"), MediaType::kXls},
      {"xls of Excel 5", Ole("Book"), MediaType::kXls},
      {"xlsx", MakeZip({{"xl/workbook.xml", "<a/>"}}), MediaType::kXlsx},
      {"odt", MakeZip({{"mimetype", "application/vnd.oasis.opendocument.text"}}), MediaType::kOdt},
      {"ods", MakeZip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}),
       MediaType::kOds},
      {"Word 2003 XML",
       "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument/>",
       MediaType::kWordXml},
      {"mail", "Received: from a\n\tby b\nFrom: A <a@b.vn>\nSubject: x\n\nKính gửi",
       MediaType::kMail},
      {"mail of a mailbox", "From a@b.vn Mon\nFrom: A\nTo: B\n\nKính gửi", MediaType::kMail},
      {"web archive", "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n",
       MediaType::kMail},
      {"text with labels", "From: Sở Ngoại vụ\nKính gửi các đơn vị:\n", MediaType::kText},
      {"html in Windows-1252", "<html><body>\xE9\xE8\xE0\xE9\xE8\xE0</body></html>",
       MediaType::kHtml},
  };
  for (const auto& row : rows) {
    const auto type = Sniff(folder.Write("file.pdf", row.bytes));
    ASSERT_TRUE(type.ok()) << row.name << ": " << type.error().message;
    EXPECT_EQ(MimeName(*type), MimeName(row.want)) << row.name;
  }
}

TEST(Sniff, RefusesTheRestByName) {
  const TempFolder folder;
  const struct {
    std::string bytes;
    ErrorCode code;
    const char* message;
  } rows[] = {
      {"", ErrorCode::kDamaged, "the file is empty"},
      {" \n\t\n", ErrorCode::kDamaged, "the file has nothing but blanks"},
      {Ole("__properties"), ErrorCode::kUnsupported, "an Outlook message (.msg) is not read"},
      {Ole("EncryptedPackage"), ErrorCode::kEncrypted, "an Office file with a password"},
      {MakeZip({{"mimetype", "application/epub+zip"}}), ErrorCode::kUnsupported,
       "an OpenDocument or EPUB file of its kind is not read"},
      {"Rar!\x1A\x07\x01", ErrorCode::kUnsupported, "a RAR archive is not read"},
      {"BM\x36\0\0\0\0\0\0\0"s, ErrorCode::kUnsupported, "a BMP image is not read"},
      {"GIF89a", ErrorCode::kUnsupported, "a GIF image is not read"},
      {"\0\x01\x02\x03\x04\x05\x06\x07"s, ErrorCode::kUnsupported,
       "binary data of an unknown kind"},
      {"{\n  \"number\": \"650\"}", ErrorCode::kUnsupported, "a JSON file is not read"},
      {"<?xml version=\"1.0\"?><w:wordDocument/>", ErrorCode::kUnsupported,
       "an XML file is not read"},
  };
  for (const auto& row : rows) {
    const auto type = Sniff(folder.Write("file.txt", row.bytes));
    ASSERT_FALSE(type.ok()) << row.message << " was taken for " << MimeName(*type);
    EXPECT_EQ(ErrorCodeName(type.error().code), ErrorCodeName(row.code)) << row.message;
    EXPECT_EQ(type.error().message, row.message);
  }
}

TEST(Sniff, RefusesWhatIsNoFile) {
  const TempFolder folder;
  EXPECT_EQ(Sniff(folder.path() / "none").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(Sniff(folder.path()).error().code, ErrorCode::kUnreadable);
  EXPECT_EQ(Sniff("/dev/null").error().code, ErrorCode::kUnreadable);
}

TEST(Sniff, OneBadByteInALongLetterIsNoLegacyEncoding) {
  const TempFolder folder;
  std::string text;
  for (int i = 0; i < 50; ++i) text += kLetter;
  text[1000] = '\xFE';
  EXPECT_TRUE(Sniff(folder.Write("a.txt", text)).ok());
}

TEST(Sniff, ATextLongerThanTheHeadMayBeCutInsideALetter) {
  const TempFolder folder;
  for (const std::string pad : {"", "x", "xx"}) {
    std::string text = pad;
    while (text.size() < 70'000) text += "ướ";
    const auto type = Sniff(folder.Write("a.txt", text));
    ASSERT_TRUE(type.ok()) << type.error().message;
    EXPECT_EQ(*type, MediaType::kText);
  }
}

TEST(OpenSource, RefusesZipsAndWhatIsTooLarge) {
  const TempFolder folder;
  const auto zip = folder.Write("a.zip", MakeZip({{"a", "b"}}));
  EXPECT_EQ(OpenSource(zip, MediaType::kZip, {}).error().code, ErrorCode::kUsage);
  Limits limits;
  limits.max_file_bytes = 10;
  const auto text = folder.Write("a.txt", "mười một byte và hơn");
  EXPECT_EQ(OpenSource(text, MediaType::kText, limits).error().code, ErrorCode::kLimit);
  const auto source = OpenSource(text, MediaType::kText, {});
  ASSERT_TRUE(source.ok());
  EXPECT_EQ((*source)->ReadPage(1).error().code, ErrorCode::kUsage);
}

TEST(Hash, IsTheSha256OfTheBytes) {
  const TempFolder folder;
  const std::string abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  EXPECT_EQ(Sha256OfBytes("abc"), abc);
  EXPECT_EQ(Sha256OfFile(folder.Write("abc", "abc")).value(), abc);
  EXPECT_EQ(Sha256OfFile(folder.Write("none", "")).value(), Sha256OfBytes(""));
  const std::string large(3'000'000, 'x');  // more than one block
  EXPECT_EQ(Sha256OfFile(folder.Write("large", large)).value(), Sha256OfBytes(large));
  EXPECT_EQ(Sha256OfFile(folder.path() / "missing").error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace vanthu::intake
