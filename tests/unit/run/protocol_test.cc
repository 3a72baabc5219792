#include "pipeline/run/protocol.h"

#include <gtest/gtest.h>

namespace vanthu::run {
namespace {

TEST(Protocol, Requests) {
  StartRequest start;
  start.memory_bytes = 123;
  start.reader = {"script/Vietnamese", "/tess", reading::Quality::kThorough};
  start.limits.max_pixels = 7;
  start.limits.max_pages = 3;
  const auto started = DecodeRequest(Encode(Request(start)));
  ASSERT_TRUE(started.ok());
  const auto& got = std::get<StartRequest>(*started);
  EXPECT_EQ(got.memory_bytes, 123U);
  EXPECT_EQ(got.reader.model, "script/Vietnamese");
  EXPECT_EQ(got.reader.tessdata_dir, "/tess");
  EXPECT_EQ(got.reader.quality, reading::Quality::kThorough);
  EXPECT_EQ(got.limits.max_pixels, 7U);
  EXPECT_EQ(got.limits.max_pages, 3);

  const auto page = DecodeRequest(Encode(Request(PageRequest{"/a b/công văn.pdf", 12})));
  ASSERT_TRUE(page.ok());
  EXPECT_EQ(std::get<PageRequest>(*page).file, "/a b/công văn.pdf");
  EXPECT_EQ(std::get<PageRequest>(*page).index, 12);
}

TEST(Protocol, LayersAndDrawings) {
  LayerRequest layer{"thư.pdf", {{{0, 595, 842.5, "3 Tr"}, {1, 0, 0, ""}}, U"aế\U0001F600"}};
  const auto laid = DecodeRequest(Encode(Request(layer)));
  ASSERT_TRUE(laid.ok());
  const auto& got = std::get<LayerRequest>(*laid);
  EXPECT_EQ(got.layer.glyphs, layer.layer.glyphs);
  ASSERT_EQ(got.layer.pages.size(), 2U);
  EXPECT_EQ(got.layer.pages[0].content, "3 Tr");
  EXPECT_EQ(got.layer.pages[0].height, 842.5);
  EXPECT_EQ(got.layer.pages[1].index, 1);

  DrawRequest draw{"thư.pdf", 3, 595, 842, 150, {{{1, 2, 3, 4}, 0xA0B0C0, 2, "number"}}};
  const auto drawn = DecodeRequest(Encode(Request(draw)));
  ASSERT_TRUE(drawn.ok());
  const auto& page = std::get<DrawRequest>(*drawn);
  EXPECT_EQ(page.index, 3);
  EXPECT_EQ(page.dpi, 150);
  ASSERT_EQ(page.marks.size(), 1U);
  EXPECT_EQ(page.marks[0].colour, 0xA0B0C0U);
  EXPECT_EQ(page.marks[0].label, "number");

  const std::string bytes("\0\xFF%PDF", 6);
  const auto part = DecodeAnswer(Encode(Answer(BytesAnswer{bytes})));
  ASSERT_TRUE(part.ok());
  EXPECT_EQ(std::get<BytesAnswer>(*part).bytes, bytes);
  const auto end = DecodeAnswer(Encode(Answer(EndAnswer{exporting::LayerOutcome::kSigned})));
  ASSERT_TRUE(end.ok());
  EXPECT_EQ(std::get<EndAnswer>(*end).outcome, exporting::LayerOutcome::kSigned);
}

TEST(Protocol, FileNamesAreBytes) {
  const std::string name = "/thu/c\xF4ng v\xE3n.pdf";  // Latin-1, not UTF-8
  const auto open = DecodeRequest(Encode(Request(OpenRequest{name, false})));
  ASSERT_TRUE(open.ok());
  EXPECT_EQ(std::get<OpenRequest>(*open).file, name);
  EXPECT_FALSE(std::get<OpenRequest>(*open).first_page);
}

TEST(Protocol, Answers) {
  EXPECT_TRUE(std::holds_alternative<ReadyAnswer>(*DecodeAnswer(Encode(Answer(ReadyAnswer{})))));

  const auto opened = DecodeAnswer(Encode(Answer(OpenedAnswer{intake::MediaType::kDocx, 4})));
  ASSERT_TRUE(opened.ok());
  EXPECT_EQ(std::get<OpenedAnswer>(*opened).media_type, intake::MediaType::kDocx);
  EXPECT_EQ(std::get<OpenedAnswer>(*opened).page_count, 4);

  const auto failed =
      DecodeAnswer(Encode(Answer(Error{ErrorCode::kEncrypted, "needs a password", "a.pdf", 3})));
  ASSERT_TRUE(failed.ok());
  EXPECT_EQ(std::get<Error>(*failed).code, ErrorCode::kEncrypted);
  EXPECT_EQ(std::get<Error>(*failed).Describe(), "a.pdf, page 3: needs a password");

  Page page;
  page.number = 5;
  page.width = 595.5;
  Word word;
  word.text = "Kính gửi";
  word.box = {1, 2, 3, 4.25};
  word.confidence = 0.5;
  page.words.push_back(word);
  page.dpi = 200;
  page.diagnostics.push_back(
      {Severity::kWarning, "hand", "not read", 5, {{5, Box{1, 2, 3, 4}, 0}, {5, std::nullopt, 2}}});
  const auto read = DecodeAnswer(Encode(Answer(page)));
  ASSERT_TRUE(read.ok());
  const Page& got = std::get<Page>(*read);
  EXPECT_EQ(got.number, 5);
  EXPECT_EQ(got.width, 595.5);
  ASSERT_EQ(got.words.size(), 1U);
  EXPECT_EQ(got.words[0].text, "Kính gửi");
  EXPECT_EQ(got.words[0].box, word.box);
  EXPECT_EQ(got.dpi, 200);
  ASSERT_EQ(got.diagnostics.size(), 1U);
  ASSERT_EQ(got.diagnostics[0].evidence.size(), 2U);
  EXPECT_EQ(got.diagnostics[0].evidence[0].box, (Box{1, 2, 3, 4}));
  EXPECT_EQ(got.diagnostics[0].evidence[1].line, 2);
}

TEST(Protocol, DamagedFrames) {
  const std::string good = Encode(Request(PageRequest{"a", 1}));
  for (size_t length = 0; length < good.size(); ++length) {
    const auto request = DecodeRequest(std::string_view(good).substr(0, length));
    ASSERT_FALSE(request.ok()) << length;
    EXPECT_EQ(request.error().code, ErrorCode::kDamaged);
  }
  const char* const rows[] = {"", "\xFF", "\x01", "\xA0", "not cbor at all"};
  for (const char* row : rows) {
    EXPECT_FALSE(DecodeRequest(row).ok()) << row;
    EXPECT_FALSE(DecodeAnswer(row).ok()) << row;
  }
}

}  // namespace
}  // namespace vanthu::run
