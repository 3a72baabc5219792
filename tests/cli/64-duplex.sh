# The fronts of a stack, then its backs as it was turned over.
printf 'mot\fba\fnam\fsau\fbon\fhai\n' > stacks.txt
vanthu extract --duplex --format text stacks.txt | tr '\f' '|'
printf 'mot\fba\fhai\n' > odd.txt
vanthu extract --duplex --format text odd.txt | tr '\f' '|'
vanthu extract --duplex odd.txt | grep -o 'odd_stacks'
vanthu import -q --duplex stacks.txt
vanthu show 1 --format text | tr '\f' '|'
vanthu reextract
