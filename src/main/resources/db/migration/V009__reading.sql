-- How the text of an article is read for dates where its import said so, so that it is read in the same way when
-- `published` or the text changes. Null for what is usual: days begin as in the zone of the source, and which of several
-- days is meant depends on the expression.
alter table article
    add column mention_zone text,
    add column mention_bias text,
    add constraint article_mention_bias_check check (mention_bias in ('past', 'future', 'nearest'));
