# The tests write their own files: helpers, and the libraries that the helpers use.
target_sources(vanthu_test_intake PRIVATE ${folder}/fixtures.cc ${folder}/pdf_fixture.cc)
target_link_libraries(vanthu_test_intake PRIVATE PkgConfig::QPDF PkgConfig::ARCHIVE PkgConfig::LEPTONICA)
vanthu_tell_folders(${folder}/fixtures.cc)
