# The fronts of a stack, then its backs as it was turned over; a blank back is left out.
python3 "$LETTERS/../pages.py" stacks.pdf mot ba nam '' bon hai
python3 "$LETTERS/../pages.py" odd.pdf mot ba hai
vanthu extract --format text stacks.pdf | tr '\f\n' '| '
echo
vanthu extract --duplex --format text stacks.pdf | tr '\f\n' '| '
echo
vanthu extract --duplex --format text odd.pdf | tr '\f\n' '| '
echo
vanthu extract --duplex odd.pdf | grep -o 'odd_stacks'
vanthu import -q --duplex stacks.pdf
vanthu show 1 --format text | tr '\f\n' '| '
echo
vanthu reextract
