# The same letter as Word file and as signed PDF is one letter with two files.
letter="$LETTERS/../../../corpus/letters/01-cv-ubnd-binh-dinh.letter"
"$(dirname "$(command -v vanthu)")/corpus/corpus_print" --out . --forms docx,pdf "$letter" > /dev/null 2>&1
vanthu import docx/*.docx
vanthu import pdf/*.pdf
vanthu search --format csv '3187 ubnd kt' | cut -d, -f1,2
vanthu search --format csv 'rà soát' | cut -d, -f1,2
vanthu show 1 | grep '^source\|^other'
vanthu show 1 --format json | python3 -c '
import json, sys
print([f["name"] for f in json.load(sys.stdin)["other_files"]])'
vanthu show 1 --original out.pdf --other
cmp pdf/*.pdf out.pdf
vanthu import pdf/*.pdf
vanthu rescans --format csv
