#include "pipeline/export/alto.h"

#include <fmt/format.h>

#include <iterator>
#include <optional>

#include "pipeline/export/page_blocks.h"
#include "pipeline/export/text_frame.h"

namespace vanthu::exporting {
namespace {

constexpr std::string_view kHead = R"xml(<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.loc.gov/standards/alto/ns-v4# http://www.loc.gov/standards/alto/v4/alto-4-4.xsd" SCHEMAVERSION="4.4">
 <Description>
  <MeasurementUnit>pixel</MeasurementUnit>
  <sourceImageInformation>
   <fileName>{}</fileName>
  </sourceImageInformation>
  <Processing ID="reading">
   <processingCategory>contentGeneration</processingCategory>
   <processingSoftware>
    <softwareName>vanthu</softwareName>
   </processingSoftware>
  </Processing>
 </Description>
 <Layout>
)xml";

class Writer {
 public:
  void Head(std::string_view source) { Put(kHead, XmlText(source)); }

  void Add(const Page& page) {
    const PixelPage pixels(page);
    number_ = page.number;
    blocks_ = lines_ = words_ = 0;
    const std::optional<double> confidence = page.Confidence();
    const std::vector<PageBlock> blocks = BlocksOf(page);
    const int quarters = FrameOf(page).Quarters();
    Put("  <Page ID=\"p{0}\" PHYSICAL_IMG_NR=\"{0}\" WIDTH=\"{1}\" HEIGHT=\"{2}\"{3}{4}{5} "
        "LANG=\"vi\""
        " PROCESSINGREFS=\"reading\">\n",
        number_, pixels.width, pixels.height,
        confidence ? fmt::format(" PC=\"{:.2f}\"", *confidence) : "",
        quarters != 0 ? fmt::format(" ROTATION=\"{}\"", 360 - 90 * quarters) : "",
        page.origin == PageOrigin::kFailed ? " QUALITY=\"Damaged\"" : "");
    // Everything that is printed; a page without words has none.
    Box printed;
    for (size_t i = 0; i < blocks.size(); ++i)
      printed = i == 0 ? blocks[i].box : Union(printed, blocks[i].box);
    Put("   <PrintSpace ID=\"p{}_space\"{}>\n", number_,
        Place(blocks.empty() ? PixelBox{0, 0, pixels.width, pixels.height} : pixels.Map(printed)));
    for (const PageBlock& block : blocks) AddBlock(block, pixels);
    out_ += "   </PrintSpace>\n  </Page>\n";
  }

  std::string Finish() {
    out_ += " </Layout>\n</alto>\n";
    return std::move(out_);
  }

 private:
  template <typename... Args>
  void Put(std::string_view form, const Args&... args) {
    fmt::vformat_to(std::back_inserter(out_), form, fmt::make_format_args(args...));
  }

  static std::string Place(const PixelBox& box) {
    return fmt::format(" HPOS=\"{}\" VPOS=\"{}\" WIDTH=\"{}\" HEIGHT=\"{}\"", box.x0, box.y0,
                       box.x1 - box.x0, box.y1 - box.y0);
  }

  void AddBlock(const PageBlock& block, const PixelPage& pixels) {
    Put("    <TextBlock ID=\"p{}_b{}\"{}>\n", number_, ++blocks_, Place(pixels.Map(block.box)));
    for (const PageParagraph& paragraph : block.paragraphs)
      for (const Line* line : paragraph.lines) AddLine(*line, pixels);
    out_ += "    </TextBlock>\n";
  }

  void AddLine(const Line& line, const PixelPage& pixels) {
    Put("     <TextLine ID=\"p{}_l{}\"{}>\n", number_, ++lines_, Place(pixels.Map(*line.box)));
    std::optional<PixelBox> before;
    for (const Word& word : WordsOf(line)) {
      const PixelBox box = pixels.Map(word.box);
      if (before) AddBlank(*before, box);
      AddWord(word, box);
      before = box;
    }
    out_ += "     </TextLine>\n";
  }

  // What lies between two words; in a turned line its width cannot be said.
  void AddBlank(const PixelBox& before, const PixelBox& after) {
    if (after.x0 >= before.x1) {
      Put("      <SP HPOS=\"{}\" VPOS=\"{}\" WIDTH=\"{}\"/>\n", before.x1, after.y0,
          after.x0 - before.x1);
    } else {
      out_ += "      <SP/>\n";
    }
  }

  void AddWord(const Word& word, const PixelBox& box) {
    const std::string style = word.bold && word.italic ? " STYLE=\"bold italics\""
                              : word.bold              ? " STYLE=\"bold\""
                              : word.italic            ? " STYLE=\"italics\""
                                                       : "";
    Put("      <String ID=\"p{}_w{}\" CONTENT=\"{}\"{} WC=\"{:.2f}\"{}", number_, ++words_,
        XmlText(word.text), Place(box), word.confidence, style);
    if (word.raw.empty()) {
      out_ += "/>\n";
    } else {
      Put("><ALTERNATIVE PURPOSE=\"as read by the engine\">{}</ALTERNATIVE></String>\n",
          XmlText(word.raw));
    }
  }

  std::string out_;
  int number_ = 0, blocks_ = 0, lines_ = 0, words_ = 0;
};

}  // namespace

std::string Alto(std::string_view source, const std::vector<Page>& pages) {
  Writer writer;
  writer.Head(source);
  for (const Page& page : pages) writer.Add(page);
  return writer.Finish();
}

}  // namespace vanthu::exporting
