-- A filter by `modified` else reads every article in the order of the list until a page is full. What was never modified has no
-- entry.
create index article_modified_earliest_idx on article (modified_earliest) where modified_value is not null;
