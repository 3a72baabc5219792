# Says what would be done, and does nothing.
mkdir -p letters/.hidden letters/deep/er
cp "$LETTERS"/*.txt letters/deep/er
cp letters/deep/er/bao-cao.txt letters/same.txt
cp letters/same.txt letters/.hidden/unseen.txt
: > letters/empty
ln -s /etc/hostname letters/out-of-here
ln -s none letters/nowhere
vanthu import -j 2 --dry-run letters
echo $?
ls
