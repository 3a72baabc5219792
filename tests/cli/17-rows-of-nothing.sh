# An archive without such rows gives empty lists; a wrong question is said to be wrong.
vanthu import -q "$LETTERS/bao-cao.txt"
vanthu delegations --format json
vanthu delegations --sum country --format json
vanthu conferences --format jsonl
vanthu conferences --format csv | tr -d '\r'
vanthu figures --unit LAK --sum year --format csv | tr -d '\r'
vanthu partners --year 1999
vanthu deadlines --from 1/1/2030 --to 2031
vanthu reconcile 1 --format json
for question in 'delegations --country Atlantis' 'delegations --direction up' 'delegations --sum head' \
    'figures --unit đấu' 'figures --min 1,5' 'partners --kind friend' 'partners --country XX' \
    'deadlines --from hôm_nay' 'conferences --year x'; do
  vanthu $question
  echo "$question: $?"
done
vanthu reconcile 99
echo $?
