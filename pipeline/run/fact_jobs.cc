#include "pipeline/run/fact_jobs.h"

#include "pipeline/run/ask.h"

namespace vanthu::run {
namespace {

namespace fs = std::filesystem;
using archive::RowSink;

// Every diagnostic that compares totals with what they are made of.
constexpr std::string_view kReconciliation = "reconcile_";

}  // namespace

Status ListDelegations(const fs::path& dir, const archive::DelegationFilter& filter,
                       const RowSink& take) {
  return Ask(dir, archive::EachDelegation, filter, take);
}

Status SumDelegations(const fs::path& dir, const archive::DelegationFilter& filter,
                      archive::DelegationGroup group, const RowSink& take) {
  return Ask(dir, archive::SumDelegations, filter, group, take);
}

Status SummarizeYear(const fs::path& dir, const archive::SummaryQuestion& question,
                     const RowSink& take) {
  return Ask(dir, archive::SummarizeYear, question, take);
}

Status ListConferences(const fs::path& dir, const archive::ConferenceFilter& filter,
                       const RowSink& take) {
  return Ask(dir, archive::EachConference, filter, take);
}

Status SumConferences(const fs::path& dir, const archive::ConferenceFilter& filter,
                      archive::ConferenceGroup group, const RowSink& take) {
  return Ask(dir, archive::SumConferences, filter, group, take);
}

Status ListFigures(const fs::path& dir, const archive::FigureFilter& filter, const RowSink& take) {
  return Ask(dir, archive::EachFigure, filter, take);
}

Status SumFigures(const fs::path& dir, const archive::FigureFilter& filter,
                  archive::FigureGroup group, const RowSink& take) {
  return Ask(dir, archive::SumFigures, filter, group, take);
}

Status ListPartnerLetters(const fs::path& dir, const archive::PartnerFilter& filter,
                          const RowSink& take) {
  return Ask(dir, archive::EachPartner, filter, take);
}

Status ListPartners(const fs::path& dir, const archive::PartnerFilter& filter,
                    const RowSink& take) {
  return Ask(dir, archive::GroupPartners, filter, take);
}

Status SumPartners(const fs::path& dir, const archive::PartnerFilter& filter,
                   archive::PartnerGroup group, const RowSink& take) {
  return Ask(dir, archive::SumPartners, filter, group, take);
}

Status ListDeadlines(const fs::path& dir, const archive::DeadlineFilter& filter,
                     const RowSink& take) {
  return Ask(dir, archive::EachDeadline, filter, take);
}

Status SumDeadlines(const fs::path& dir, const archive::DeadlineFilter& filter,
                    archive::DeadlineGroup group, const RowSink& take) {
  return Ask(dir, archive::SumDeadlines, filter, group, take);
}

Status ListReconciliation(const fs::path& dir, std::span<const int64_t> letters,
                          const RowSink& take) {
  return Ask(dir, archive::EachDiagnostic, kReconciliation, letters, take);
}

Result<std::vector<archive::CitedDocument>> Cite(const fs::path& dir, std::string_view asked) {
  return Ask(dir, archive::Cite, asked);
}

Result<archive::CiteGraph> CiteGraphOf(const fs::path& dir,
                                       std::span<const archive::CitedDocument> documents,
                                       const archive::CiteReach& reach) {
  return Ask(dir, archive::CiteGraphOf, documents, reach);
}

Result<std::vector<archive::ResolvedCitation>> CitationsOf(const fs::path& dir, int64_t letter) {
  return Ask(dir, archive::CitationsOf, letter);
}

}  // namespace vanthu::run
