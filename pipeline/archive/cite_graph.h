// The documents that hang together by citing: from those that were asked for to what they cite, what
// that cites and so on, and the other way to what cites them. Reads the archive, changes nothing.
//
// The two ways do not mix: what else cites a law that the document cites is no part of it. A document is
// there once, however many ways lead to it, so that letters that cite each other come to an end.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/core/result.h"
#include "pipeline/archive/citing.h"

namespace vanthu::archive {

struct CiteNode {
  std::optional<LetterHead> letter;  // none: not in the archive, what follows is as it is cited
  std::optional<std::string> number, title, doc_type, issue_date, issuer, subject;
  std::string raw;     // of a document without number and title: how it is cited
  bool asked = false;  // one of those that were asked for
};

enum class CiteWay { kCitedBy, kCites };

// A letter (`from`) cites a document (`to`), in one role.
struct CiteEdge {
  size_t from = 0, to = 0;  // places among the nodes
  std::string role;
  int page = 0;
  bool certain = true;  // false: `to` is one of several that it may be
  CiteWay way = CiteWay::kCites;
  int step = 1;  // from what was asked for, from 1
};

struct CiteGraph {
  std::vector<CiteNode> nodes;  // those that were asked for first
  std::vector<CiteEdge> edges;  // nearest first; a letter that cites twice in one role once
  bool cut = false;             // there is more than `most_nodes`
};

struct CiteReach {
  int depth = 3;  // steps, at least 1
  size_t most_nodes = 2000;
};

Result<CiteGraph> CiteGraphOf(Archive& archive, std::span<const CitedDocument> documents,
                              const CiteReach& reach);

// {nodes: [{letter_id, number, title, doc_type, issue_date, issuer, subject, raw, status, asked}],
//  edges: [{from, to, role, page, certain, relation, step}], cut}
nlohmann::ordered_json ToJson(const CiteGraph& graph);

}  // namespace vanthu::archive
