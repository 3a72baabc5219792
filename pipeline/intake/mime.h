// The form of mails (RFC 2045 to 2047, 2231, 5322): headers and parts, their bytes decoded. Works on
// bytes in memory; damaged input gives what can be made out. Not for what a part means (mail.cc).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vanthu::intake {

struct MimePart {
  std::string type = "text/plain";  // lower case
  std::string charset;              // lower case; empty where it names none
  std::string name;                 // of the file it was, UTF-8; empty where it names none
  std::string id;                   // by which other parts show it
  bool attached = false;            // Content-Disposition: attachment
  std::string body;                 // decoded bytes; of a multipart nothing
  std::vector<MimePart> parts;
};

struct MimeMail {
  std::string subject, from, to, cc, date;  // UTF-8, each on one line
  MimePart content;
};

MimeMail ParseMail(std::string_view bytes);

// A header's value with its encoded words (=?utf-8?B?…?=) decoded; other bytes by what they look like.
std::string DecodeHeader(std::string_view value);

}  // namespace vanthu::intake
