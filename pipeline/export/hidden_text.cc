// qpdf asks users of version 11 to say that they know of its change to std::shared_ptr.
#define POINTERHOLDER_TRANSITION 4

#include "pipeline/export/hidden_text.h"

#include <qpdf/Pl_String.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <utility>
#include <vector>

namespace vanthu::exporting {
namespace {

constexpr std::string_view kInvisible = "3";
constexpr size_t kDeepest = 1000;  // saved states: more is damage

class Filter : public QPDFObjectHandle::TokenFilter {
 public:
  bool dropped() const { return dropped_; }

  void handleToken(const QPDFTokenizer::Token& token) override {
    operation_.push_back(token);
    if (token.getType() == QPDFTokenizer::tt_integer) operand_ = token.getValue();
    if (token.getType() != QPDFTokenizer::tt_word) return;
    const std::string& name = token.getValue();
    if (name == "Tr") mode_ = operand_;
    if (name == "q" && saved_.size() < kDeepest) saved_.push_back(mode_);
    if (name == "Q" && !saved_.empty()) {
      mode_ = std::move(saved_.back());
      saved_.pop_back();
    }
    const bool next_line = name == "'" || name == "\"";
    const bool shows = next_line || name == "Tj" || name == "TJ";
    if (shows && mode_ == kInvisible) {
      dropped_ = true;
      write(next_line ? "\nT*\n" : "\n");
      operation_.clear();
    }
    Pass();
  }
  void handleEOF() override { Pass(); }

 private:
  void Pass() {
    for (const QPDFTokenizer::Token& token : operation_) writeToken(token);
    operation_.clear();
  }

  std::vector<QPDFTokenizer::Token> operation_;  // operands, until their operator comes
  std::string operand_;                          // the last number
  std::string mode_ = "0";
  std::vector<std::string> saved_;
  bool dropped_ = false;
};

}  // namespace

std::optional<std::string> WithoutHiddenText(QPDFPageObjectHelper& page) {
  std::string content;
  Pl_String collected("content", nullptr, content);
  Filter filter;
  page.filterContents(&filter, &collected);
  if (!filter.dropped()) return std::nullopt;
  return content;
}

}  // namespace vanthu::exporting
