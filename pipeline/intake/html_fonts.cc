#include "pipeline/intake/html_fonts.h"

#include <algorithm>
#include <vector>

#include "models/text/fold.h"
#include "pipeline/intake/blanks.h"
#include "pipeline/intake/html_dom.h"

namespace vanthu::intake {
namespace {

std::string WithoutComments(std::string_view sheet) {
  std::string out;
  while (!sheet.empty()) {
    const size_t begin = sheet.find("/*");
    out += sheet.substr(0, begin);
    if (begin == std::string_view::npos) break;
    const size_t end = sheet.find("*/", begin + 2);
    sheet.remove_prefix(end == std::string_view::npos ? sheet.size() : end + 2);
  }
  return out;
}

}  // namespace

HtmlFonts::HtmlFonts(const GumboNode& root) { Collect(root, 0); }

void HtmlFonts::Collect(const GumboNode& node, int depth) {
  if (depth > kMaxHtmlDepth) return;
  if (TagOf(node) == GUMBO_TAG_STYLE) return AddRules(WithoutComments(AllText(node)));
  for (const GumboNode* child : ChildrenOf(node)) Collect(*child, depth + 1);
}

void HtmlFonts::AddRules(std::string_view sheet) {
  for (size_t open = 0; (open = sheet.find('{')) != std::string_view::npos;) {
    const size_t close = std::min(sheet.find('}', open), sheet.size());
    const std::string font = FontInStyle(sheet.substr(open + 1, close - open - 1));
    std::string_view selectors = sheet.substr(0, open);
    // Comment marks of HTML stand round a sheet that old browsers were not to show.
    if (const size_t mark = selectors.rfind("<!--"); mark != std::string_view::npos)
      selectors.remove_prefix(mark + 4);
    while (!font.empty() && !selectors.empty()) {
      const size_t comma = std::min(selectors.find(','), selectors.size());
      fonts_[Lower(Trimmed(selectors.substr(0, comma)))] = font;
      selectors.remove_prefix(std::min(comma + 1, selectors.size()));
    }
    sheet.remove_prefix(std::min(close + 1, sheet.size()));
  }
}

std::string HtmlFonts::Of(const GumboNode& node) const {
  std::string own = FontOf(node);
  if (!own.empty() || fonts_.empty()) return own;
  const std::string tag = gumbo_normalized_tagname(TagOf(node));
  const std::string name = Attribute(node, "class");
  std::vector<std::string> selectors;
  if (!name.empty()) selectors = {tag + "." + name, "." + name};
  selectors.push_back(tag);
  for (const std::string& selector : selectors) {
    if (const auto found = fonts_.find(selector); !selector.empty() && found != fonts_.end())
      return found->second;
  }
  return {};
}

}  // namespace vanthu::intake
