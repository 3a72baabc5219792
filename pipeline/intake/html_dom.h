// gumbo behind values: parsing with all memory in one arena, and what the walker asks of a node.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::intake {

// Memory that is given back all at once. gumbo frees its tree by recursion, which a deeply nested
// file would turn into a stack overflow; with the arena the tree is never walked to be freed.
class Arena {
 public:
  void* Allocate(size_t size);

 private:
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  size_t left_ = 0;
  std::byte* next_ = nullptr;
};

// A parsed page. Nodes are valid as long as it lives.
class HtmlTree {
 public:
  explicit HtmlTree(std::string_view html);  // html outlives the tree
  const GumboNode* root() const { return output_->root; }

 private:
  std::unique_ptr<Arena> arena_;
  GumboOutput* output_;  // lives in the arena
};

// GUMBO_TAG_UNKNOWN for what is no element.
GumboTag TagOf(const GumboNode& node);
std::vector<const GumboNode*> ChildrenOf(const GumboNode& node);
// Text of a text node, empty for others. Valid as long as the tree.
std::string_view TextOf(const GumboNode& node);
// All text below a node, to a depth that no real page passes.
std::string AllText(const GumboNode& node);

// Lower case, without blanks; empty where there is no such attribute.
std::string Attribute(const GumboNode& node, const char* name);
// The font that the node asks for itself, by face="…" or in its style: the first of a list, as it is
// spelled; empty where it asks for none.
std::string FontOf(const GumboNode& node);
// The same in the text of a style ("font-size:13pt;font-family:\".VnTime\",serif").
std::string FontInStyle(std::string_view style);
// Whole number of an attribute within [low, high], `absent` where there is none.
int NumberAttribute(const GumboNode& node, const char* name, int absent, int low, int high);
bool HasDescendant(const GumboNode& node, GumboTag tag);

// Nesting beyond this is not followed: browsers stop at 512.
inline constexpr int kMaxHtmlDepth = 500;

}  // namespace vanthu::intake
