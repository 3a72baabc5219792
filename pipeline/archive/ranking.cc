#include "pipeline/archive/ranking.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <vector>

#include "pipeline/archive/fts5_api.h"

namespace vanthu::archive {
namespace {

// By column of letter_fts: body, number, subject, issuer, signer, partners, head, facets. A step must be larger than
// what repetition (< 1) and neighbours (half the weight) can add to the step below.
constexpr std::array<double, 8> kWeights = {1, 16, 8, 3, 3, 3, 3, 0};

// Rows after which a word counts as common. Counting them all costs as much as the query itself;
// beyond some hundreds the weight of a word hardly changes.
constexpr int64_t kCommon = 1000;

struct PhraseWeights {
  std::vector<double> rarity;
  std::vector<int> sizes;  // tokens of each phrase
};

int CountRow(const Fts5ExtensionApi*, Fts5Context*, void* count) {
  auto& rows = *static_cast<int64_t*>(count);
  return ++rows < kCommon ? SQLITE_OK : SQLITE_DONE;
}

// Once a query; null and a result code where FTS5 fails.
struct WeightsOrError {
  const PhraseWeights* weights = nullptr;
  int result = SQLITE_OK;
};

WeightsOrError WeightsOf(const Fts5ExtensionApi* api, Fts5Context* context) {
  if (const void* known = api->xGetAuxdata(context, 0)) {
    return {static_cast<const PhraseWeights*>(known), SQLITE_OK};
  }
  auto weights = std::make_unique<PhraseWeights>();
  sqlite3_int64 total = 0;
  if (const int result = api->xRowCount(context, &total); result != SQLITE_OK) {
    return {nullptr, result};
  }
  const int phrases = api->xPhraseCount(context);
  for (int i = 0; i < phrases; ++i) {
    int64_t rows = 0;
    const int result = api->xQueryPhrase(context, i, &rows, CountRow);
    if (result != SQLITE_OK) return {nullptr, result};
    const double absent = static_cast<double>(std::max<sqlite3_int64>(total - rows, 0));
    weights->rarity.push_back(std::log(1 + (absent + 0.5) / (static_cast<double>(rows) + 0.5)));
    weights->sizes.push_back(api->xPhraseSize(context, i));
  }
  const PhraseWeights* kept = weights.get();
  const int result = api->xSetAuxdata(context, weights.release(),
                                      [](void* data) { delete static_cast<PhraseWeights*>(data); });
  return {result == SQLITE_OK ? kept : nullptr, result};
}

struct PhraseHits {
  double weight = 0;  // of the best column
  int count = 0;
  double beside = 0;  // weight of the best column in which the phrase follows its neighbour
};

void Rank(const Fts5ExtensionApi* api, Fts5Context* context, sqlite3_context* out, int,
          sqlite3_value**) {
  const WeightsOrError found = WeightsOf(api, context);
  if (found.weights == nullptr) return sqlite3_result_error_code(out, found.result);
  const PhraseWeights& weights = *found.weights;
  int instances = 0;
  int result = api->xInstCount(context, &instances);
  std::vector<PhraseHits> hits(weights.rarity.size());
  int last_phrase = -1, last_column = -1, last_end = -1;
  for (int i = 0; i < instances && result == SQLITE_OK; ++i) {
    int phrase = 0, column = 0, offset = 0;
    result = api->xInst(context, i, &phrase, &column, &offset);
    if (result != SQLITE_OK) break;
    const double weight = kWeights[static_cast<size_t>(column)];
    // That a letter is of a rare issuer or type says nothing of how well it fits.
    if (weight == 0) continue;
    PhraseHits& hit = hits[static_cast<size_t>(phrase)];
    hit.weight = std::max(hit.weight, weight);
    ++hit.count;
    if (phrase == last_phrase + 1 && column == last_column && offset == last_end) {
      hit.beside = std::max(hit.beside, weight);
    }
    last_phrase = phrase;
    last_column = column;
    last_end = offset + weights.sizes[static_cast<size_t>(phrase)];
  }
  if (result != SQLITE_OK) return sqlite3_result_error_code(out, result);
  double score = 0;
  for (size_t i = 0; i < hits.size(); ++i) {
    const double count = hits[i].count;
    score += weights.rarity[i] * (hits[i].weight + count / (count + 2) + hits[i].beside / 2);
  }
  sqlite3_result_double(out, std::round(score * 8) / 8);
}

}  // namespace

Status RegisterRanking(sqlite3* db) {
  const Result<fts5_api*> api = Fts5ApiOf(db);
  if (!api.ok()) return api.error();
  if ((*api)->xCreateFunction(*api, "vanthu_rank", nullptr, Rank, nullptr) != SQLITE_OK) {
    return Error{ErrorCode::kInternal, "the ranking function could not be registered", "", 0};
  }
  return Done{};
}

}  // namespace vanthu::archive
