# A plan says how many files of each kind, which are in, and how long it would take; the same as a report.
mkdir in
cp "$LETTERS"/*.txt in
: > in/empty
vanthu import -j 2 --dry-run in > /dev/null
vanthu import -q in/cong-van.txt
vanthu import --dry-run --format csv --report plan.json in 2> messages | cut -d, -f1,2
grep -v 'would take' messages >&2
grep -c 'would take about 0:00:0. with .* at once, judged by 1 files read before' messages
python3 - <<'P'
import json
plan = json.load(open("plan.json"))
print(plan["dry_run"], plan["status"], plan["files"], plan["estimate"]["measured_files"])
print([(k["media_type"], k["files"], k["skipped"]) for k in plan["kinds"]])
P
vanthu import --dry-run --report plan.txt in
echo $?
