# It takes what comes while it runs, and SIGTERM ends it.
mkdir inbox
vanthu watch inbox --settle 0.1 --interval 0.1 --done done 2> messages &
cp "$LETTERS/bao-cao.txt" inbox
for i in $(seq 200); do [ -e done/bao-cao.txt ] && break; sleep 0.1; done
kill -TERM $!
wait $!
echo $?
ls inbox done
cat messages >&2
