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
#include "pipeline/archive/citing.h"
#include "pipeline/archive/fact_query.h"

namespace vanthu::run {

Status ListDelegations(const std::filesystem::path& dir, const archive::DelegationFilter& filter,
                       const archive::RowSink& take);
Status SumDelegations(const std::filesystem::path& dir, const archive::DelegationFilter& filter,
                      archive::DelegationGroup group, const archive::RowSink& take);
Status ListConferences(const std::filesystem::path& dir, const archive::ConferenceFilter& filter,
                       const archive::RowSink& take);
Status ListFigures(const std::filesystem::path& dir, const archive::FigureFilter& filter,
                   const archive::RowSink& take);
Status SumFigures(const std::filesystem::path& dir, const archive::FigureFilter& filter,
                  archive::FigureGroup group, const archive::RowSink& take);
// Each with the letters that name it, or grouped.
Status ListPartnerLetters(const std::filesystem::path& dir, const archive::PartnerFilter& filter,
                          const archive::RowSink& take);
Status ListPartners(const std::filesystem::path& dir, const archive::PartnerFilter& filter,
                    const archive::RowSink& take);
Status ListDeadlines(const std::filesystem::path& dir, const archive::DeadlineFilter& filter,
                     const archive::RowSink& take);
// Where the numbers of a letter do not agree with each other.
Status ListReconciliation(const std::filesystem::path& dir, std::span<const int64_t> letters,
                          const archive::RowSink& take);

Result<std::vector<archive::CitedDocument>> Cite(const std::filesystem::path& dir,
                                                 std::string_view number);
// The documents that a letter cites.
Result<std::vector<archive::ResolvedCitation>> CitationsOf(const std::filesystem::path& dir,
                                                           int64_t letter);

}  // namespace vanthu::run
