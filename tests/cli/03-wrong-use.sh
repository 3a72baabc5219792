# Each is wrong use: status 1, nothing on stdout.
for words in "nonsense" "extract" "extract --format xls a.txt" "extract --format pdf a.txt" "search" "import --mode all a" \
    "--lang fr help" "show twelve" "extract -j 0 a.txt" "import --bad a" "help nonsense"; do
  vanthu $words
  echo "$words: $?"
done
