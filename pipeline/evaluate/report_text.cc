// ReportText: the evaluation as a plain or a Markdown table.
#include <fmt/format.h>

#include <algorithm>

#include "models/text/utf8.h"
#include "pipeline/evaluate/report.h"

namespace vanthu::evaluate {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string Percent(const std::optional<double>& rate) {
  return rate ? fmt::format("{:.1f}", 100 * *rate) : "-";
}

std::vector<std::string> FieldRow(const std::string& name, const Counts& counts) {
  std::vector<std::string> row = {name, std::to_string(counts.gold)};
  for (const Match level : {Match::kStrict, Match::kSoft, Match::kEdit}) {
    const Rates rates = RatesOf(counts, level);
    for (const auto& rate : {rates.precision, rates.recall, rates.f1}) row.push_back(Percent(rate));
  }
  return row;
}

// The first row is the header; the first column is set left, the others right.
std::string Table(const Rows& rows, TableStyle style) {
  std::vector<size_t> widths(rows.front().size(), 0);
  for (const auto& row : rows) {
    for (size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], Length(row[i]));
  }
  const std::string_view edge = style == TableStyle::kMarkdown ? "|" : "";
  const std::string_view between = style == TableStyle::kMarkdown ? " | " : "  ";
  const std::string_view open = style == TableStyle::kMarkdown ? "| " : "";
  const std::string_view close = style == TableStyle::kMarkdown ? " |" : "";
  std::string out;
  for (size_t r = 0; r < rows.size(); ++r) {
    out += open;
    for (size_t i = 0; i < rows[r].size(); ++i) {
      const std::string padding(widths[i] - Length(rows[r][i]), ' ');
      if (i > 0) out += between;
      out += i == 0 ? rows[r][i] + padding : padding + rows[r][i];
    }
    out += close;
    out += '\n';
    if (r > 0 || edge.empty()) continue;
    out += edge;
    for (size_t i = 0; i < widths.size(); ++i) {
      out += i == 0 ? "---" : "--:";
      out += edge;
    }
    out += '\n';
  }
  return out;
}

Rows FieldRows(const Summary& summary) {
  Rows rows = {{"field", "support", "P", "R", "F1", "soft P", "R", "F1", "edit P", "R", "F1"}};
  for (const FieldScore& field : summary.fields)
    rows.push_back(FieldRow(field.field, field.counts));
  for (const FieldScore& field : summary.handwritten) {
    rows.push_back(FieldRow(field.field + ", handwritten", field.counts));
  }
  for (const FieldScore& field : summary.printed) {
    rows.push_back(FieldRow(field.field + ", printed", field.counts));
  }
  return rows;
}

std::string Share(int part, int of) {
  return of > 0 ? fmt::format("{:.1f}", 100.0 * part / of) : "-";
}

Rows ReliabilityRows(const Summary& summary) {
  Rows rows = {{"score", "values", "right", "right %"}};
  for (const ReliabilityBin& bin : summary.reliability) {
    rows.push_back({fmt::format("{:.2f} to {:.2f}", bin.from, bin.to), std::to_string(bin.values),
                    std::to_string(bin.right), Share(bin.right, bin.values)});
  }
  for (const FieldReliability& field : summary.sure) {
    rows.push_back({fmt::format("{}, {:.2f} and above", field.field, kSureScore),
                    std::to_string(field.sure), std::to_string(field.sure_right),
                    Share(field.sure_right, field.sure)});
  }
  return rows;
}

std::vector<std::string> TextRow(const std::string& name, const TextScore& text) {
  return {name,
          std::to_string(text.characters),
          fmt::format("{:.2f}", 100 * text.Cer()),
          fmt::format("{:.2f}", 100 * text.Wer()),
          fmt::format("{:.2f}", 100 * text.LineCer()),
          fmt::format("{:.2f}", 100 * text.WordsLost()),
          fmt::format("{}/{}", text.lost_lines.size(), text.lines)};
}

Rows TextRows(const Evaluation& evaluation, const Summary& summary) {
  Rows rows = {{"page", "characters", "CER", "WER", "CER by line", "words lost", "lines lost"}};
  for (const PageScore& page : evaluation.pages) rows.push_back(TextRow(page.file, page.text));
  rows.push_back(TextRow("all", summary.text));
  return rows;
}

std::string Quoted(const std::optional<std::string>& value) {
  if (!value) return "nothing";
  std::string text = *value;
  std::ranges::replace(text, '\n', ' ');
  return "\"" + text + "\"";
}

std::string ErrorsText(const Evaluation& evaluation, TableStyle style) {
  const std::string_view bullet = style == TableStyle::kMarkdown ? "- " : "";
  std::string out;
  for (const LetterScore& letter : evaluation.letters) {
    for (const FieldError& error : letter.errors) {
      out += fmt::format("{}{}: {}: gold {}, predicted {}{}\n", bullet, letter.file, error.field,
                         Quoted(error.gold), Quoted(error.predicted),
                         error.match == Match::kSoft   ? " (soft)"
                         : error.match == Match::kEdit ? " (edit)"
                                                       : "");
    }
  }
  for (const PageScore& page : evaluation.pages) {
    for (const std::string& line : page.text.lost_lines) {
      out += fmt::format("{}{}: line lost: \"{}\"\n", bullet, page.file, line);
    }
  }
  return out;
}

}  // namespace

std::string ReportText(const Evaluation& evaluation, TableStyle style, ErrorList errors) {
  const Summary summary = Summarize(evaluation);
  std::string out;
  const auto part = [&out](std::string_view text) {
    if (!out.empty()) out += '\n';
    out += text;
  };
  if (summary.letters > 0) part(Table(FieldRows(summary), style));
  if (summary.heads_scored > 0) {
    part(fmt::format("Letters with every head field strictly right: {} of {}\n",
                     summary.heads_right, summary.heads_scored));
  }
  if (!summary.reliability.empty()) part(Table(ReliabilityRows(summary), style));
  if (summary.text.pages > 0) part(Table(TextRows(evaluation, summary), style));
  if (!evaluation.unscored.empty()) {
    std::string list = "Not scored:\n";
    const std::string_view bullet = style == TableStyle::kMarkdown ? "- " : "  ";
    if (style == TableStyle::kMarkdown) list += '\n';
    for (const Unscored& item : evaluation.unscored) {
      list += fmt::format("{}{}: {}\n", bullet, item.file, item.reason);
    }
    part(list);
  }
  if (errors == ErrorList::kAll) {
    if (const std::string list = ErrorsText(evaluation, style); !list.empty()) part(list);
  }
  return out;
}

}  // namespace vanthu::evaluate
