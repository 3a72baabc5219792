#include "pipeline/archive/cite_graph.h"

#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace vanthu::archive {
namespace {

using nlohmann::ordered_json;

class Walker {
 public:
  Walker(Archive& archive, const CiteReach& reach) : archive_(archive), reach_(reach) {}

  Result<CiteGraph> Run(std::span<const CitedDocument> documents) {
    std::vector<size_t> asked;
    for (const CitedDocument& document : documents) asked.push_back(AddAsked(document));
    std::vector<size_t> back, forth;
    for (size_t i = 0; i < documents.size(); ++i) {
      TakeCiting(documents[i].cited_by, asked[i], 1, back);
      TakeCited(documents[i].cites, asked[i], 1, forth);
    }
    if (Status walked = Walk(CiteWay::kCitedBy, asked, std::move(back)); !walked.ok()) {
      return walked.error();
    }
    if (Status walked = Walk(CiteWay::kCites, asked, std::move(forth)); !walked.ok()) {
      return walked.error();
    }
    return std::move(graph_);
  }

 private:
  // Breadth first, so that each document is met by the shortest way.
  Status Walk(CiteWay way, const std::vector<size_t>& asked, std::vector<size_t> now) {
    std::set<size_t> seen(asked.begin(), asked.end());
    for (int step = 2; step <= reach_.depth && !now.empty(); ++step) {
      std::vector<size_t> next;
      for (const size_t at : now) {
        if (!seen.insert(at).second || !graph_.nodes[at].letter) continue;
        if (Status status = Expand(way, at, step, next); !status.ok()) return status;
      }
      now = std::move(next);
    }
    return Done{};
  }

  Status Expand(CiteWay way, size_t at, int step, std::vector<size_t>& next) {
    const LetterHead letter = *graph_.nodes[at].letter;
    if (way == CiteWay::kCitedBy) {
      const Result<std::vector<CitedBy>> citing = CitingLetters(archive_, letter);
      if (!citing.ok()) return citing.error();
      TakeCiting(*citing, at, step, next);
    } else {
      const Result<std::vector<ResolvedCitation>> cited = CitationsOf(archive_, letter.id);
      if (!cited.ok()) return cited.error();
      TakeCited(*cited, at, step, next);
    }
    return Done{};
  }

  void TakeCiting(const std::vector<CitedBy>& citing, size_t to, int step,
                  std::vector<size_t>& next) {
    for (const CitedBy& by : citing) {
      const std::optional<size_t> from = AddLetter(by.letter);
      if (!from) return;
      next.push_back(*from);
      AddEdge({*from, to, by.citation.role, by.citation.page, by.certain, CiteWay::kCitedBy, step});
    }
  }

  void TakeCited(const std::vector<ResolvedCitation>& cited, size_t from, int step,
                 std::vector<size_t>& next) {
    for (const ResolvedCitation& one : cited) {
      const auto add = [&](std::optional<size_t> to, bool certain) {
        if (!to) return;
        next.push_back(*to);
        AddEdge({from, *to, one.citation.role, one.citation.page, certain, CiteWay::kCites, step});
      };
      if (one.letter) {
        add(AddLetter(*one.letter), true);
      } else if (one.candidates.empty()) {
        add(AddAbsent(one.citation), true);
      }
      for (const LetterHead& candidate : one.candidates) add(AddLetter(candidate), false);
    }
  }

  size_t AddAsked(const CitedDocument& document) {
    if (document.letter) {
      const size_t at = Place(*document.letter);
      graph_.nodes[at].asked = true;
      return at;
    }
    CiteNode node;
    node.number = document.number;
    node.title = document.title;
    node.doc_type = document.doc_type;
    node.issue_date = document.issue_date;
    node.issuer = document.issuer;
    node.asked = true;
    graph_.nodes.push_back(std::move(node));
    if (!document.cited_by.empty()) {
      absent_[CitationKey(document.cited_by.front().citation)].push_back(graph_.nodes.size() - 1);
    }
    return graph_.nodes.size() - 1;
  }

  bool IsFull() {
    if (graph_.nodes.size() < reach_.most_nodes) return false;
    graph_.cut = true;
    return true;
  }

  // Its place; none where there is no room for more.
  std::optional<size_t> AddLetter(const LetterHead& letter) {
    if (!letters_.contains(letter.id) && IsFull()) return std::nullopt;
    return Place(letter);
  }

  size_t Place(const LetterHead& letter) {
    const auto [at, is_new] = letters_.emplace(letter.id, graph_.nodes.size());
    if (!is_new) return at->second;
    CiteNode node;
    node.letter = letter;
    node.number = letter.number;
    node.doc_type = letter.doc_type;
    node.issue_date = letter.issue_date;
    node.issuer = letter.issuer;
    node.subject = letter.subject;
    graph_.nodes.push_back(std::move(node));
    return at->second;
  }

  std::optional<size_t> AddAbsent(const Citation& cited) {
    std::vector<size_t>& known = absent_[CitationKey(cited)];
    for (const size_t place : known) {
      CiteNode& node = graph_.nodes[place];
      if (!MayBeSameDocument(node.issue_date, node.issuer, cited)) continue;
      // What one citation leaves out another one says; from then on it tells documents apart.
      if (cited.date && cited.date->size() > node.issue_date.value_or("").size()) {
        node.issue_date = cited.date;
      }
      if (!node.issuer) node.issuer = cited.issuer;
      return place;
    }
    if (IsFull()) return std::nullopt;
    CiteNode node;
    node.number = cited.number;
    node.title = cited.title;
    node.doc_type = cited.type;
    node.issue_date = cited.date;
    node.issuer = cited.issuer;
    node.raw = cited.raw;
    known.push_back(graph_.nodes.size());
    graph_.nodes.push_back(std::move(node));
    return known.back();
  }

  // What cites a document twice in one role says so once.
  void AddEdge(CiteEdge edge) {
    if (edges_.emplace(edge.from, edge.to, edge.role).second) {
      graph_.edges.push_back(std::move(edge));
    }
  }

  Archive& archive_;
  CiteReach reach_;
  CiteGraph graph_;
  std::map<int64_t, size_t> letters_;  // places by id
  std::map<std::string, std::vector<size_t>>
      absent_;  // places of what is not in the archive, by key
  std::set<std::tuple<size_t, size_t, std::string>> edges_;
};

}  // namespace

Result<CiteGraph> CiteGraphOf(Archive& archive, std::span<const CitedDocument> documents,
                              const CiteReach& reach) {
  return Walker(archive, reach).Run(documents);
}

ordered_json ToJson(const CiteGraph& graph) {
  ordered_json nodes = ordered_json::array(), edges = ordered_json::array();
  for (const CiteNode& node : graph.nodes) {
    nodes.push_back({{"letter_id", node.letter ? ordered_json(node.letter->id) : ordered_json()},
                     {"number", OrNull(node.number)},
                     {"title", OrNull(node.title)},
                     {"doc_type", OrNull(node.doc_type)},
                     {"issue_date", OrNull(node.issue_date)},
                     {"issuer", OrNull(node.issuer)},
                     {"subject", OrNull(node.subject)},
                     {"raw", node.raw.empty() ? ordered_json() : ordered_json(node.raw)},
                     {"status", node.letter ? "in_archive" : "not_in_archive"},
                     {"asked", node.asked}});
  }
  for (const CiteEdge& edge : graph.edges) {
    edges.push_back({{"from", edge.from},
                     {"to", edge.to},
                     {"role", edge.role},
                     {"page", edge.page},
                     {"certain", edge.certain},
                     {"relation", edge.way == CiteWay::kCitedBy ? "cited_by" : "cites"},
                     {"step", edge.step}});
  }
  return {{"nodes", std::move(nodes)}, {"edges", std::move(edges)}, {"cut", graph.cut}};
}

}  // namespace vanthu::archive
