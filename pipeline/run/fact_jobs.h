// Rows over the whole archive, and what cites what: one function a question. The archive is opened for
// reading, so that they work while an import is running. Errors: those of Archive::Open and of the
// functions of the same name in archive/fact_query.h and archive/citing.h, which also say what rows
// hold.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

#include "models/core/result.h"
#include "pipeline/archive/cite_graph.h"
#include "pipeline/archive/citing.h"
#include "pipeline/archive/fact_query.h"
#include "pipeline/archive/year_summary.h"

namespace vanthu::run {

Status ListDelegations(const std::filesystem::path& dir, const archive::DelegationFilter& filter,
                       const archive::RowSink& take);
Status SumDelegations(const std::filesystem::path& dir, const archive::DelegationFilter& filter,
                      archive::DelegationGroup group, const archive::RowSink& take);
// A year of delegations beside the year before, archive/year_summary.h.
Status SummarizeYear(const std::filesystem::path& dir, const archive::SummaryQuestion& question,
                     const archive::RowSink& take);
Status ListConferences(const std::filesystem::path& dir, const archive::ConferenceFilter& filter,
                       const archive::RowSink& take);
Status SumConferences(const std::filesystem::path& dir, const archive::ConferenceFilter& filter,
                      archive::ConferenceGroup group, const archive::RowSink& take);
Status ListFigures(const std::filesystem::path& dir, const archive::FigureFilter& filter,
                   const archive::RowSink& take);
Status SumFigures(const std::filesystem::path& dir, const archive::FigureFilter& filter,
                  archive::FigureGroup group, const archive::RowSink& take);
// Each with the letters that name it, or grouped.
Status ListPartnerLetters(const std::filesystem::path& dir, const archive::PartnerFilter& filter,
                          const archive::RowSink& take);
Status ListPartners(const std::filesystem::path& dir, const archive::PartnerFilter& filter,
                    const archive::RowSink& take);
Status SumPartners(const std::filesystem::path& dir, const archive::PartnerFilter& filter,
                   archive::PartnerGroup group, const archive::RowSink& take);
Status ListDeadlines(const std::filesystem::path& dir, const archive::DeadlineFilter& filter,
                     const archive::RowSink& take);
Status SumDeadlines(const std::filesystem::path& dir, const archive::DeadlineFilter& filter,
                    archive::DeadlineGroup group, const archive::RowSink& take);
// Where the numbers of a letter do not agree with each other.
Status ListReconciliation(const std::filesystem::path& dir, std::span<const int64_t> letters,
                          const archive::RowSink& take);

Result<std::vector<archive::CitedDocument>> Cite(const std::filesystem::path& dir,
                                                 std::string_view asked);
// What hangs together with these documents by citing, archive/cite_graph.h.
Result<archive::CiteGraph> CiteGraphOf(const std::filesystem::path& dir,
                                       std::span<const archive::CitedDocument> documents,
                                       const archive::CiteReach& reach);
// The documents that a letter cites.
Result<std::vector<archive::ResolvedCitation>> CitationsOf(const std::filesystem::path& dir,
                                                           int64_t letter);

}  // namespace vanthu::run
