#include "pipeline/evaluate/plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vanthu::evaluate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "letter FILE+FILE GOLD", "page FILE:K TEXT", "unscored FILE: REASON".
std::vector<std::string> Planned(std::vector<std::string> files) {
  const Plan plan = MakePlan(std::move(files));
  std::vector<std::string> out;
  const auto files_of = [&plan](size_t reading) {
    std::string joined;
    for (const std::string& file : plan.readings[reading].files) {
      joined += (joined.empty() ? "" : "+") + file;
    }
    return joined;
  };
  for (const PlannedLetter& letter : plan.letters) {
    out.push_back("letter " + files_of(letter.reading) + " " + letter.gold);
  }
  for (const PlannedPage& page : plan.pages) {
    out.push_back("page " + files_of(page.reading) + ":" + std::to_string(page.page) + " " +
                  page.transcription);
  }
  for (const Unscored& item : plan.unscored) {
    out.push_back("unscored " + item.file + ": " + item.reason);
  }
  return out;
}

TEST(MakePlan, EveryFormBesideItsGold) {
  EXPECT_THAT(Planned({"b.txt", "a.gold.json", "a.pdf", "a.docx"}),
              ElementsAre("letter a.docx a.gold.json", "letter a.pdf a.gold.json",
                          "unscored b.txt: no gold answers beside it"));
}

TEST(MakePlan, ScanWithPdfAndPictures) {
  EXPECT_THAT(Planned({"02.meta.json", "02.p1.gt.txt", "02.p1.jpg", "02.p2.jpg", "02.pdf"}),
              ElementsAre("letter 02.pdf 02.meta.json", "page 02.p1.jpg:1 02.p1.gt.txt",
                          "unscored 02.p2.jpg: no transcription beside it"));
}

TEST(MakePlan, PicturesAreThePagesOfTheLetter) {
  EXPECT_THAT(Planned({"16.p2.gt.txt", "16.p10.jpg", "16.p2.jpg", "16.meta.json", "16.p9.gt.txt"}),
              ElementsAre("letter 16.p2.jpg+16.p10.jpg 16.meta.json",
                          "page 16.p2.jpg+16.p10.jpg:1 16.p2.gt.txt",
                          "unscored 16.p9.gt.txt: no page beside it"));
}

TEST(MakePlan, TranscriptionsOfADocument) {
  EXPECT_THAT(Planned({"a.gold.json", "a.pdf", "a.p1.gt.txt", "a.p2.gt.txt", "b.pdf", "b.gt.txt"}),
              ElementsAre("letter a.pdf a.gold.json", "page a.pdf:1 a.p1.gt.txt",
                          "page a.pdf:2 a.p2.gt.txt", "page b.pdf:0 b.gt.txt"));
}

TEST(MakePlan, FoldersAreApart) {
  EXPECT_THAT(Planned({"txt/a.gold.json", "pdf/a.pdf", "txt/a.TXT"}),
              ElementsAre("letter txt/a.TXT txt/a.gold.json",
                          "unscored pdf/a.pdf: no gold answers beside it"));
}

TEST(MakePlan, NothingIsSilent) {
  EXPECT_THAT(
      Planned({"SOURCES.tsv", "a.gold.json", "b.meta.json", "c.p1.gt.txt", "d.p1.png",
               "e.gold.json", "e.meta.json", "e.txt"}),
      ElementsAre(
          "letter e.txt e.gold.json", "unscored SOURCES.tsv: not a letter, by its name",
          "unscored a.gold.json: no letter beside it", "unscored b.meta.json: no letter beside it",
          "unscored c.p1.gt.txt: no page beside it", "unscored d.p1.png: no gold answers beside it",
          "unscored e.meta.json: gold.json stands beside it and is taken"));
  EXPECT_THAT(Planned({}), IsEmpty());
}

}  // namespace
}  // namespace vanthu::evaluate
