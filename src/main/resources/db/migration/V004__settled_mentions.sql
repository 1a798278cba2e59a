-- The places in an article's text ([{"text", "start"}], code points) whose derived dates a person deleted or made given:
-- they are not derived again. Few or none, and read only when the article is written, so they need no table of their own.
alter table article add column settled_mentions jsonb not null default '[]';
