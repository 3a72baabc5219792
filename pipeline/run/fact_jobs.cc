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

Status ListConferences(const fs::path& dir, const archive::ConferenceFilter& filter,
                       const RowSink& take) {
  return Ask(dir, archive::EachConference, filter, take);
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

Status ListDeadlines(const fs::path& dir, const archive::DeadlineFilter& filter,
                     const RowSink& take) {
  return Ask(dir, archive::EachDeadline, filter, take);
}

Status ListReconciliation(const fs::path& dir, std::span<const int64_t> letters,
                          const RowSink& take) {
  return Ask(dir, archive::EachDiagnostic, kReconciliation, letters, take);
}

Result<std::vector<archive::CitedDocument>> Cite(const fs::path& dir, std::string_view number) {
  return Ask(dir, archive::Cite, number);
}

Result<std::vector<archive::ResolvedCitation>> CitationsOf(const fs::path& dir, int64_t letter) {
  return Ask(dir, archive::CitationsOf, letter);
}

}  // namespace vanthu::run
