# Flags over the environment over the user's file.
mkdir -p .config/vanthu
echo 'archive = "from-file"' > .config/vanthu/config.toml
vanthu search a
VANTHU_ARCHIVE=from-environment vanthu search a
VANTHU_ARCHIVE=from-environment vanthu search --archive from-flag a
echo 'jobs = "many"' > .config/vanthu/config.toml
vanthu search a
echo $?
echo 'jobs = = 2' > .config/vanthu/config.toml
vanthu search a
echo $?
echo 'jobz = 2' > .config/vanthu/config.toml
vanthu --version
VANTHU_LANG=fr vanthu --version
echo $?
