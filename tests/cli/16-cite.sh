# What cites what, over letters that are in the archive and documents that are not.
vanthu import -q "$LETTERS"
vanthu import -q "$LETTERS/../plans/ke-hoach.txt"
vanthu cite 35/KH-UBND
vanthu cite --lang vi 35 kh-ubnd
vanthu cite 1523/BNG-CNV --format csv | tr -d '\r'
vanthu cite 'cv 1523/2021' --format json | python3 -c '
import json, sys
for document in json.load(sys.stdin):
    print(document["number"], document["status"], document["letter_id"])
    for by in document["cited_by"]:
        print("cited by", by["letter_id"], by["number"], by["role"], by["page"], by["certain"])'
vanthu show 2 | grep ^cites
vanthu show 2 --format json | python3 -c '
import json, sys
for cited in json.load(sys.stdin)["references"]:
    print(cited["number"], cited["status"], cited["letter_id"], cited["candidates"])'
# By the letter's own id, several steps, and counted by year.
vanthu cite 2
vanthu cite 2 --depth 3
vanthu cite 12-NQ/TU --depth 3 --format csv | tr -d '\r'
vanthu cite 12-NQ/TU --depth 3 --format json | python3 -c '
import json, sys
for document in json.load(sys.stdin):
    print(document["by_year"])
    graph = document["graph"]
    for edge in graph["edges"]:
        print(graph["nodes"][edge["from"]]["number"], edge["role"], graph["nodes"][edge["to"]]["number"], edge["step"])'
vanthu cite 35/KH-UBND --sum year
vanthu cite 99/UBND
vanthu cite --format json 99/UBND
vanthu cite "Luật Đất đai"
vanthu cite báo cáo
echo $?
