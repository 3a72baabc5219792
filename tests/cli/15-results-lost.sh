# A result that cannot be written is an error.
vanthu extract "$LETTERS/cong-van.txt" > /dev/full
echo $?
