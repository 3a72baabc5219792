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
  kAboutReconcile,
  kAboutRegister,
  kAboutGaps,
  kAboutIncoming,
  kAboutArrive,
  kAboutDispatch,
  kAboutAnswer,
  kAboutDossier,
  kAboutDossierNew,
  kAboutDossierEdit,
  kAboutDossierAdd,
  kAboutDossierRemove,
  kAboutDossierList,
  kAboutDossierShow,
  kAboutTag,
  kAboutNote,
  kAboutLog,
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
  kOptOffice,
  kOptBookYear,
  kOptPaperDirection,
  kOptBookType,
  kOptBookFile,
  kOptGapDirection,
  kOptSeries,
  kOptOpen,
  kOptOverdue,
  kOptArrivalNumber,
  kOptArrivalDate,
  kOptUnitTo,
  kOptDue,
  kOptNext,
  kOptSentTo,
  kOptKeeper,
  kOptCopies,
  kOptPassedOn,
  kOptReceipt,
  kOptRemark,
  kOptAnswerNone,
  kOptAnswerUndo,
  kOptTagRemove,
  kOptTitle,
  kOptRetention,
  kOptRights,
  kOptCreator,
  kOptDescription,
  kOptStandard,
  kOptDossier,
  kArgFiles,
  kArgPaths,
  kArgQuery,
  kArgId,
  kArgIds,
  kArgNumber,
  kArgCommand,
  kArgGoldFolder,
  kArgEnteredIds,
  kArgRemovedIds,
  kArgLogId,
  kArgAnswer,
  kArgTags,
  kArgNote,
  kArgCode,
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
  kRowsWritten,
  kArrivalNumbered,
  kStandardSummary,
  kShortened,
  kLeftOut,
  kBelowBaseline,
  kSkippedFile,
  kNothingFound,
  kMoreRows,
  kNearRows,
  kEmptyQuery,
  kNewestFirst,
  kWordsDropped,
  kInterrupted,
  kDiskFull,
  kCannotWrite,
  kOutNeedsFileFormat,
  kFormatNeedsOut,
  kStandardNeedsOut,
  kNothingToEnter,
  kOneAnswer,
  kNoType,
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
