#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "pipeline/intake/mime.h"
#include "pipeline/intake/mime_coding.h"
#include "tests/unit/intake/fixtures.h"

namespace vanthu::intake {
namespace {

using testing::ElementsAre;
using testing::Pair;

TEST(Mime, DecodesHeaders) {
  const struct {
    const char* value;
    const char* want;
  } rows[] = {
      {"plain", "plain"},
      {"=?utf-8?B?R+G7rWkgYsOhbyBjw6Fv?=", "Gửi báo cáo"},
      {"=?UTF-8?Q?Th=C6=B0_m=E1=BB=9Di?=: 12/GM", "Thư mời: 12/GM"},
      {"=?utf-8?Q?B=C3=A1o?= =?utf-8?Q?_c=C3=A1o?=", "Báo cáo"},
      {"=?iso-8859-1?q?caf=E9?= sáng", "café sáng"},
      {"=?utf-8?X?abc?= =?broken", "=?utf-8?X?abc?= =?broken"},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(DecodeHeader(row.value), row.want) << row.value;
}

TEST(Mime, DecodesCodings) {
  EXPECT_EQ(DecodeBase64("R+G7\r\nrWk="), "Gửi");
  EXPECT_EQ(DecodeBase64("####"), "");
  EXPECT_EQ(DecodeQuoted("a=\r\nb=C3=A1=zz=", Quoted::kBody), "abá=zz=");
  EXPECT_EQ(DecodeQuoted("a_b", Quoted::kHeader), "a b");
  EXPECT_EQ(DecodePercent("%C4%91%"), "đ%");
}

TEST(Mime, ReadsNamesOfEveryForm) {
  const struct {
    const char* disposition;
    const char* want;
  } rows[] = {
      {"attachment; filename=\"a;b.doc\"", "a;b.doc"},
      {"attachment; filename*=UTF-8''C%C3%B4ng%20v%C4%83n.doc", "Công văn.doc"},
      {"attachment; filename*0*=utf-8''C%C3%B4; filename*1*=ng.doc", "Công.doc"},
      {"attachment; filename*0=\"dai \"; filename*1=\"hon.doc\"", "dai hon.doc"},
      {"attachment; filename=\"=?utf-8?B?xJHGoW4uZG9j?=\"", "đơn.doc"},
      {"attachment", ""},
  };
  for (const auto& row : rows) {
    const MimeMail mail =
        ParseMail("Content-Disposition: " + std::string(row.disposition) + "\n\nx");
    EXPECT_EQ(mail.content.name, row.want) << row.disposition;
  }
}

std::map<std::string, std::string> Unpack(const std::string& mail) {
  const TempFolder folder;
  std::map<std::string, std::string> files;
  const auto unpacked = UnpackMail(folder.Write("a.eml", mail), folder.path(), {});
  if (!unpacked.ok()) return {{"error", unpacked.error().message}};
  for (const Member& member : unpacked->members) files[member.name] = ReadAll(member.file);
  return files;
}

constexpr const char* kHead =
    "From: Phòng Hợp tác <pht@songoaivu.vn>\r\nTo: vp@tinh.vn\r\n"
    "Subject: =?utf-8?B?R+G7rWkgYsOhbyBjw6Fv?=\r\nDate: Mon, 2 Mar 2020 08:00:00 +0700\r\n";

TEST(Mail, GivesItsTextAndItsAttachments) {
  const auto files =
      Unpack(std::string(kHead) +
             "Content-Type: multipart/mixed;\r\n boundary=\"=_b\"\r\n\r\nfor old programs\r\n"
             "--=_b\r\nContent-Type: text/plain; charset=utf-8\r\n"
             "Content-Transfer-Encoding: quoted-printable\r\n\r\nK=C3=ADnh g=E1=BB=ADi\r\n"
             "--=_b\r\nContent-Type: application/msword\r\n"
             "Content-Disposition: attachment; filename=\"../x/a.doc\"\r\n"
             "Content-Transfer-Encoding: base64\r\n\r\nAAEC\r\n"
             "--=_b\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\n\r\nx\r\n"
             "--=_b--\r\nafter\r\n");
  EXPECT_THAT(files,
              ElementsAre(Pair("a.doc", std::string("\0\x01\x02", 3)),
                          Pair("mail.txt",
                               "Từ: Phòng Hợp tác <pht@songoaivu.vn>\nGửi: vp@tinh.vn\n"
                               "Ngày gửi: Mon, 2 Mar 2020 08:00:00 +0700\nChủ đề: Gửi báo cáo\n"
                               "\nKính gửi")));
}

TEST(Mail, TakesTheFullestFormAndLeavesOutWhatItShows) {
  const auto files = Unpack(
      "Subject: <b>\nFrom: A\nContent-Type: multipart/related; boundary=r\n\n"
      "--r\nContent-Type: multipart/alternative; boundary=a\n\n--a\n\nplain\n--a\n"
      "Content-Type: text/html; charset=windows-1252\n\n<html><body>caf\xE9</body></html>\n--a--\n"
      "--r\nContent-Type: image/png\nContent-ID: <1>\n\npicture\n"
      "--r\nContent-Type: image/png; name=scan.png\nContent-Disposition: "
      "attachment\n\nscan\n--r--\n");
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(files.at("mail.html"),
            "<!DOCTYPE html><meta charset=\"utf-8\">\n<p>Từ: A</p>\n<p>Chủ đề: &lt;b></p>\n\n"
            "<html><body>café</body></html>");
  EXPECT_EQ(files.at("scan.png"), "scan");
}

TEST(Mail, KeepsMailsInMailsAndMailsOfOneAttachment) {
  const auto inner = Unpack(
      "From: A\nTo: B\nContent-Type: multipart/mixed; boundary=m\n\n--m\n"
      "Content-Type: message/rfc822\n\nFrom: C\nTo: D\n\nxin chào\n");
  EXPECT_THAT(inner, ElementsAre(Pair("attachment-1.eml", "From: C\nTo: D\n\nxin chào\n")));
  const auto sole = Unpack("From: A\nTo: B\nContent-Type: application/pdf; name=a.pdf\n\n%PDF-");
  EXPECT_THAT(sole, ElementsAre(Pair("a.pdf", "%PDF-")));
}

TEST(Mail, IsRefusedWhereItHoldsNothing) {
  EXPECT_EQ(Unpack("From: A\nTo: B\n\n \n").at("error"),
            "the mail holds neither a text nor an attachment");
}

TEST(Mail, ObeysTheLimits) {
  const TempFolder folder;
  const auto mail = folder.Write("a.eml", "From: A\nTo: B\n\n0123456789");
  Limits limits;
  limits.max_member_bytes = 5;
  const auto unpacked = UnpackMail(mail, folder.path(), limits);
  ASSERT_TRUE(unpacked.ok());
  ASSERT_EQ(unpacked->errors.size(), 1U);
  EXPECT_EQ(unpacked->errors[0].code, ErrorCode::kLimit);
}

}  // namespace
}  // namespace vanthu::intake
