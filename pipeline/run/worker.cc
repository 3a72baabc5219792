#include "pipeline/run/worker.h"

#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>
#include <new>
#include <optional>
#include <string>
#include <utility>

#include "pipeline/export/page_image.h"
#include "pipeline/image/mapping.h"
#include "pipeline/image/rules.h"
#include "pipeline/run/frame.h"
#include "pipeline/run/lay_text.h"
#include "pipeline/run/process.h"
#include "pipeline/run/protocol.h"
#include "pipeline/run/sandbox.h"

namespace vanthu::run {
namespace {

class Worker {
 public:
  Worker(int socket, const WorkerParts& parts) : socket_(socket), parts_(parts) {}

  Status Serve(const StartRequest& request) {
    start_ = request;
    if (Status closed = EnterSandbox(request.memory_bytes); !closed.ok())
      return Send(closed.error());
    return Send(ReadyAnswer{});
  }

  Status Serve(const OpenRequest& request) {
    Result<OpenedAnswer> opened = Open(request.file);
    if (!opened.ok()) return Send(opened.error());
    if (Status sent = Send(*opened); !sent.ok()) return sent;
    return request.first_page && opened->page_count > 0 ? Send(ReadPage(0)) : Done{};
  }

  Status Serve(const PageRequest& request) {
    if (request.file != file_) {
      if (Result<OpenedAnswer> opened = Open(request.file); !opened.ok())
        return Send(opened.error());
    }
    return Send(ReadPage(request.index));
  }

  Status Serve(const LayerRequest& request) {
    const Result<exporting::LayerOutcome> outcome =
        LayText(request.file, request.layer, start_.limits, Parts());
    return outcome.ok() ? Send(EndAnswer{*outcome}) : Send(outcome.error());
  }

  Status Serve(const DrawRequest& request) {
    if (request.file != file_) {
      if (Result<OpenedAnswer> opened = Open(request.file); !opened.ok())
        return Send(opened.error());
    }
    if (!source_) return Send(Error{ErrorCode::kUnsupported, "has no pages to draw", "", 0});
    Result<Raster> raster = source_->Picture(request.index, request.dpi);
    if (!raster.ok()) return Send(raster.error());
    const Result<std::string> png = exporting::DrawMarks(
        *std::move(raster), request.width, request.height, request.dpi, request.marks);
    if (!png.ok()) return Send(png.error());
    if (Status sent = Send(BytesAnswer{*png}); !sent.ok()) return sent;
    return Send(EndAnswer{});
  }

 private:
  exporting::ByteSink Parts() {
    return [this](std::string_view bytes) { return Send(BytesAnswer{std::string(bytes)}); };
  }

  // A page that was written: of its picture, the lines between the words are wanted alone.
  static Page WithRulings(intake::SourcePage source) {
    const Result<image::Image> grey = image::GreyFromRaster(*source.raster);
    if (!grey) return std::move(source.page);
    const image::Rules rules = image::FindRules(*grey, source.raster->dpi);
    const double points = 72 / source.raster->dpi;
    source.page.rulings = image::RulingsOnPage(rules, image::Scaling(points, points));
    image::NoteRules(rules, source.page);
    return std::move(source.page);
  }

  Status Send(const Answer& answer) { return WriteFrame(socket_, Encode(answer)); }

  Result<OpenedAnswer> Open(const std::string& file) {
    source_.reset();
    file_.clear();
    Result<intake::MediaType> type = parts_.sniff(file);
    if (!type.ok()) return type.error();
    if (intake::HoldsFiles(*type)) return OpenedAnswer{*type, 0};
    Result<std::unique_ptr<intake::SourceFile>> source = parts_.open(file, *type, start_.limits);
    if (!source.ok()) return source.error();
    source_ = *std::move(source);
    file_ = file;
    return OpenedAnswer{*type, source_->page_count()};
  }

  Answer ReadPage(int index) {
    Result<intake::SourcePage> page = source_->ReadPage(index);
    if (!page.ok()) return page.error();
    if (!page->raster) return page->page;
    if (page->page.origin == PageOrigin::kText) return WithRulings(*std::move(page));
    if (!reader_) {
      Result<std::unique_ptr<reading::Reader>> made = parts_.make_reader(start_.reader);
      if (!made.ok()) return made.error();
      reader_ = *std::move(made);
    }
    Result<Page> read = reader_->Read(*page->raster, std::move(page->page));
    if (!read.ok()) return read.error();
    if (read->width) read->dpi = page->raster->width * 72 / *read->width;
    return *std::move(read);
  }

  const int socket_;
  const WorkerParts& parts_;
  StartRequest start_;
  std::string file_;  // the path that source_ was opened from
  std::unique_ptr<intake::SourceFile> source_;
  std::unique_ptr<reading::Reader> reader_;
};

}  // namespace

WorkerParts StandardParts() {
  return {intake::Sniff, intake::OpenSource, reading::MakeTesseractReader};
}

int ServeRequests(int socket, const WorkerParts& parts) {
  Worker worker(socket, parts);
  while (true) {
    Result<std::optional<std::string>> frame = ReadFrame(socket, Patience{});
    if (!frame.ok()) return kGivenUpStatus;
    if (!frame->has_value()) return 0;
    Result<Request> request = DecodeRequest(**frame);
    if (!request.ok()) return kGivenUpStatus;
    try {
      const Status served =
          std::visit([&worker](const auto& which) { return worker.Serve(which); }, *request);
      if (!served.ok()) return kGivenUpStatus;
    } catch (const std::bad_alloc&) {
      return kOutOfMemoryStatus;  // what it holds is in no known state
    }
  }
}

int RunWorker() {
  // Ctrl-C goes to the whole terminal group: the parent decides what becomes of its workers. A parent
  // that is killed takes them with it, even out of the middle of a page.
  std::signal(SIGINT, SIG_IGN);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  return ServeRequests(kWorkerSocket, StandardParts());
}

}  // namespace vanthu::run
