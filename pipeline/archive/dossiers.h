// Hồ sơ: letters of one matter under a code, as offices hand them over to the archive. A letter may lie in
// several. Each change is in the log (events.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/core/result.h"
#include "pipeline/archive/fact_query.h"
#include "pipeline/archive/papers.h"
#include "pipeline/archive/store.h"

namespace vanthu::archive {

struct Dossier {
  std::string code;                             // số và ký hiệu hồ sơ
  std::string title;                            // tiêu đề
  std::optional<std::string> retention = {};    // thời hạn bảo quản
  std::optional<std::string> rights = {};       // chế độ sử dụng
  std::optional<std::string> creator = {};      // người lập
  std::optional<std::string> description = {};  // chú giải
};

// kUsage where there is one of this code, which is compared without case and accents, or where code or title
// hold no letter or digit.
Status AddDossier(Archive& archive, std::string_view who, const Dossier& dossier);
// Takes over what is given (an empty title: as it was). kNotFound.
Status ChangeDossier(Archive& archive, std::string_view who, const Dossier& dossier);
// The dossier, not its letters. kNotFound.
Status RemoveDossier(Archive& archive, std::string_view who, std::string_view code);

// A letter that lies in it already, or does not, is no error. kNotFound names a
// dossier or letter that is not there; nothing is changed then.
Status AddToDossier(Archive& archive, std::string_view who, std::string_view code,
                    const std::vector<int64_t>& letters);
Status TakeFromDossier(Archive& archive, std::string_view who, std::string_view code,
                       const std::vector<int64_t>& letters);

struct DossierContent {
  Dossier dossier;
  std::optional<std::string> start, end;
  int64_t pages = 0;
  std::vector<Paper> papers;  // by date
};
// kNotFound.
Result<DossierContent> GetDossier(Archive& archive, const Office& office, std::string_view code);
// code, title, retention, rights, creator, description, start, end (the first and last date of its letters),
// letters, pages.
nlohmann::ordered_json ToJson(const DossierContent& content);

// Each as above, by code.
Status EachDossier(Archive& archive, const RowSink& take);

// Mục lục văn bản, tài liệu: ordinal, letter_id, number, issue_date, title, issuer, sheets ("1-3": pages of
// the dossier that the letter takes), remark.
Status EachDossierRow(const DossierContent& content, const RowSink& take);

// Those that a letter lies in, by code.
Result<std::vector<Dossier>> DossiersOf(Archive& archive, const LetterPlace& letter);

}  // namespace vanthu::archive
