# Workbooks are read back.
target_link_libraries(vanthu_test_export PRIVATE PkgConfig::ARCHIVE PkgConfig::PUGIXML)
