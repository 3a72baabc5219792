#include "pipeline/intake/html_dom.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace vanthu::intake {
namespace {

constexpr size_t kBlock = size_t{1} << 20;
constexpr size_t kAlignment = alignof(std::max_align_t);

std::string TextBelow(const GumboNode& node, int depth) {
  if (depth > kMaxHtmlDepth) return {};
  std::string text(TextOf(node));
  for (const GumboNode* child : ChildrenOf(node)) text += TextBelow(*child, depth + 1);
  return text;
}

bool HasBelow(const GumboNode& node, GumboTag tag, int depth) {
  if (depth > kMaxHtmlDepth) return false;
  for (const GumboNode* child : ChildrenOf(node)) {
    if (TagOf(*child) == tag || HasBelow(*child, tag, depth + 1)) return true;
  }
  return false;
}

// The first of a list of names, without its quotes.
std::string FirstName(std::string_view names) {
  constexpr std::string_view kAround = " \t\r\n\"'";
  names = names.substr(0, names.find(','));
  const size_t begin = names.find_first_not_of(kAround);
  if (begin == std::string_view::npos) return {};
  return std::string(names.substr(begin, names.find_last_not_of(kAround) + 1 - begin));
}

}  // namespace

void* Arena::Allocate(size_t size) {
  size = (std::max(size, size_t{1}) + kAlignment - 1) / kAlignment * kAlignment;
  if (size > left_) {
    const size_t block = std::max(size, kBlock);
    blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(block));
    next_ = blocks_.back().get();
    left_ = block;
  }
  void* memory = next_;
  next_ += size;
  left_ -= size;
  return memory;
}

HtmlTree::HtmlTree(std::string_view html) : arena_(std::make_unique<Arena>()) {
  GumboOptions options = kGumboDefaultOptions;
  options.userdata = arena_.get();
  options.allocator = [](void* arena, size_t size) {
    return static_cast<Arena*>(arena)->Allocate(size);
  };
  options.deallocator = [](void*, void*) {};
  options.max_errors = 0;
  output_ = gumbo_parse_with_options(&options, html.data(), html.size());
}

GumboTag TagOf(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT ? node.v.element.tag : GUMBO_TAG_UNKNOWN;
}

std::vector<const GumboNode*> ChildrenOf(const GumboNode& node) {
  std::vector<const GumboNode*> children;
  if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_DOCUMENT) return children;
  const GumboVector& vector =
      node.type == GUMBO_NODE_ELEMENT ? node.v.element.children : node.v.document.children;
  children.reserve(vector.length);
  for (unsigned int i = 0; i < vector.length; ++i) {
    children.push_back(static_cast<const GumboNode*>(vector.data[i]));
  }
  return children;
}

std::string_view TextOf(const GumboNode& node) {
  const bool text = node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
                    node.type == GUMBO_NODE_CDATA;
  return text ? std::string_view(node.v.text.text) : std::string_view();
}

std::string AllText(const GumboNode& node) { return TextBelow(node, 0); }

std::string Attribute(const GumboNode& node, const char* name) {
  if (node.type != GUMBO_NODE_ELEMENT) return {};
  const GumboAttribute* attribute = gumbo_get_attribute(&node.v.element.attributes, name);
  if (attribute == nullptr) return {};
  std::string value;
  for (const char* c = attribute->value; *c != '\0'; ++c) {
    const auto byte = static_cast<unsigned char>(*c);
    if (std::isspace(byte) == 0) value.push_back(static_cast<char>(std::tolower(byte)));
  }
  return value;
}

std::string FontInStyle(std::string_view style) {
  constexpr std::string_view kProperty = "font-family:";
  // Browsers wrote properties in capitals once.
  const auto same = [](char c, char wanted) { return c == wanted || (c | 0x20) == wanted; };
  const auto found =
      std::search(style.begin(), style.end(), kProperty.begin(), kProperty.end(), same);
  if (found == style.end()) return {};
  const auto at = static_cast<size_t>(found - style.begin());
  const std::string_view names = style.substr(at + kProperty.size());
  // "mso-fareast-font-family" is another property.
  if (at > 0 && style[at - 1] == '-') return FontInStyle(names);
  return FirstName(names.substr(0, names.find(';')));
}

std::string FontOf(const GumboNode& node) {
  if (node.type != GUMBO_NODE_ELEMENT) return {};
  const auto value = [&node](const char* name) -> std::string_view {
    const GumboAttribute* attribute = gumbo_get_attribute(&node.v.element.attributes, name);
    return attribute == nullptr ? std::string_view() : std::string_view(attribute->value);
  };
  std::string font = FontInStyle(value("style"));
  return font.empty() ? FirstName(value("face")) : font;
}

int NumberAttribute(const GumboNode& node, const char* name, int absent, int low, int high) {
  const std::string value = Attribute(node, name);
  int number = absent;
  const auto parsed = std::from_chars(value.data(), value.data() + value.size(), number);
  return parsed.ec == std::errc() ? std::clamp(number, low, high) : absent;
}

bool HasDescendant(const GumboNode& node, GumboTag tag) { return HasBelow(node, tag, 0); }

}  // namespace vanthu::intake
