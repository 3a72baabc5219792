# One text as it is; several each begin after a form feed.
vanthu extract --format text "$LETTERS/cong-van.txt"
echo ==
vanthu extract --format text -q "$LETTERS/cong-van.txt" "$LETTERS/bao-cao.txt" > both
vanthu extract --format text "$LETTERS/cong-van.txt" > one
vanthu extract --format text "$LETTERS/bao-cao.txt" > two
(cat one; printf '\f'; cat two) | cmp - both && echo same
