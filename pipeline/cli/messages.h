// Every sentence that the program says to a person, in English and in Vietnamese: one table
// (messages.cc). Not for results, whose form does not depend on the language, but for a few words of
// tables that are read by people alone.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

#include "models/core/result.h"

namespace vanthu::cli {

enum class Language { kEnglish, kVietnamese };

enum class Say {
  // What the program and its commands are, for their help.
  kAbout,
  kHelpFooter,
  kAboutExtract,
  kAboutImport,
  kAboutSearch,
  kAboutShow,
  kAboutCite,
  kAboutDelegations,
  kAboutConferences,
  kAboutFigures,
  kAboutPartners,
  kAboutDeadlines,
  kAboutRescans,
  kAboutReconcile,
  kAboutExport,
  kAboutReextract,
  kAboutEvaluate,
  kAboutDoctor,
  kAboutHelp,
  kSearchFooter,
  // Headings of help pages.
  kUsage,
  kOptions,
  kCommands,
  kArguments,
  kCommand,
  // Options.
  kOptHelp,
  kOptVersion,
  kOptQuiet,
  kOptVerbose,
  kOptLang,
  kOptArchive,
  kOptFormat,
  kOptFormatNone,
  kOptJobs,
  kOptQuality,
  kOptModel,
  kOptTessdata,
  kOptPageTimeout,
  kOptDocumentTimeout,
  kOptWorkerMemory,
  kOptOutFolder,
  kOptOutFile,
  kOptDryRun,
  kOptMode,
  kOptLimit,
  kOptOffset,
  kOptCounts,
  kOptSave,
  kOptSaved,
  kOptListSaved,
  kOptForget,
  kOptSimilar,
  kOptOriginal,
  kOptPage,
  kOptImage,
  kOptShowOnly,
  kOptBaseline,
  kOptSaveReport,
  kOptPredictions,
  kOptSavePredictions,
  kOptErrors,
  kOptYear,
  kOptDirection,
  kOptCountry,
  kOptPartner,
  kOptIssuer,
  kOptSumDelegations,
  kOptUnit,
  kOptFigureKind,
  kOptLabel,
  kOptMin,
  kOptMax,
  kOptSumFigures,
  kOptPartnerKind,
  kOptLetters,
  kOptFrom,
  kOptTo,
  kOptAssignee,
  kArgFiles,
  kArgPaths,
  kArgQuery,
  kArgId,
  kArgIds,
  kArgNumber,
  kArgCommand,
  kArgGoldFolder,
  // What happened.
  kPage,
  kPages,
  kSeeHelp,
  kNoCommand,
  kUnknownKey,
  kProgress,
  kExtractSummary,
  kImportSummary,
  kPlanSummary,
  kReextractSummary,
  kBelowBaseline,
  kSkippedFile,
  kPossibleRescan,
  kNothingFound,
  kMoreRows,
  kNearRows,
  kEmptyQuery,
  kNewestFirst,
  kWordsDropped,
  kConvertedQuery,
  kBrokenQuery,
  kNoDate,
  kNoSuchTime,
  kYearsOfArchive,
  kBeyondEnd,
  kAskForLess,
  kLettersCounted,
  kSearchSaved,
  kSearchForgotten,
  kInterrupted,
  kDiskFull,
  kCannotWrite,
  kOutNeedsFileFormat,
  kFormatNeedsOut,
  kSignedKept,
  kSomethingMissing,
  // Words of results for a person.
  kLetter,
  kTheDocument,
  kCitedBy,
  kCites,
  kNotInArchive,
  kMoreValues,
  kCount
};

// The sentence with its places filled in.
template <typename... Args>
std::string Tell(Language language, Say what, const Args&... args);

// The sentence as it stands in the table. Valid for the program's life.
std::string_view Sentence(Language language, Say what);

// What a code means to a person: "has a password". Valid for the program's life.
std::string_view Reason(Language language, ErrorCode code);

template <typename... Args>
std::string Tell(Language language, Say what, const Args&... args) {
  return fmt::vformat(Sentence(language, what), fmt::make_format_args(args...));
}

}  // namespace vanthu::cli
