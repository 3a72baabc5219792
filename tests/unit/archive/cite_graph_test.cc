#include "pipeline/archive/cite_graph.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/archive/citing_fixture.h"

namespace vanthu::archive {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class CiteGraphTest : public CitingFixture {
 protected:
  CiteGraph GraphOf(const std::string& asked, const CiteReach& reach = {}) {
    const auto documents = Cite(archive_, asked);
    if (!documents.ok()) throw std::runtime_error(documents.error().Describe());
    return *CiteGraphOf(archive_, *documents, reach);
  }

  static std::string Name(const CiteNode& node) {
    return node.number.value_or(node.title.value_or(node.raw)) + (node.letter ? "" : "!");
  }
  // "2/BC reply_to 1/BC 1": ! behind what is not in the archive, ? behind what is not certain.
  std::vector<std::string> Edges(const std::string& asked, const CiteReach& reach = {}) {
    const CiteGraph graph = GraphOf(asked, reach);
    std::vector<std::string> edges;
    for (const CiteEdge& edge : graph.edges) {
      edges.push_back(Name(graph.nodes[edge.from]) + " " + edge.role + " " +
                      Name(graph.nodes[edge.to]) + (edge.certain ? " " : "? ") +
                      (edge.way == CiteWay::kCitedBy ? "back " : "on ") +
                      std::to_string(edge.step));
    }
    return edges;
  }
};

TEST_F(CiteGraphTest, FollowsAChainBothWays) {
  const auto reply = [](const char* number) {
    return Cited{number, "", "", ReferenceRole::kReplyTo};
  };
  Put({.number = "1/CV", .date = "2021-01-01"}, {reply("9/CV-BNG")});
  Put({.number = "2/CV", .date = "2021-02-01"}, {reply("1/CV")});
  Put({.number = "3/CV", .date = "2021-03-01"}, {reply("2/CV")});
  Put({.number = "4/CV", .date = "2021-04-01"}, {reply("3/CV")});
  Put({.number = "5/CV", .date = "2021-05-01"}, {reply("9/CV-BNG")});  // a sibling: no part of it
  EXPECT_THAT(Edges("2/CV"),
              ElementsAre("3/CV reply_to 2/CV back 1", "2/CV reply_to 1/CV on 1",
                          "4/CV reply_to 3/CV back 2", "1/CV reply_to 9/CV-BNG! on 2"));
  EXPECT_THAT(Edges("2/CV", {.depth = 1}),
              ElementsAre("3/CV reply_to 2/CV back 1", "2/CV reply_to 1/CV on 1"));
  EXPECT_THAT(Edges("9/CV-BNG", {.depth = 2}),
              ElementsAre("1/CV reply_to 9/CV-BNG! back 1", "5/CV reply_to 9/CV-BNG! back 1",
                          "2/CV reply_to 1/CV back 2"));
}

TEST_F(CiteGraphTest, CyclesComeToAnEnd) {
  // Without dates nothing says which is the older.
  Put({.number = "1/CV"}, {{"2/CV"}});
  Put({.number = "2/CV"}, {{"3/CV"}});
  Put({.number = "3/CV"}, {{"1/CV"}, {"1/CV"}});
  EXPECT_THAT(
      Edges("1/CV", {.depth = 20}),
      ElementsAre("3/CV cites 1/CV back 1", "1/CV cites 2/CV on 1", "2/CV cites 3/CV back 2"));
}

TEST_F(CiteGraphTest, WhatIsMissingIsOneNode) {
  Put({.number = "1/CV", .date = "2021-01-01"},
      {{"12/QĐ", "2019-05-05"}, {.title = "Luật Đầu tư"}, {.title = "Luật Đất đai"}});
  Put({.number = "2/CV", .date = "2021-02-01"},
      {{"1/CV"}, {"12/QĐ"}, {"12/QĐ", "2020-06-06"}, {.title = "Luật đầu tư"}});
  const CiteGraph graph = GraphOf("2/CV");
  std::vector<std::string> names;
  for (const CiteNode& node : graph.nodes) {
    names.push_back(Name(node) + " " + node.issue_date.value_or("-"));
  }
  EXPECT_THAT(names, ElementsAre("2/CV 2021-02-01", "1/CV 2021-01-01", "12/QĐ! 2020-06-06",
                                 "Luật đầu tư! -", "12/QĐ! 2019-05-05", "Luật Đất đai! -"));
  EXPECT_TRUE(graph.nodes.front().asked);
  EXPECT_FALSE(graph.cut);
}

TEST_F(CiteGraphTest, CandidatesAreNotCertain) {
  Put({.number = "7/KH", .date = "2020-01-01"});
  Put({.number = "7/KH", .date = "2021-01-01"});
  Put({.number = "1/CV", .date = "2021-05-01"}, {{"7/KH"}});
  EXPECT_THAT(Edges("1/CV"), ElementsAre("1/CV cites 7/KH? on 1", "1/CV cites 7/KH? on 1"));
  EXPECT_THAT(Edges("1"), ElementsAre("1/CV cites 7/KH? back 1"));
}

TEST_F(CiteGraphTest, TooManyAreCut) {
  Put({.number = "1/CV", .date = "2021-01-01"});
  for (int i = 2; i < 10; ++i) {
    Put({.number = std::to_string(i) + "/CV", .date = "2021-02-01"}, {{"1/CV"}});
  }
  const CiteGraph graph = GraphOf("1/CV", {.depth = 1, .most_nodes = 4});
  EXPECT_EQ(graph.nodes.size(), 4);
  EXPECT_EQ(graph.edges.size(), 3);
  EXPECT_TRUE(graph.cut);
  EXPECT_FALSE(GraphOf("1/CV", {.depth = 1, .most_nodes = 9}).cut);
}

TEST_F(CiteGraphTest, AsJson) {
  Put({.number = "1/CV", .date = "2021-01-01", .subject = "Việc"}, {{.title = "Luật Đầu tư"}});
  const nlohmann::ordered_json json = ToJson(GraphOf("1/CV"));
  EXPECT_EQ(json["nodes"][0]["letter_id"], 1);
  EXPECT_EQ(json["nodes"][0]["subject"], "Việc");
  EXPECT_EQ(json["nodes"][0]["asked"], true);
  EXPECT_EQ(json["nodes"][1]["status"], "not_in_archive");
  EXPECT_EQ(json["nodes"][1]["title"], "Luật Đầu tư");
  EXPECT_EQ(json["edges"][0]["from"], 0);
  EXPECT_EQ(json["edges"][0]["to"], 1);
  EXPECT_EQ(json["edges"][0]["relation"], "cites");
  EXPECT_EQ(json["cut"], false);
}

}  // namespace
}  // namespace vanthu::archive
