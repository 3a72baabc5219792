# Extractors read segmented letters: the tests make theirs with segment.
target_link_libraries(vanthu_test_extractors PRIVATE vanthu_segment)
