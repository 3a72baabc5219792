// How the report of an import looks. Included by import_page.cc alone.
#pragma once

namespace vanthu::exporting {

inline constexpr const char* kImportPageStyle = R"css(
:root{--ink:#1c2530;--soft:#5d6b7a;--line:#d9dfe5;--paper:#fff;--ground:#f3f5f7;
--good:#1d7a4f;--part:#9a6700;--bad:#b3261e;--mark:#2459a8}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);
font:15px/1.5 "Segoe UI","Noto Sans","DejaVu Sans",Arial,sans-serif}
main{max-width:1080px;margin:0 auto;padding:32px 24px 64px}
h1{font-size:26px;margin:0 0 4px}
h2{font-size:18px;margin:36px 0 10px}
p{margin:4px 0}
.soft{color:var(--soft)}
.tiles{display:flex;flex-wrap:wrap;gap:12px;margin:22px 0 8px}
.tile{flex:1 1 130px;background:var(--paper);border:1px solid var(--line);border-radius:8px;
border-top:4px solid var(--soft);padding:12px 14px}
.tile b{display:block;font-size:26px;line-height:1.2}
.tile.good{border-top-color:var(--good)}
.tile.part{border-top-color:var(--part)}
.tile.bad{border-top-color:var(--bad)}
.tile.mark{border-top-color:var(--mark)}
table{width:100%;border-collapse:collapse;background:var(--paper);border:1px solid var(--line)}
th,td{padding:7px 10px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
th{background:#eef1f4;font-size:13px}
td.number,th.number{text-align:right;white-space:nowrap}
td.file{overflow-wrap:anywhere;min-width:180px}
ul{margin:0;padding-left:18px}
.bar{display:flex;height:10px;border-radius:5px;overflow:hidden;background:var(--line);margin:8px 0}
.bar i{display:block}
.bar .good{background:var(--good)}.bar .part{background:var(--part)}
.bar .skip{background:#9aa6b2}.bar .bad{background:var(--bad)}
@media print{body{background:#fff}main{max-width:none;padding:0}tr{break-inside:avoid}}
)css";

}  // namespace vanthu::exporting
