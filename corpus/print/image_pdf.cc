#include "image_pdf.h"

#include <fmt/format.h>

namespace vanthu::corpus {
namespace {

// Gathers numbered objects and remembers where each begins.
class PdfFile {
 public:
  void Object(const std::string& body) {
    offsets_.push_back(bytes_.size());
    bytes_ += fmt::format("{} 0 obj\n{}\nendobj\n", offsets_.size(), body);
  }

  void Stream(const std::string& dictionary, const std::string& data) {
    Object(fmt::format("<< {} /Length {} >>\nstream\n", dictionary, data.size()) + data +
           "\nendstream");
  }

  std::string Finish() {
    const std::size_t table = bytes_.size();
    bytes_ += fmt::format("xref\n0 {}\n0000000000 65535 f \n", offsets_.size() + 1);
    for (const std::size_t offset : offsets_) bytes_ += fmt::format("{:010} 00000 n \n", offset);
    bytes_ += fmt::format("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n",
                          offsets_.size() + 1, table);
    return bytes_;
  }

 private:
  std::string bytes_ = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
  std::vector<std::size_t> offsets_;
};

std::string ImageDictionary(const CompressedImage& image) {
  const bool fax = image.kind == ScanKind::kFax;
  const std::string filter =
      fax ? fmt::format("/CCITTFaxDecode /DecodeParms << /K -1 /Columns {} /Rows {} >>",
                        image.width, image.height)
          : "/DCTDecode";
  return fmt::format(
      "/Type /XObject /Subtype /Image /Width {} /Height {} /ColorSpace {} /BitsPerComponent {} "
      "/Filter {}",
      image.width, image.height, image.kind == ScanKind::kColour ? "/DeviceRGB" : "/DeviceGray",
      fax ? 1 : 8, filter);
}

}  // namespace

std::string PackImagePdf(const std::vector<CompressedImage>& images) {
  PdfFile file;
  // Objects 1 and 2 are the catalogue and the page list; every page then has three.
  std::string pages;
  for (std::size_t i = 0; i < images.size(); ++i) pages += fmt::format("{} 0 R ", 3 + 3 * i);
  file.Object("<< /Type /Catalog /Pages 2 0 R >>");
  file.Object(fmt::format("<< /Type /Pages /Kids [ {}] /Count {} >>", pages, images.size()));
  for (std::size_t i = 0; i < images.size(); ++i) {
    const CompressedImage& image = images[i];
    const double width = image.width_points, height = image.height_points;
    const std::size_t page = 3 + 3 * i;
    file.Object(
        fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 {:.2f} {:.2f} ] "
                    "/Contents {} 0 R /Resources << /XObject << /Im0 {} 0 R >> >> >>",
                    width, height, page + 1, page + 2));
    file.Stream("", fmt::format("q {:.2f} 0 0 {:.2f} 0 0 cm /Im0 Do Q", width, height));
    file.Stream(ImageDictionary(image), image.bytes);
  }
  return file.Finish();
}

}  // namespace vanthu::corpus
