// Differential: over text without accents and capitals, a search with accents as typed and one in every
// spelling find the same. The first line of the input is the query, the rest the text.
#include <algorithm>
#include <string>

#include "pipeline/archive/compile.h"
#include "pipeline/archive/query.h"
#include "pipeline/archive/sqlite.h"
#include "tests/fuzz/fuzz.h"
#include "tests/unit/intake/fixtures.h"

namespace {

using namespace vanthu;

// Small ASCII letters, digits and a few marks, whatever the byte.
std::string Plain(std::string_view bytes) {
  static constexpr std::string_view kSigns =
      "abcdefghijklmnopqrstuvwxyz0123456789aeiouy dht nc   \n\"-*()/.,:";
  std::string text;
  for (const char c : bytes) text.push_back(kSigns[static_cast<uint8_t>(c) % kSigns.size()]);
  return text;
}

class Index {
 public:
  Index() : db_(*archive::Database::Open(folder_.path() / "index.db", archive::Access::kCreate)) {
    fuzz::Check(db_.Execute("CREATE VIRTUAL TABLE t USING fts5(text, tokenize = 'vanthu')").ok(),
                "an index can be made");
  }
  void Set(const std::string& text) {
    fuzz::Check(db_.Execute("DELETE FROM t").ok(), "the index can be emptied");
    Result<archive::Statement> insert = db_.Prepare("INSERT INTO t VALUES (?)");
    fuzz::Check(insert.ok() && insert->With(text).Run().ok(), "a text can be indexed");
  }
  bool Finds(const std::string& expression) {
    Result<archive::Statement> find = db_.Prepare("SELECT rowid FROM t WHERE t MATCH ?");
    fuzz::Check(find.ok(), "the index can be asked");
    const Result<bool> found = find->With(expression).Step();
    fuzz::Check(found.ok(), "an expression is one of FTS5");
    return *found;
  }

 private:
  intake::TempFolder folder_;
  archive::Database db_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static Index index;
  const std::string_view bytes = fuzz::Text(data, std::min<size_t>(size, 4096));
  const size_t end = std::min(bytes.find('\n'), bytes.size());
  index.Set(Plain(bytes.substr(std::min(end + 1, bytes.size()))));
  const archive::Query query = archive::ParseQuery(Plain(bytes.substr(0, end)));
  for (const archive::Alternative& alternative : query.alternatives) {
    const auto match = [&](archive::Level level) {
      return archive::Compile(alternative, level, archive::HitKind::kWords).match;
    };
    const std::string exact = match(archive::Level::kExact);
    const std::string folded = match(archive::Level::kFolded);
    fuzz::Check(exact.empty() == folded.empty(), "words are looked for at every level");
    if (exact.empty()) continue;
    fuzz::Check(index.Finds(exact) == index.Finds(folded), "exact and folded search agree");
  }
  return 0;
}
