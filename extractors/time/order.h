// Who is to do what: the clause of an order before its deadline. "Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính rà soát
// 12 trạm y tế, báo cáo UBND tỉnh" orders "Sở Y tế" to "rà soát 12 trạm y tế, báo cáo UBND tỉnh".
// Tables: task_verbs.tsv, actors.tsv.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace vanthu::extractors {

struct Bytes {
  size_t begin = 0, end = 0;
  bool empty() const { return begin >= end; }
};

struct Order {
  Bytes actor;         // empty where the clause names nobody
  Bytes task;          // from its verb; empty where nothing is ordered ("Hoàn thành")
  bool past = false;   // "đã gửi": it tells what was done
  bool verb = false;   // the task opens with a verb of the table
  bool plain = false;  // the clause opens with a short name, and its verb follows
  bool noun = false;  // "Văn bản gửi về Sở …": it opens with what is handed over, and names nobody
  bool blank = false;  // nothing but words of the deadline: "Hoàn thành", "Thời hạn"
};

// The order in bytes [begin, end) of a text, the clause up to where the deadline's words begin.
Order OrderIn(std::string_view text, size_t begin, size_t end);

// Who is addressed by a lead or a heading: "Giao Sở Y tế chủ trì:", "Trách nhiệm của Công an tỉnh", "Sở Y tế".
Bytes ActorIn(std::string_view text);

}  // namespace vanthu::extractors
