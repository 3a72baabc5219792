// Lays a letter out on pages: heads and feet in two columns, justified paragraphs, tables that run
// over pages, footnotes on the page of their mark, page numbers by the letter's layout.
#pragma once

#include <vector>

#include "letter.h"
#include "page.h"
#include "type_setter.h"

namespace vanthu::corpus {

// The pages in order, at least one. `setter` decides whether hand-filled text is typed or left open
// and must outlive nothing: the pages hold what they need of it.
std::vector<Page> LayOut(const Letter& letter, const TypeSetter& setter);

}  // namespace vanthu::corpus
