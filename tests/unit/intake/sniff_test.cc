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

// An OLE container whose directory, in the first sector after the header, names `stream`.
std::string Ole(std::string_view stream) {
  std::string bytes(1024, '\0');
  bytes.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
  bytes[30] = 9;
  bytes.replace(512, stream.size() * 2, Utf16(stream, true, false));
  return bytes;
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
      {"{\\rtf1\\ansi text}", ErrorCode::kUnsupported, "an RTF document is not read"},
      {Ole("WordDocument"), ErrorCode::kUnsupported, "a Word 97-2003 document (.doc) is not read"},
      {Ole("Workbook"), ErrorCode::kUnsupported, "an Excel 97-2003 workbook (.xls) is not read"},
      {Ole("EncryptedPackage"), ErrorCode::kEncrypted, "an Office file with a password"},
      {MakeZip({{"xl/workbook.xml", "<a/>"}}), ErrorCode::kUnsupported,
       "an Excel workbook is not read"},
      {MakeZip({{"mimetype", "application/vnd.oasis.opendocument.text"}}), ErrorCode::kUnsupported,
       "an OpenDocument or EPUB file is not read"},
      {"Rar!\x1A\x07\x01", ErrorCode::kUnsupported, "a RAR archive is not read"},
      {"BM\x36\0\0\0\0\0\0\0"s, ErrorCode::kUnsupported, "a BMP image is not read"},
      {"GIF89a", ErrorCode::kUnsupported, "a GIF image is not read"},
      {"\0\x01\x02\x03\x04\x05\x06\x07"s, ErrorCode::kUnsupported,
       "binary data of an unknown kind"},
      {"{\n  \"number\": \"650\"}", ErrorCode::kUnsupported, "a JSON file is not read"},
      {"<?xml version=\"1.0\"?><w:wordDocument/>", ErrorCode::kUnsupported,
       "an XML file is not read"},
      {"Quy\xD5t \xAE\xDEnh c\xF1"
       "a Th\xF1 t\xAD\xEDng",
       ErrorCode::kUnsupported, "text in a legacy encoding, not in Unicode"},
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
