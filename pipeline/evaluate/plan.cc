#include "pipeline/evaluate/plan.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <optional>

namespace vanthu::evaluate {
namespace {

struct Transcription {
  int page = 0;
  std::string file;
};

// What there is of one NAME.
struct Group {
  std::vector<std::string> documents;
  std::map<int, std::string> pictures;  // by page
  std::vector<Transcription> transcriptions;
  std::optional<std::string> gold, meta;
};

class Planner {
 public:
  // False where the name belongs to nothing that is scored.
  bool Take(const std::string& file) {
    static const RE2 page_text(R"((.+)\.p(\d{1,5})\.gt\.txt)", Caseless());
    static const RE2 text(R"((.+)\.gt\.txt)", Caseless());
    static const RE2 gold(R"((.+)\.gold\.json)", Caseless());
    static const RE2 meta(R"((.+)\.meta\.json)", Caseless());
    static const RE2 picture(R"((.+)\.p(\d{1,5})\.(?:jpe?g|png|tiff?))", Caseless());
    static const RE2 document(
        R"((.+)\.(?:pdf|docx?|rtf|odt|xlsx?|html?|md|markdown|txt|jpe?g|png|tiff?))", Caseless());
    std::string name;
    int page = 0;
    if (RE2::FullMatch(file, page_text, &name, &page)) {
      groups_[name].transcriptions.push_back({page, file});
    } else if (RE2::FullMatch(file, text, &name)) {
      groups_[name].transcriptions.push_back({0, file});
    } else if (RE2::FullMatch(file, gold, &name)) {
      groups_[name].gold = file;
    } else if (RE2::FullMatch(file, meta, &name)) {
      groups_[name].meta = file;
    } else if (RE2::FullMatch(file, picture, &name, &page)) {
      groups_[name].pictures[page] = file;
    } else if (RE2::FullMatch(file, document, &name)) {
      groups_[name].documents.push_back(file);
    } else {
      return false;
    }
    return true;
  }

  Plan Finish() {
    for (const auto& [name, group] : groups_) Add(name, group);
    return std::move(plan_);
  }

  void Leave(const std::string& file, std::string reason) {
    plan_.unscored.push_back({file, std::move(reason)});
  }

 private:
  static RE2::Options Caseless() {
    RE2::Options options;
    options.set_case_sensitive(false);
    return options;
  }

  size_t AddReading(std::string name, std::vector<std::string> files) {
    plan_.readings.push_back({std::move(name), std::move(files)});
    return plan_.readings.size() - 1;
  }

  void Add(const std::string& name, const Group& group) {
    if (!group.gold && !group.meta && group.transcriptions.empty()) {
      for (const std::string& file : group.documents) Leave(file, "no gold answers beside it");
      for (const auto& [page, file] : group.pictures) Leave(file, "no gold answers beside it");
      return;
    }
    if (group.documents.empty()) {
      AddPictures(name, group);
    } else {
      AddDocuments(group);
    }
  }

  // Pictures that are the letter.
  void AddPictures(const std::string& name, const Group& group) {
    if (group.pictures.empty()) {
      if (group.gold) Leave(*group.gold, "no letter beside it");
      if (group.meta) Leave(*group.meta, "no letter beside it");
      for (const Transcription& t : group.transcriptions) Leave(t.file, "no page beside it");
      return;
    }
    std::vector<std::string> files;
    std::map<int, int> place;  // of a picture's number among them: the first pages may be missing
    for (const auto& [page, file] : group.pictures) {
      files.push_back(file);
      place[page] = static_cast<int>(files.size());
    }
    const size_t reading = AddReading(name, std::move(files));
    AddLetter(reading, group);
    for (const Transcription& t : group.transcriptions) {
      if (t.page == 0 || place.contains(t.page)) {
        plan_.pages.push_back({reading, t.page == 0 ? 0 : place[t.page], t.file});
      } else {
        Leave(t.file, "no page beside it");
      }
    }
  }

  void AddDocuments(const Group& group) {
    std::vector<size_t> readings;
    const bool whole = std::ranges::any_of(group.transcriptions, [&group](const Transcription& t) {
      return t.page == 0 || !group.pictures.contains(t.page);
    });
    for (const std::string& file : group.documents) {
      if (!group.gold && !group.meta && !whole) {
        Leave(file, "no gold answers beside it");
        continue;
      }
      readings.push_back(AddReading(file, {file}));
      AddLetter(readings.back(), group);
    }
    std::map<int, std::string> unused = group.pictures;
    for (const Transcription& t : group.transcriptions) {
      const auto picture = unused.find(t.page);
      if (picture != unused.end()) {
        plan_.pages.push_back({AddReading(picture->second, {picture->second}), 1, t.file});
        unused.erase(picture);
        continue;
      }
      for (const size_t reading : readings) plan_.pages.push_back({reading, t.page, t.file});
    }
    for (const auto& [page, file] : unused) Leave(file, "no transcription beside it");
  }

  void AddLetter(size_t reading, const Group& group) {
    if (group.gold) {
      plan_.letters.push_back({reading, *group.gold, GoldForm::kJson});
      if (group.meta) Leave(*group.meta, "gold.json stands beside it and is taken");
    } else if (group.meta) {
      plan_.letters.push_back({reading, *group.meta, GoldForm::kMeta});
    }
  }

  std::map<std::string, Group> groups_;
  Plan plan_;
};

}  // namespace

Plan MakePlan(std::vector<std::string> files) {
  std::ranges::sort(files);
  Planner planner;
  for (const std::string& file : files) {
    if (!planner.Take(file)) planner.Leave(file, "not a letter, by its name");
  }
  return planner.Finish();
}

}  // namespace vanthu::evaluate
