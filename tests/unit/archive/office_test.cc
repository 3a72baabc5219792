// The office's own papers: which way a letter goes, registers, gaps, answers, dossiers, what people enter.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/archive/answers.h"
#include "pipeline/archive/dossiers.h"
#include "pipeline/archive/gaps.h"
#include "pipeline/archive/register_query.h"
#include "pipeline/archive/schema.h"
#include "tests/unit/archive/archive_fixture.h"

namespace vanthu::archive {
namespace {

using nlohmann::ordered_json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Rows = std::vector<ordered_json>;

constexpr const char* kOurs = "Ủy ban nhân dân tỉnh An Phú";
constexpr const char* kTheirs = "Bộ Ngoại giao";
constexpr const char* kWho = "lan";

RowSink Into(Rows& rows) {
  return [&rows](const ordered_json& row) -> Status {
    rows.push_back(row);
    return Done{};
  };
}

std::vector<std::string> Texts(const Rows& rows, const char* key) {
  std::vector<std::string> texts;
  for (const ordered_json& row : rows) {
    texts.push_back(row.at(key).is_string() ? row.at(key).get<std::string>() : row.at(key).dump());
  }
  return texts;
}

class OfficeTest : public ArchiveTest {
 protected:
  OfficeTest() : archive_(Open()) {}

  int64_t Put(const Sketch& sketch) { return PutRecord(MakeRecord(sketch)); }
  int64_t PutRecord(const Record& record) {
    const std::vector<Record> letters = {record};
    const Result<std::vector<int64_t>> ids = archive_.AddLetters(0, FakeFile(++files_), letters);
    if (!ids.ok()) throw std::runtime_error(ids.error().Describe());
    return ids->front();
  }

  void Say(int64_t letter, EntryField field, std::string_view value) {
    const Result<LetterPlace> place = PlaceOf(archive_.database(), letter);
    ASSERT_TRUE(place.ok());
    ASSERT_TRUE(Enter(archive_.database(), kWho, *place, field, value).ok());
  }

  Rows Register(Direction direction, int year = 2021) {
    Rows rows;
    const Status read = EachRegisterRow(archive_, office_, {year, direction}, Into(rows));
    EXPECT_TRUE(read.ok());
    return rows;
  }

  Rows Events(std::optional<int64_t> letter = std::nullopt) {
    Rows rows;
    EXPECT_TRUE(EachEvent(archive_, letter, Into(rows)).ok());
    return rows;
  }

  Handling HandlingNow(int64_t letter, std::string_view today = "2021-08-01") {
    const Result<Paper> paper = GetPaper(archive_, office_, letter);
    if (!paper.ok()) throw std::runtime_error(paper.error().Describe());
    const Result<Handling> handling = HandlingOf(archive_, office_, *paper, today);
    if (!handling.ok()) throw std::runtime_error(handling.error().Describe());
    return *handling;
  }

  Archive archive_;
  Office office_{kOurs};
  int files_ = 0;
};

Record Stamped(const Sketch& sketch, const std::string& office, const std::string& number, int year,
               int month, int day) {
  Record record = MakeRecord(sketch);
  record.stamp = Evident<Stamp>("ĐẾN");
  if (!office.empty()) record.stamp->office = office;
  record.stamp->number = number;
  record.stamp->date = Evident<DateValue>("ngày");
  record.stamp->date->year = year;
  record.stamp->date->month = month;
  record.stamp->date->day = day;
  record.stamp->forwarded_to = "Phòng Lãnh sự";
  return record;
}

// --- Which way ------------------------------------------------------------------------------------

TEST(OfficeName, WaysToWriteIt) {
  const Office office("UBND tỉnh An Phú; Văn phòng Ủy ban nhân dân tỉnh An Phú");
  struct Row {
    const char* issuer;
    bool ours;
  };
  const Row rows[] = {
      {"Ủy ban nhân dân tỉnh An Phú", true},
      {"ỦY BAN NHÂN DÂN TỈNH AN PHÚ", true},
      {"Uỷ ban nhân dân tỉnh An Phú", true},
      {"UBND tỉnh An Phú", true},
      {"Văn phòng UBND tỉnh An Phú", true},
      // Several that issue together.
      {"Ủy ban nhân dân tỉnh An Phú - Bộ Ngoại giao", true},
      {"Ủy ban nhân dân tỉnh An Giang", false},
      {"Ủy ban nhân dân", false},
      {"Sở Ngoại vụ tỉnh An Phú", false},
      {"", false},
  };
  for (const Row& row : rows) EXPECT_EQ(office.Is(row.issuer), row.ours) << row.issuer;
  EXPECT_EQ(office.name(), "UBND tỉnh An Phú");
  EXPECT_FALSE(Office("").known());
  EXPECT_FALSE(Office(" ; ").known());
  EXPECT_FALSE(Office("").Is(""));
  EXPECT_EQ(office.DirectionOf(std::nullopt), Direction::kIn);
}

// --- Registers ------------------------------------------------------------------------------------

TEST_F(OfficeTest, OutgoingByNumber) {
  Put({.number = "120/UBND-NC", .type = "CV", .date = "2021-03-01", .issuer = kOurs});
  Put({.number = "9/KH-UBND", .type = "KH", .date = "2021-02-01", .issuer = kOurs});
  Put({.number = "10/BC-UBND", .type = "BC", .date = "2021-01-05", .issuer = kOurs});
  Put({.date = "2021-01-05", .issuer = kOurs, .subject = "không số"});
  Put({.number = "1/UBND-NC", .date = "2020-12-31", .issuer = kOurs});
  Put({.number = "5/BNG-CNV", .date = "2021-01-05", .issuer = kTheirs});
  EXPECT_THAT(Texts(Register(Direction::kOut), "number"),
              ElementsAre("9/KH-UBND", "10/BC-UBND", "120/UBND-NC", "null"));
  EXPECT_THAT(Texts(Register(Direction::kIn), "number"), ElementsAre("5/BNG-CNV"));
  EXPECT_THAT(Register(Direction::kOut, 2019), IsEmpty());

  Rows rows;
  const RegisterFilter reports{2021, Direction::kOut, ChooseType("báo cáo")};
  ASSERT_TRUE(EachRegisterRow(archive_, office_, reports, Into(rows)).ok());
  EXPECT_THAT(Texts(rows, "number"), ElementsAre("10/BC-UBND"));
}

TEST_F(OfficeTest, IncomingByNumberOfArrivalThenDate) {
  PutRecord(
      Stamped({.number = "7/A", .date = "2021-02-03", .issuer = kTheirs}, "", "12", 2021, 2, 9));
  PutRecord(
      Stamped({.number = "8/A", .date = "2020-12-30", .issuer = kTheirs}, "", "003", 2021, 1, 4));
  Put({.number = "9/A", .date = "2021-05-01", .issuer = kTheirs});
  const int64_t entered = Put({.number = "10/A", .date = "2021-05-03", .issuer = kTheirs});
  Put({.number = "11/A", .date = "2021-04-01"});  // no issuer: come in
  // Another office's stamp tells nothing of ours.
  PutRecord(Stamped({.number = "12/A", .date = "2021-06-01", .issuer = kTheirs},
                    "Sở Tài chính tỉnh An Phú", "1", 2021, 6, 2));
  Say(entered, EntryField::kArrivalNumber, "13a");
  Say(entered, EntryField::kUnit, "Phòng Hợp tác");
  const Rows rows = Register(Direction::kIn);
  EXPECT_THAT(Texts(rows, "number"), ElementsAre("8/A", "7/A", "10/A", "11/A", "9/A", "12/A"));
  EXPECT_THAT(Texts(rows, "arrival_number"),
              ElementsAre("003", "12", "13a", "null", "null", "null"));
  EXPECT_EQ(rows[0].at("arrival_date"), "2021-01-04");
  EXPECT_EQ(rows[0].at("unit"), "Phòng Lãnh sự");
  EXPECT_EQ(rows[2].at("unit"), "Phòng Hợp tác");
  EXPECT_THAT(Texts(Register(Direction::kIn, 2020), "number"), IsEmpty());
  EXPECT_EQ(*NextArrivalNumber(archive_, office_, 2021), 14);
  EXPECT_EQ(*NextArrivalNumber(archive_, office_, 2022), 1);
  const auto same = PapersOfArrival(archive_, office_, 2021, "3");
  ASSERT_TRUE(same.ok());
  EXPECT_EQ(same->size(), 1U);
}

TEST_F(OfficeTest, WhoGotItAndWhoKeepsIt) {
  Record record = MakeRecord({.number = "1/UBND",
                              .type = "CV",
                              .date = "2021-01-05",
                              .issuer = kOurs,
                              .subject = "Tổ chức đoàn đi công tác"});
  record.doc_type->name = "Công văn";
  const auto text = [](const char* value) {
    TextValue made = Evident<TextValue>(value);
    made.value = value;
    return made;
  };
  record.addressees = {text("Bộ Ngoại giao")};
  record.recipients = {text("Như trên"), text("Sở Tài chính"), text("Lưu: VT, NC (12)")};
  const int64_t letter = PutRecord(record);
  const ordered_json read = Register(Direction::kOut).at(0);
  EXPECT_EQ(read.at("title"), "Công văn về việc tổ chức đoàn đi công tác");
  EXPECT_EQ(read.at("sent_to"), "Bộ Ngoại giao; Sở Tài chính");
  EXPECT_EQ(read.at("keeper"), "VT, NC");
  EXPECT_EQ(read.at("copies"), "12");

  Say(letter, EntryField::kCopies, "20");
  Say(letter, EntryField::kKeeper, "VT");
  const ordered_json entered = Register(Direction::kOut).at(0);
  EXPECT_EQ(entered.at("copies"), "20");
  EXPECT_EQ(entered.at("keeper"), "VT");
}

TEST(PaperTitle, GoesOnBehindTheType) {
  struct Row {
    const char *type, *name, *subject, *want;
  };
  const Row rows[] = {
      {"BC", "Báo cáo", "Kết quả công tác đối ngoại", "Báo cáo kết quả công tác đối ngoại"},
      {"KH", "Kế hoạch", "Sở Ngoại vụ đi công tác", "Kế hoạch Sở Ngoại vụ đi công tác"},
      {"BC", "Báo cáo", "UBND tỉnh trả lời", "Báo cáo UBND tỉnh trả lời"},
      {"CV", "Công văn", "Đoàn ra năm 2021", "Công văn về việc đoàn ra năm 2021"},
      {"BC", "Báo cáo", "", "Báo cáo"},
  };
  for (const Row& row : rows) {
    Paper paper;
    paper.head.doc_type = row.type;
    paper.type_name = row.name;
    paper.head.subject = row.subject;
    EXPECT_EQ(TitleOf(paper), row.want);
  }
}

TEST_F(OfficeTest, OfficeMustBeKnown) {
  Rows rows;
  const Status read = EachRegisterRow(archive_, Office(""), {2021, Direction::kOut}, Into(rows));
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().code, ErrorCode::kUsage);
  EXPECT_THAT(read.error().message, HasSubstr("--office"));
}

// --- What people enter ----------------------------------------------------------------------------

TEST_F(OfficeTest, EntriesSurviveReadingAgain) {
  const int64_t letter = Put({.number = "5/BNG", .date = "2021-01-05", .issuer = kTheirs});
  const LetterPlace place = *PlaceOf(archive_.database(), letter);
  Say(letter, EntryField::kArrivalNumber, "77");
  Say(letter, EntryField::kArrivalNumber, "77");  // nothing new, nothing logged
  Say(letter, EntryField::kArrivalNumber, "78");
  ASSERT_TRUE(AddTag(archive_.database(), kWho, place, "Biên giới").ok());
  ASSERT_TRUE(AddTag(archive_.database(), kWho, place, "BIEN GIOI").ok());  // the same
  ASSERT_TRUE(AddDossier(archive_, kWho, {"01/HS", "Biên giới 2021"}).ok());
  ASSERT_TRUE(AddToDossier(archive_, kWho, "01/hs", {letter, letter}).ok());

  // The file is read again and seen to hold two letters.
  const std::vector<Record> again = {MakeRecord({.number = "5/BNG-LS", .date = "2021-01-05"}),
                                     MakeRecord({.number = "6/BNG"})};
  const auto ids = archive_.AddLetters(0, FakeFile(1), again, IfPresent::kReplace);
  ASSERT_TRUE(ids.ok());
  EXPECT_EQ(ids->front(), letter);
  const Result<Paper> paper = GetPaper(archive_, office_, letter);
  EXPECT_EQ(paper->arrival_number, "78");
  EXPECT_THAT(*TagsOf(archive_.database(), paper->place), ElementsAre("Biên giới"));
  EXPECT_EQ(GetDossier(archive_, office_, "01/HS")->papers.size(), 1U);
  EXPECT_FALSE(GetPaper(archive_, office_, ids->back())->arrival_number);

  // And then to hold none: another file's letter may get the id, but not what was entered.
  ASSERT_TRUE(archive_.AddLetters(0, FakeFile(1), {}, IfPresent::kReplace).ok());
  const int64_t other = Put({.number = "9/BNG"});
  EXPECT_EQ(other, letter);
  EXPECT_FALSE(GetPaper(archive_, office_, other)->arrival_number);
  EXPECT_THAT(Events(other), IsEmpty());
  EXPECT_THAT(Texts(Events(), "what"),
              ElementsAre("arrival_number", "arrival_number", "tag", "dossier new", "dossier add"));
}

TEST_F(OfficeTest, LogTellsWhoAndWhat) {
  const int64_t letter = Put({.number = "5/BNG", .issuer = kTheirs});
  Say(letter, EntryField::kDue, "2021-06-30");
  Say(letter, EntryField::kDue, "");
  const Rows events = Events(letter);
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0].at("who"), kWho);
  EXPECT_EQ(events[0].at("what"), "due");
  EXPECT_EQ(events[0].at("letter_id"), letter);
  EXPECT_EQ(events[0].at("old"), nullptr);
  EXPECT_EQ(events[0].at("new"), "2021-06-30");
  EXPECT_EQ(events[1].at("old"), "2021-06-30");
  EXPECT_EQ(events[1].at("new"), nullptr);
  for (const char* sql : {"DELETE FROM events", "UPDATE events SET who = 'x'"}) {
    const Status changed = archive_.database().Execute(sql);
    ASSERT_FALSE(changed.ok()) << sql;
    EXPECT_THAT(changed.error().message, HasSubstr("the log is never"));
  }
  Rows none;
  EXPECT_EQ(EachEvent(archive_, 99, Into(none)).error().code, ErrorCode::kNotFound);
}

TEST_F(OfficeTest, PersonSaysWhichWay) {
  const int64_t letter =
      Put({.number = "5/UBND", .date = "2021-01-05", .issuer = "Ủy ban nhõn dõn"});
  EXPECT_EQ(GetPaper(archive_, office_, letter)->direction, Direction::kIn);
  Say(letter, EntryField::kDirection, "out");
  EXPECT_EQ(GetPaper(archive_, office_, letter)->direction, Direction::kOut);
  EXPECT_THAT(Texts(Register(Direction::kOut), "number"), ElementsAre("5/UBND"));
}

TEST_F(ArchiveTest, StampsOfOlderArchivesAreFilledIn) {
  std::filesystem::create_directories(dir());
  {
    Result<Database> db = Database::Open(dir() / "archive.db", Access::kCreate);
    ASSERT_TRUE(db.ok());
    ASSERT_TRUE(MigrateTo(*db, 3).ok());
    ASSERT_TRUE(db->Execute("INSERT INTO files (id, sha256, name, path, media_type, bytes, state) "
                            "VALUES (1, 'a', 'a', 'a', 'text/plain', 1, 'done');"
                            "INSERT INTO letters (id, file_id, letter, record) VALUES (1, 1, 1, "
                            "'{\"stamp\":{\"number\":\"12\",\"date\":{\"year\":2021,\"month\":2,"
                            "\"day\":3},\"evidence\":[]}}'), (2, 1, 2, '{\"stamp\":null}')")
                    .ok());
  }
  Archive archive = Open();
  const Result<Paper> paper = GetPaper(archive, Office(""), 1);
  ASSERT_TRUE(paper.ok());
  EXPECT_EQ(paper->arrival_number, "12");
  EXPECT_EQ(paper->arrival_date, "2021-02-03");
  EXPECT_FALSE(GetPaper(archive, Office(""), 2)->arrival_number);
}

// --- Answers --------------------------------------------------------------------------------------

TEST_F(OfficeTest, AnswersAreFoundByWhatTheyCite) {
  const int64_t asked =
      Put({.number = "15/BNG-CNV", .type = "CV", .date = "2021-06-02", .issuer = kTheirs});
  const int64_t law =
      Put({.number = "22/NĐ-CP", .type = "NĐ", .date = "2021-06-02", .issuer = "Chính phủ"});
  EXPECT_EQ(HandlingNow(asked).state, PaperState::kOpen);
  Say(asked, EntryField::kDue, "2021-07-31");
  EXPECT_EQ(HandlingNow(asked, "2021-07-31").state, PaperState::kOpen);
  EXPECT_EQ(HandlingNow(asked, "2021-08-01").state, PaperState::kOverdue);
  // Others that cite it, and ours before it, do not answer it.
  Put({.number = "3/SNgV",
       .date = "2021-06-20",
       .issuer = "Sở Ngoại vụ tỉnh An Phú",
       .cites = {"15/BNG-CNV"}});
  Put({.number = "4/UBND", .date = "2021-05-20", .issuer = kOurs, .cites = {"15/BNG-CNV"}});
  EXPECT_THAT(HandlingNow(asked).answers, IsEmpty());

  Put({.number = "87/BC-UBND",
       .date = "2021-06-30",
       .issuer = kOurs,
       .cites = {"15/BNG-CNV", "22/NĐ-CP"}});
  Record reply = MakeRecord(
      {.number = "90/UBND", .date = "2021-07-15", .issuer = kOurs, .cites = {"15/BNG-CNV"}});
  reply.references[0].role = ReferenceRole::kReplyTo;
  const int64_t second = PutRecord(reply);
  const Handling answered = HandlingNow(asked);
  EXPECT_EQ(answered.state, PaperState::kAnswered);
  ASSERT_EQ(answered.answers.size(), 2U);
  EXPECT_EQ(answered.answers[0].letter.number, "90/UBND");  // says that it answers
  EXPECT_EQ(answered.answers[1].letter.number, "87/BC-UBND");
  EXPECT_EQ(HandlingNow(law).state, PaperState::kOpen);

  // A person's word.
  ASSERT_TRUE(EnterAnswer(archive_, kWho, law, second).ok());
  EXPECT_EQ(HandlingNow(law).answers.at(0).letter.id, second);
  EXPECT_EQ(HandlingNow(law).answers.at(0).role, "entered");
  ASSERT_TRUE(EnterDone(archive_, kWho, law).ok());
  EXPECT_EQ(HandlingNow(law).state, PaperState::kDone);
  ASSERT_TRUE(ClearAnswer(archive_, kWho, law).ok());
  EXPECT_EQ(HandlingNow(law).state, PaperState::kOpen);
  EXPECT_EQ(EnterAnswer(archive_, kWho, law, law).error().code, ErrorCode::kUsage);
  EXPECT_EQ(EnterAnswer(archive_, kWho, law, 999).error().code, ErrorCode::kNotFound);
}

TEST_F(OfficeTest, AnswersNameTheMinistryForItsDepartment) {
  const int64_t asked =
      Put({.number = "15/BNG-CNV", .type = "CV", .date = "2021-06-02", .issuer = "Cục Ngoại vụ"});
  Record reply = MakeRecord(
      {.number = "87/BC-UBND", .date = "2021-06-30", .issuer = kOurs, .cites = {"15/BNG-CNV"}});
  reply.references[0].issuer = kTheirs;
  PutRecord(reply);
  EXPECT_EQ(HandlingNow(asked).state, PaperState::kOpen);
  reply.references[0].date = Evident<DateValue>("02/6/2021");
  reply.references[0].date->year = 2021;
  reply.references[0].date->month = 6;
  reply.references[0].date->day = 2;
  PutRecord(reply);
  EXPECT_EQ(HandlingNow(asked).state, PaperState::kAnswered);
}

TEST_F(OfficeTest, IncomingByDueDate) {
  const int64_t late = Put({.number = "1/A", .date = "2021-01-02", .issuer = kTheirs});
  const int64_t soon = Put({.number = "2/A", .date = "2021-01-03", .issuer = kTheirs});
  Put({.number = "3/A", .date = "2021-01-01", .issuer = kTheirs});
  Put({.number = "4/A", .date = "2020-01-01", .issuer = kTheirs});
  Say(late, EntryField::kDue, "2021-09-01");
  Say(soon, EntryField::kDue, "2021-07-01");
  Rows all, overdue;
  ASSERT_TRUE(EachIncoming(archive_, office_, {2021, {}}, "2021-08-01", Into(all)).ok());
  EXPECT_THAT(Texts(all, "number"), ElementsAre("2/A", "1/A", "3/A"));
  ASSERT_TRUE(
      EachIncoming(archive_, office_, {{}, {PaperState::kOverdue}}, "2021-08-01", Into(overdue))
          .ok());
  EXPECT_THAT(Texts(overdue, "number"), ElementsAre("2/A"));
}

// --- Dossiers -------------------------------------------------------------------------------------

TEST_F(OfficeTest, Dossiers) {
  const int64_t second =
      Put({.number = "2/A", .date = "2021-03-02", .subject = "hai", .body = "a\fb\fc"});
  const int64_t first = Put({.number = "1/A", .date = "2021-01-15", .subject = "một"});
  ASSERT_TRUE(AddDossier(archive_, kWho, {"12.ĐN", "Đoàn ra 2021", "20 năm"}).ok());
  EXPECT_EQ(AddDossier(archive_, kWho, {"12.đn", "Khác"}).error().code, ErrorCode::kUsage);
  EXPECT_EQ(AddDossier(archive_, kWho, {"--", "Khác"}).error().code, ErrorCode::kUsage);
  // All or none.
  EXPECT_EQ(AddToDossier(archive_, kWho, "12.ĐN", {second, 99}).error().code, ErrorCode::kNotFound);
  EXPECT_THAT(GetDossier(archive_, office_, "12.ĐN")->papers, IsEmpty());
  ASSERT_TRUE(AddToDossier(archive_, kWho, "12.ĐN", {second, first}).ok());

  const DossierContent content = *GetDossier(archive_, office_, "12.ĐN");
  EXPECT_EQ(content.start, "2021-01-15");
  EXPECT_EQ(content.end, "2021-03-02");
  EXPECT_EQ(content.pages, 4);
  Rows rows, list;
  ASSERT_TRUE(EachDossierRow(content, Into(rows)).ok());
  EXPECT_THAT(Texts(rows, "number"), ElementsAre("1/A", "2/A"));
  EXPECT_THAT(Texts(rows, "sheets"), ElementsAre("1", "2-4"));
  ASSERT_TRUE(EachDossier(archive_, Into(list)).ok());
  EXPECT_EQ(list.at(0).at("letters"), 2);
  EXPECT_EQ(list.at(0).at("retention"), "20 năm");

  ASSERT_TRUE(ChangeDossier(archive_, kWho, {"12.ĐN", "", "vĩnh viễn"}).ok());
  EXPECT_EQ(GetDossier(archive_, office_, "12.ĐN")->dossier.title, "Đoàn ra 2021");
  EXPECT_EQ(GetDossier(archive_, office_, "12.ĐN")->dossier.retention, "vĩnh viễn");
  ASSERT_TRUE(TakeFromDossier(archive_, kWho, "12.ĐN", {first}).ok());
  EXPECT_THAT(*DossiersOf(archive_, *PlaceOf(archive_.database(), first)), IsEmpty());
  ASSERT_TRUE(RemoveDossier(archive_, kWho, "12.ĐN").ok());
  EXPECT_EQ(RemoveDossier(archive_, kWho, "12.ĐN").error().code, ErrorCode::kNotFound);
  EXPECT_THAT(Texts(Events(), "what"),
              ElementsAre("dossier new", "dossier add", "dossier add", "dossier retention",
                          "dossier take out", "dossier remove"));
}

}  // namespace
}  // namespace vanthu::archive
