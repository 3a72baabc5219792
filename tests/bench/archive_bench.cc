// How an archive of many letters behaves: how fast records go in, where the bytes are, how long queries take.
//
//   archive_bench --letters 100000 --archive DIR     makes the archive where it is not there, then asks it
//   archive_bench --letters 1000 --texts DIR         writes the same letters as text files instead
//   archive_bench --letters 1000 --print-queries     the mix, kind and query a line
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <map>

#include "models/document/letter_json.h"
#include "pipeline/archive/counts.h"
#include "pipeline/archive/search.h"
#include "pipeline/archive/store.h"
#include "tests/bench/query_mix.h"

namespace vanthu::bench {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// Letters of a transaction, as import has them.
constexpr uint64_t kBatch = 256;

struct Options {
  uint64_t letters = 10'000;
  uint64_t seed = 1;
  size_t queries = 1000;
  size_t cold = 200;  // queries of the mix that are asked cold as well
  fs::path archive, texts;
  bool print_queries = false;
  bool index = false;  // makes the index of an archive anew
  double slow = 0;     // names queries that took more ms of CPU
};

double Seconds(Clock::time_point since) {
  return std::chrono::duration<double>(Clock::now() - since).count();
}

double CpuSeconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

// Of the whole process so far.
double PeakMegabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

archive::FileInfo FileOf(const Record& letter, uint64_t index) {
  return {fmt::format("{:064x}", index), fmt::format("{:08}.txt", index),
          fmt::format("/bench/{:08}.txt", index), "text/plain", letter.pages.size()};
}

std::string TextOf(const Record& letter) {
  std::string text;
  for (const Page& page : letter.pages) text += page.Text() + "\n";
  return text;
}

// --- Making --------------------------------------------------------------------------------------

Status WriteTexts(const LetterMaker& maker, const Options& options) {
  fs::create_directories(options.texts);
  for (uint64_t i = 0; i < options.letters; ++i) {
    std::ofstream(options.texts / fmt::format("{:08}.txt", i)) << TextOf(maker.Make(i));
  }
  return Done{};
}

// Letters are made a batch ahead, so that storing alone is timed.
Status Fill(archive::Archive& archive, const LetterMaker& maker, const Options& options) {
  double wall = 0, cpu = 0;
  uint64_t text = 0;
  for (uint64_t done = 0; done < options.letters;) {
    std::vector<Record> letters;
    std::vector<std::string> json;
    for (uint64_t i = 0; i < std::min(kBatch, options.letters - done); ++i) {
      letters.push_back(maker.Make(done + i));
      json.push_back(LetterJsonLine(letters.back()));
      text += TextOf(letters.back()).size();
    }
    const Clock::time_point begin = Clock::now();
    const double cpu_begin = CpuSeconds();
    Result<archive::Transaction> batch = archive.BeginBatch();
    if (!batch.ok()) return batch.error();
    for (size_t i = 0; i < letters.size(); ++i) {
      const auto ids = archive.AddLetters(0, FileOf(letters[i], done + i), {&letters[i], 1},
                                          archive::IfPresent::kRefuse, {&json[i], 1});
      if (!ids.ok()) return ids.error();
    }
    if (Status status = batch->Commit(); !status.ok()) return status;
    wall += Seconds(begin);
    cpu += CpuSeconds() - cpu_begin;
    done += letters.size();
    if (done / 50'000 != (done - letters.size()) / 50'000) {
      fmt::print(stderr, "{} letters, {:.0f} a second\n", done, static_cast<double>(done) / wall);
    }
  }
  const auto count = static_cast<double>(options.letters);
  fmt::print(
      "| stored | {} letters, {:.0f} MB of text |\n| storing alone | {:.0f} letters a second "
      "({:.0f} s wall, {:.0f} s CPU: {:.0f} letters a CPU second) |\n| peak memory, storing "
      "| {:.0f} MB |\n",
      options.letters, static_cast<double>(text) / 1e6, count / wall, wall, cpu, count / cpu,
      PeakMegabytes());
  return Done{};
}

// Indexing alone: the texts lie in the archive already.
Status IndexAnew(const Options& options) {
  Result<archive::Archive> archive =
      archive::Archive::Open(options.archive, archive::OpenMode::kReadWrite);
  if (!archive.ok()) return archive.error();
  const Clock::time_point begin = Clock::now();
  const double cpu = CpuSeconds();
  Result<archive::Transaction> batch = archive->BeginBatch();
  if (!batch.ok()) return batch.error();
  const Status made =
      archive->database().Execute("INSERT INTO letter_fts (letter_fts) VALUES ('rebuild')");
  if (!made.ok()) return made;
  if (Status status = batch->Commit(); !status.ok()) return status;
  const Result<int64_t> letters = archive->CountLetters();
  if (!letters.ok()) return letters.error();
  const auto count = static_cast<double>(*letters);
  fmt::print("| indexing alone | {:.0f} letters a second, {:.0f} a CPU second |\n",
             count / Seconds(begin), count / (CpuSeconds() - cpu));
  return Done{};
}

// --- Bytes ---------------------------------------------------------------------------------------

Status PrintSizes(archive::Archive& archive) {
  archive::Database& db = archive.database();
  const auto text =
      db.QueryInt("SELECT sum(length(CAST(vanthu_unpacked(text) AS BLOB))) FROM letter_pages");
  if (!text.ok()) return text.error();
  const auto of_text = static_cast<double>(std::max<int64_t>(text->value_or(1), 1));
  Result<archive::Statement> rows =
      db.Prepare("SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC");
  if (!rows.ok()) return rows.error();
  double all = 0, index = 0, others = 0;
  std::string list;
  while (true) {
    const Result<bool> there = rows->Step();
    if (!there.ok()) return there.error();
    if (!*there) break;
    const double share = static_cast<double>(rows->Int(1)) / of_text;
    all += share;
    if (rows->Text(0).starts_with("letter_fts")) index += share;
    if (share < 0.02) {
      others += share;
    } else {
      list += fmt::format(", {} {:.2f}", rows->Text(0), share);
    }
  }
  fmt::print(
      "| text | {:.0f} MB |\n| database over text | {:.2f} |\n| index over text | {:.2f} |\n"
      "| by table | others {:.2f}{} |\n",
      of_text / 1e6, all, index, others, list);
  return Done{};
}

// --- Asking --------------------------------------------------------------------------------------

// Milliseconds of one query. What the machine does beside it counts in `wall` alone.
struct Took {
  double wall = 0, cpu = 0;
};
using Times = std::map<std::string, std::vector<Took>>;  // by kind

double Percentile(const std::vector<Took>& times, double Took::*clock, double share) {
  if (times.empty()) return 0;
  std::vector<double> sorted;
  for (const Took& took : times) sorted.push_back(took.*clock);
  std::ranges::sort(sorted);
  return sorted[static_cast<size_t>(share * static_cast<double>(sorted.size() - 1) + 0.5)];
}

void Print(const std::string& name, const std::vector<Took>& times) {
  fmt::print("| {} | {}", name, times.size());
  for (const auto clock : {&Took::wall, &Took::cpu}) {
    for (const double share : {0.5, 0.95, 0.99, 1.0}) {
      fmt::print(" | {:.2f}", Percentile(times, clock, share));
    }
  }
  fmt::print(" |\n");
}

void PrintTimes(const char* title, const Times& by_kind) {
  fmt::print(
      "\n| {} | queries | wall p50 ms | p95 | p99 | most | CPU p50 ms | p95 | p99 | most |\n"
      "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n",
      title);
  std::vector<Took> all;
  for (const auto& [kind, times] : by_kind) all.insert(all.end(), times.begin(), times.end());
  Print("all", all);
  if (by_kind.size() > 1) {
    for (const auto& [kind, times] : by_kind) Print(kind, times);
  }
  std::fflush(stdout);
}

// A query that is given up for its length counts as long as it took.
Result<Took> AskOne(archive::Archive& archive, const BenchQuery& query, double slow) {
  const Clock::time_point begin = Clock::now();
  const double cpu = CpuSeconds();
  const Result<archive::SearchAnswer> answer = archive::Search(archive, query.text);
  const Took took{Seconds(begin) * 1000, (CpuSeconds() - cpu) * 1000};
  if (!answer.ok() && answer.error().code != ErrorCode::kTimeout) return answer.error();
  if (slow > 0 && took.cpu > slow) {
    fmt::print(stderr, "{:8.2f} ms CPU  {}  {}: {}\n", took.cpu,
               answer.ok() ? fmt::format("{} rows{}", answer->rows.size(),
                                         answer->notes.empty() ? "" : ", newest first")
                           : "given up",
               query.kind, query.text);
  }
  return took;
}

// What the system holds of the archive in memory is let go.
void LetGo(const fs::path& dir) {
  for (const char* name : {"archive.db", "archive.db-wal"}) {
    const int file = open((dir / name).c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) continue;
    posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    close(file);
  }
}

Status AskWarm(const Options& options, const std::vector<BenchQuery>& queries) {
  Result<archive::Archive> archive =
      archive::Archive::Open(options.archive, archive::OpenMode::kReadOnly);
  if (!archive.ok()) return archive.error();
  // The first time warms.
  for (const bool counts : {false, true}) {
    Times times;
    const double cpu = CpuSeconds();
    const Clock::time_point begin = Clock::now();
    for (const BenchQuery& query : queries) {
      const Result<Took> took = AskOne(*archive, query, counts ? options.slow : 0);
      if (!took.ok()) return took.error();
      times[query.kind].push_back(*took);
    }
    if (counts) {
      PrintTimes("warm", times);
      fmt::print("\nAll of it {:.2f} s wall, {:.2f} s CPU; peak memory so far {:.0f} MB.\n",
                 Seconds(begin), CpuSeconds() - cpu, PeakMegabytes());
    }
  }
  return Done{};
}

// How many letters of a match are of each kind: of common words, which fit most letters, and of all letters.
Status AskCounts(const Options& options, const std::vector<BenchQuery>& queries) {
  Result<archive::Archive> archive =
      archive::Archive::Open(options.archive, archive::OpenMode::kReadOnly);
  if (!archive.ok()) return archive.error();
  std::vector<BenchQuery> asked;
  std::ranges::copy_if(queries, std::back_inserter(asked),
                       [](const BenchQuery& query) { return query.kind == "common words"; });
  asked.resize(std::min<size_t>(asked.size(), 20));
  asked.push_back({"all letters", ""});
  Times times;
  for (const BenchQuery& query : asked) {
    const Clock::time_point begin = Clock::now();
    const double cpu = CpuSeconds();
    const Result<archive::Counts> counts = archive::CountLetters(*archive, query.text);
    if (!counts.ok()) return counts.error();
    times[query.kind].push_back({Seconds(begin) * 1000, (CpuSeconds() - cpu) * 1000});
  }
  PrintTimes("counts", times);
  return Done{};
}

Status AskCold(const Options& options, const std::vector<BenchQuery>& queries) {
  Times times;
  // A step that has no part in common with the number of kinds meets all of them.
  for (size_t i = 0; i < std::min(options.cold, queries.size()); ++i) {
    const BenchQuery& query = queries[i * 7 % queries.size()];
    LetGo(options.archive);
    Result<archive::Archive> archive =
        archive::Archive::Open(options.archive, archive::OpenMode::kReadOnly);
    if (!archive.ok()) return archive.error();
    const Result<Took> took = AskOne(*archive, query, 0);
    if (!took.ok()) return took.error();
    times["cold: nothing of the archive in memory"].push_back(*took);
  }
  PrintTimes("cold", times);
  return Done{};
}

Status Run(const Options& options) {
  const Result<LetterMaker> maker = LetterMaker::Load(options.seed);
  if (!maker.ok()) return maker.error();
  const std::vector<BenchQuery> queries = QueryMix(*maker, options.letters, options.queries);
  if (options.print_queries) {
    for (const BenchQuery& query : queries) fmt::print("{}\t{}\n", query.kind, query.text);
    return Done{};
  }
  if (!options.texts.empty()) return WriteTexts(*maker, options);
  fmt::print("| what | {} letters |\n|---|---|\n", options.letters);
  if (!fs::exists(options.archive / "archive.db")) {
    Result<archive::Archive> archive =
        archive::Archive::Open(options.archive, archive::OpenMode::kCreate);
    if (!archive.ok()) return archive.error();
    if (Status status = Fill(*archive, *maker, options); !status.ok()) return status;
    if (Status status = PrintSizes(*archive); !status.ok()) return status;
  }
  if (options.index) {
    if (Status status = IndexAnew(options); !status.ok()) return status;
  }
  std::fflush(stdout);
  if (Status status = AskWarm(options, queries); !status.ok()) return status;
  const auto beginnings = BeginningsOfWords(*maker, options.letters, 50);
  if (Status status = AskWarm(options, beginnings); !status.ok()) return status;
  if (Status status = AskCounts(options, queries); !status.ok()) return status;
  return AskCold(options, queries);
}

}  // namespace
}  // namespace vanthu::bench

int main(int argc, char** argv) {
  vanthu::bench::Options options;
  CLI::App app("An archive of many made letters: storing, sizes, queries");
  app.add_option("--letters", options.letters, "how many");
  app.add_option("--seed", options.seed, "of the letters");
  app.add_option("--archive", options.archive, "its folder; made where it is not there");
  app.add_option("--texts", options.texts, "write the letters as text files into this folder");
  app.add_option("--queries", options.queries, "of the mix");
  app.add_option("--cold", options.cold, "queries that are asked cold");
  app.add_flag("--index", options.index, "make the index anew, alone");
  app.add_option("--slow", options.slow, "name warm queries that take more ms of CPU");
  app.add_flag("--print-queries", options.print_queries, "print the mix");
  CLI11_PARSE(app, argc, argv);
  if (options.archive.empty() && options.texts.empty() && !options.print_queries) {
    fmt::print(stderr, "one of --archive, --texts, --print-queries is needed\n");
    return 1;
  }
  if (const vanthu::Status ran = vanthu::bench::Run(options); !ran.ok()) {
    fmt::print(stderr, "{}\n", ran.error().Describe());
    return 2;
  }
  return 0;
}
