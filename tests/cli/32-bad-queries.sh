# Queries that nobody can answer get a sentence, in both languages.
vanthu import -q "$LETTERS"
for language in en vi; do
  for query in '""' 'OR NEAR' 'nam:1999' 'nam:abc' 'dioxin' "$(printf 'a%.0s ' $(seq 300))"; do
    vanthu search --lang $language --format json "$query"
  done
  vanthu search --lang $language --format json --offset 40 'ngày'
done
