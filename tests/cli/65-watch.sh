# An inbox is emptied: what is in the archive goes to done, what failed to failed with its reason beside it.
mkdir -p inbox/2021
cp "$LETTERS/cong-van.txt" inbox/2021
cp "$LETTERS/bao-cao.txt" inbox
: > inbox/empty.pdf
printf x > inbox/~\$cong-van.docx
printf x > inbox/half.pdf.part
printf x > inbox/.hidden
printf x > inbox/old.bak
vanthu watch inbox --once --settle 0.2 --interval 0.1 --ignore '*.bak'
echo $?
find inbox -type f | sort
grep -v Time 'inbox/failed/empty.pdf.reason.txt'
# The same letter again is in already.
cp "$LETTERS/bao-cao.txt" inbox
vanthu watch inbox --once --settle 0 --interval 0.1 --ignore '*.bak'
find inbox -name 'bao-cao*' | sort
vanthu watch nowhere
echo $?
