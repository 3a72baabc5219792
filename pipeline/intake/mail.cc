// Mails as files that hold files: their text, and what is attached to them. Names only travel as text.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <string>
#include <utility>

#include "models/text/normalize.h"
#include "pipeline/intake/bytes.h"
#include "pipeline/intake/encoding.h"
#include "pipeline/intake/intake.h"
#include "pipeline/intake/mime.h"

namespace vanthu::intake {
namespace {

// Servers refuse mails above 25 to 50 MB; in memory a mail takes some three times its size.
constexpr uint64_t kMostMailBytes = uint64_t{256} << 20;

bool IsText(const MimePart& part) { return part.type == "text/plain" || part.type == "text/html"; }

// Signatures of the sender's program, calendars for the reader's: nothing that a person sent.
bool IsMachinery(const MimePart& part) {
  return part.type == "application/pkcs7-signature" ||
         part.type == "application/x-pkcs7-signature" || part.type == "application/pgp-signature" ||
         part.type == "text/calendar" || part.type == "message/delivery-status";
}

// What is shown inside the text: a picture of a letterhead, the signature of a sender.
bool IsShownInText(const MimePart& part) {
  return !part.attached && !part.id.empty() && part.type.starts_with("image/");
}

// What a mail says, and what it carries.
struct Content {
  const MimePart* text = nullptr;
  std::vector<const MimePart*> attachments;
};

void Sort(const MimePart& part, Content& content) {
  if (!part.parts.empty()) {
    if (part.type == "multipart/alternative") {
      // The last form is the fullest; one that holds no text is passed over.
      for (auto form = part.parts.rbegin(); form != part.parts.rend(); ++form) {
        Content found;
        Sort(*form, found);
        if (!found.text) continue;
        if (!content.text) content.text = found.text;
        content.attachments.insert(content.attachments.end(), found.attachments.begin(),
                                   found.attachments.end());
        return;
      }
    }
    for (const MimePart& inner : part.parts) Sort(inner, content);
  } else if (IsMachinery(part) || IsShownInText(part) || part.body.empty()) {
    return;
  } else if (IsText(part) && !part.attached && part.name.empty() && !content.text) {
    content.text = &part;
  } else {
    content.attachments.push_back(&part);
  }
}

std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      out.push_back(c);
    }
  }
  return out;
}

std::string BodyText(const MimePart& part) {
  if (!part.charset.empty() && part.charset != "utf-8" && part.charset != "us-ascii") {
    if (auto text = DecodeCharset(part.body, part.charset)) return *std::move(text);
  }
  return DecodeText(part.body, DetectEncoding(part.body));
}

// The text as a file of its own, in UTF-8: the head as a reader sees it, then what was written.
std::string TextFile(const MimeMail& mail, const MimePart& text) {
  const bool html = text.type == "text/html";
  std::string file = html ? "<!DOCTYPE html><meta charset=\"utf-8\">\n" : "";
  const auto head = [&](std::string_view label, const std::string& value) {
    if (value.empty()) return;
    file += html ? fmt::format("<p>{}: {}</p>\n", label, Escaped(value))
                 : fmt::format("{}: {}\n", label, value);
  };
  head("Từ", mail.from);
  head("Gửi", mail.to);
  head("Đồng gửi", mail.cc);
  head("Ngày gửi", mail.date);
  head("Chủ đề", mail.subject);
  return file + "\n" + BodyText(text);
}

// The name of an attachment without folders; one that has none gets a number.
std::string NameOf(const MimePart& part, size_t number) {
  std::string name = CleanLine(part.name);
  if (const size_t slash = name.find_last_of("/\\"); slash != std::string::npos)
    name.erase(0, slash + 1);
  if (!name.empty() && name.front() != '.') return name;
  const bool mail = part.type == "message/rfc822";
  return fmt::format("attachment-{}{}{}", number, mail ? ".eml" : "", name);
}

class Unpacker {
 public:
  Unpacker(std::filesystem::path folder, const Limits& limits)
      : folder_(std::move(folder)), limits_(limits) {}

  Status Put(std::string name, std::string_view bytes) {
    const size_t number = unpacked_.members.size() + 1;
    if (number > static_cast<size_t>(limits_.max_members)) {
      return FileError(ErrorCode::kLimit, "the mail has more attachments than the limit allows",
                       {});
    }
    if (bytes.size() > limits_.max_member_bytes) {
      unpacked_.errors.push_back(
          {ErrorCode::kLimit, "it is larger than the limit allows", std::move(name), 0});
      return Done{};
    }
    const std::filesystem::path file = folder_ / ("member-" + std::to_string(number));
    std::ofstream out(file, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) return FileError(ErrorCode::kDisk, "the attachment cannot be written", file);
    unpacked_.members.push_back({std::move(name), file});
    return Done{};
  }

  Unpacked Take() { return std::move(unpacked_); }

 private:
  std::filesystem::path folder_;
  const Limits& limits_;
  Unpacked unpacked_;
};

}  // namespace

Result<Unpacked> UnpackMail(const std::filesystem::path& mail, const std::filesystem::path& folder,
                            const Limits& limits) {
  const auto bytes = ReadWhole(mail, std::min(limits.max_file_bytes, kMostMailBytes));
  if (!bytes) return bytes.error();
  const MimeMail parsed = ParseMail(*bytes);
  Content content;
  Sort(parsed.content, content);
  Unpacker unpacker(folder, limits);
  // A mail that only carries its attachments says nothing.
  const bool says = content.text && !CleanLine(BodyText(*content.text)).empty();
  if (says) {
    const bool html = content.text->type == "text/html";
    const Status put =
        unpacker.Put(html ? "mail.html" : "mail.txt", TextFile(parsed, *content.text));
    if (!put) return put.error();
  }
  for (size_t i = 0; i < content.attachments.size(); ++i) {
    const MimePart& part = *content.attachments[i];
    if (const Status put = unpacker.Put(NameOf(part, i + 1), part.body); !put) return put.error();
  }
  Unpacked unpacked = unpacker.Take();
  if (unpacked.members.empty() && unpacked.errors.empty())
    return FileError(ErrorCode::kDamaged, "the mail holds neither a text nor an attachment", mail);
  return unpacked;
}

}  // namespace vanthu::intake
