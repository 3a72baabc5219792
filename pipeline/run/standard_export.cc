#include "pipeline/run/standard_export.h"

#include <fmt/format.h>

#include <map>
#include <system_error>
#include <utility>

#include "models/text/fold.h"
#include "pipeline/intake/intake.h"
#include "pipeline/run/ask.h"
#include "pipeline/run/write_file.h"

namespace vanthu::run {
namespace {

namespace fs = std::filesystem;
using archive::Archive;
using archive::EntryField;
using archive::OrNull;
using archive::Paper;
using nlohmann::ordered_json;

constexpr const char* kLanguage = "Tiếng Việt";

// Of a letter's urgency: 0 none, 1 khẩn, 2 thượng khẩn, 3 hỏa tốc.
int PriorityOf(const Paper& paper) {
  const std::string urgency = Fold(paper.urgency.value_or(""));
  if (urgency.find("hoa toc") != std::string::npos) return 3;
  if (urgency.find("thuong khan") != std::string::npos) return 2;
  return urgency.find("khan") != std::string::npos ? 1 : 0;
}

ordered_json FileCode(const std::string& office_id, const std::optional<std::string>& start,
                      const std::string& code) {
  return {{"OrganId", office_id.empty() ? ordered_json(nullptr) : ordered_json(office_id)},
          {"FileCatalog", start ? ordered_json(start->substr(0, 4)) : ordered_json(nullptr)},
          {"FileNotation", code}};
}

ordered_json Joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : "; ") + part;
  return text.empty() ? ordered_json(nullptr) : ordered_json(text);
}

ordered_json NumberOrNull(const std::optional<std::string>& digits) {
  if (!digits || digits->empty() || digits->size() > 9) return nullptr;
  return std::stoll(*digits);
}

// A letter's place in a dossier.
struct Filed {
  std::string code;
  std::optional<std::string> start;  // of the dossier
  int64_t ordinal = 0;
};

ordered_json LetterMetadata(const Paper& paper, const std::string& office_id,
                            const std::optional<Filed>& filed) {
  ordered_json m;
  m["FileCode"] =
      filed
          ? FileCode(office_id, filed->start, filed->code)
          : ordered_json{{"OrganId", nullptr}, {"FileCatalog", nullptr}, {"FileNotation", nullptr}};
  m["DocOrdinal"] = filed ? ordered_json(filed->ordinal) : ordered_json(nullptr);
  m["TypeName"] = OrNull(paper.type_name);
  m["CodeNumber"] = paper.serial
                        ? ordered_json(std::to_string(*paper.serial) + paper.suffix.value_or(""))
                        : ordered_json(nullptr);
  m["CodeNotation"] = OrNull(paper.symbol);
  m["IssuedDate"] = OrNull(paper.head.issue_date);
  m["OrganName"] = OrNull(paper.head.issuer);
  m["Subject"] = OrNull(paper.head.subject);
  m["Language"] = kLanguage;
  m["PageAmount"] = paper.pages;
  m["Description"] = OrNull(paper.Entered(EntryField::kNote));
  m["SignerInfo"] = {{"Position", OrNull(paper.signer_title)}, {"FullName", OrNull(paper.signer)}};
  m["Priority"] = PriorityOf(paper);
  m["DueDate"] = OrNull(paper.Entered(EntryField::kDue));
  if (paper.direction == Direction::kOut) {
    m["To"] = ordered_json::array();
    for (const std::string& to : paper.addressees) {
      m["To"].push_back({{"OrganId", nullptr}, {"OrganName", to}});
    }
    m["IssuedAmount"] = NumberOrNull(archive::CopiesOf(paper));
  } else {
    m["ArrivalDate"] = OrNull(paper.arrival_date);
    m["ArrivalNumber"] = OrNull(paper.arrival_number);
    m["ToPlaces"] = paper.unit ? ordered_json(*paper.unit) : Joined(paper.addressees);
    m["TraceHeaderList"] =
        nullptr;  // the path through other offices' systems: none of them is known
  }
  return m;
}

ordered_json DossierMetadata(const archive::DossierContent& content, const std::string& office_id) {
  const archive::Dossier& dossier = content.dossier;
  return {{"FileCode", FileCode(office_id, content.start, dossier.code)},
          {"Title", dossier.title},
          {"Maintenance", OrNull(dossier.retention)},
          {"Rights", OrNull(dossier.rights)},
          {"Creator", OrNull(dossier.creator)},
          {"Language", kLanguage},
          {"StartDate", OrNull(content.start)},
          {"EndDate", OrNull(content.end)},
          {"DocTotal", content.papers.size()},
          {"PageTotal", content.pages},
          {"Description", OrNull(dossier.description)}};
}

class Exporter {
 public:
  Exporter(Archive& archive, const OfficeDesk& desk, const StandardOptions& options,
           const std::atomic<bool>& stop)
      : archive_(archive), desk_(desk), options_(options), stop_(stop) {}

  Result<StandardReport> Run() {
    if (Status made = MakeFolder(options_.out); !made.ok()) return made.error();
    if (Status written = PutDossiers(); !written.ok()) return written.error();
    if (!options_.dossier) {
      const Status all = archive::EachPaper(archive_, desk_.office, {},
                                            [&](const Paper& paper) { return PutLetter(paper); });
      if (!all.ok()) return all.error();
    }
    const Status listed = WriteFile(options_.out / "SHA256SUMS", sums_);
    if (!listed.ok()) return listed.error();
    return std::move(report_);
  }

 private:
  static Status MakeFolder(const fs::path& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) return Error{ErrorCode::kDisk, failed.message(), folder.string(), 0};
    return Done{};
  }

  Status PutDossiers() {
    std::vector<std::string> codes;
    if (options_.dossier) {
      codes.push_back(*options_.dossier);
    } else {
      const Status listed = archive::EachDossier(archive_, [&](const ordered_json& row) {
        codes.push_back(row.at("code").get<std::string>());
        return Status(Done{});
      });
      if (!listed.ok()) return listed;
    }
    for (const std::string& code : codes) {
      const Result<archive::DossierContent> content =
          archive::GetDossier(archive_, desk_.office, code);
      if (!content.ok()) return content.error();
      if (Status put = PutDossier(*content); !put.ok()) return put;
    }
    return Done{};
  }

  Status PutDossier(const archive::DossierContent& content) {
    const std::string name = fmt::format("hoso/{}", ++report_.dossiers);
    const Status put =
        PutMetadata(name, name, "Dossier", DossierMetadata(content, options_.office_id));
    if (!put.ok()) return put;
    int64_t ordinal = 0;
    for (const Paper& paper : content.papers) {
      ++ordinal;
      // One that lies in several is handed over under the first.
      filed_.try_emplace(paper.head.id, Filed{content.dossier.code, content.start, ordinal});
      if (!options_.dossier) continue;
      if (Status letter = PutLetter(paper); !letter.ok()) return letter;
    }
    return Done{};
  }

  Status PutLetter(const Paper& paper) {
    if (stop_) return Error{ErrorCode::kInterrupted, "stopped", "", 0};
    const Result<archive::StoredLetter> letter = archive_.Get(paper.head.id);
    if (!letter.ok()) return letter.error();
    const std::string name = fmt::format("vanban/{}", paper.head.id);
    const auto filed = filed_.find(paper.head.id);
    const Status put = PutMetadata(
        name, name + "/metadata",
        paper.direction == Direction::kOut ? "OutgoingDocument" : "IncomingDocument",
        LetterMetadata(paper, options_.office_id,
                       filed != filed_.end() ? std::optional(filed->second) : std::nullopt));
    if (!put.ok()) return put;
    return PutOriginal(letter->file, name);
  }

  // The file as it came; a lost or changed one costs that letter alone.
  Status PutOriginal(const archive::FileInfo& file, const std::string& folder) {
    std::string base = fs::path(file.name).filename().string();
    if (base.empty() || base == "metadata.xml" || base == "metadata.json")
      base = "original-" + base;
    const fs::path to = options_.out / folder / base;
    const fs::path from = archive_.OriginalPath(file.sha256);
    std::error_code failed;
    if (!fs::exists(from, failed)) {
      report_.failed.push_back({ErrorCode::kNotFound, "the original is lost", folder, 0});
      return Done{};
    }
    fs::copy_file(from, to, failed);
    if (failed) return Error{ErrorCode::kDisk, failed.message(), to.string(), 0};
    const Result<std::string> hash = intake::Sha256OfFile(to);
    if (!hash.ok()) return hash.error();
    if (*hash != file.sha256) {
      report_.failed.push_back({ErrorCode::kDamaged, "the original has changed", folder, 0});
      return Done{};
    }
    sums_ += fmt::format("{}  {}/{}\n", *hash, folder, base);
    ++report_.letters;
    return Done{};
  }

  Status PutMetadata(const std::string& of, const std::string& stem, const std::string& root,
                     const ordered_json& metadata) {
    exporting::FittedMetadata fitted = exporting::FitToStandard(metadata);
    for (exporting::Shortened& what : fitted.shortened) {
      report_.cut.push_back({of, std::move(what)});
    }
    const Status made = MakeFolder((options_.out / stem).parent_path());
    if (!made.ok()) return made;
    const std::string json =
        fitted.metadata.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
    const Status xml = Put(stem + ".xml", exporting::StandardXml(root, fitted.metadata));
    return xml.ok() ? Put(stem + ".json", json) : xml;
  }

  Status Put(const std::string& name, const std::string& bytes) {
    sums_ += fmt::format("{}  {}\n", intake::Sha256OfBytes(bytes), name);
    return WriteFile(options_.out / name, bytes);
  }

  Archive& archive_;
  const OfficeDesk& desk_;
  const StandardOptions& options_;
  const std::atomic<bool>& stop_;
  StandardReport report_;
  std::map<int64_t, Filed> filed_;  // by letter
  std::string sums_;
};

}  // namespace

Result<StandardReport> ExportStandard(const OfficeDesk& desk, const StandardOptions& options,
                                      const std::atomic<bool>& stop) {
  if (Status known = archive::CheckOffice(desk.office); !known.ok()) return known.error();
  std::error_code failed;
  if (fs::exists(options.out, failed) && !fs::is_empty(options.out, failed)) {
    return Error{ErrorCode::kUsage, "is not empty", options.out.string(), 0};
  }
  return Ask(desk.archive,
             [&](Archive& archive) { return Exporter(archive, desk, options, stop).Run(); });
}

}  // namespace vanthu::run
