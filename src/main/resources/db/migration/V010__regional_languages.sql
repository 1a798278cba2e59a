-- Articles in the language of a region or in a script of its own, such as ar-SY. Where few are, a filter by one would else read
-- all that are in Arabic, or the whole table. What is plain `ar`, as most are, has no entry here and costs no write.
create index article_language_idx on article (language text_pattern_ops) where language <> language_primary;
