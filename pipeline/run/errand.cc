#include "pipeline/run/errand.h"

#include <chrono>
#include <utility>
#include <variant>

namespace vanthu::run {

Status Errand::Start() {
  if (worker_) return Done{};
  Result<WorkerProcess> worker = WorkerProcess::Spawn(options_.program, options_.output);
  if (!worker.ok()) return worker.error();
  worker_ = *std::move(worker);
  if (Status sent = worker_->Send(options_.start); !sent.ok()) {
    worker_.reset();
    return sent;
  }
  const Result<Answer> ready = Receive();
  if (!ready.ok()) return ready.error();
  if (const Error* refused = std::get_if<Error>(&*ready)) {
    worker_.reset();
    return *refused;
  }
  return Done{};
}

Result<Answer> Errand::Receive() {
  Result<Answer> answer =
      worker_->Receive({std::chrono::steady_clock::now() + options_.page_timeout, &stop_});
  if (!answer.ok()) worker_.reset();
  return answer;
}

Result<Answer> Errand::Ask(const Request& request) {
  if (Status started = Start(); !started.ok()) return started.error();
  if (Status sent = worker_->Send(request); !sent.ok()) {
    worker_.reset();
    return sent.error();
  }
  return Receive();
}

Result<EndAnswer> Errand::Do(const Request& request,
                             const std::function<Status(std::string_view)>& take) {
  for (Result<Answer> answer = Ask(request);; answer = Receive()) {
    if (!answer.ok()) return answer.error();
    if (const auto* end = std::get_if<EndAnswer>(&*answer)) return *end;
    if (const auto* error = std::get_if<Error>(&*answer)) return *error;
    const auto* part = std::get_if<BytesAnswer>(&*answer);
    const Status taken =
        part != nullptr ? take(part->bytes)
                        : Status(Error{ErrorCode::kInternal, "an answer to nothing asked", "", 0});
    if (!taken.ok()) {
      worker_.reset();  // the rest of its answer is on the way
      return taken.error();
    }
  }
}

Result<Page> Errand::Read(const PageRequest& request) {
  Result<Answer> answer = Ask(request);
  if (!answer.ok()) return answer.error();
  if (Page* page = std::get_if<Page>(&*answer)) return std::move(*page);
  if (const auto* error = std::get_if<Error>(&*answer)) return *error;
  return Error{ErrorCode::kInternal, "an answer to nothing asked", "", 0};
}

}  // namespace vanthu::run
