-- Which articles are copies of others: written by one process at a time, which follows the change log
-- (io.khabar.duplicate).

-- Copies of one story. Its members are those of article_fingerprint, two at least.
create table duplicate_group (
    id        uuid    not null,
    -- The earliest of them, which all others are shown to be duplicates of.
    leader_id uuid    not null,
    articles  integer not null,
    constraint duplicate_group_id_pk primary key (id),
    -- Two groups may change their leaders with each other.
    constraint duplicate_group_leader_id_key unique (leader_id) deferrable initially deferred,
    constraint duplicate_group_articles_check check (articles > 1)
);

-- What is known of each article's text. A row outlives its article until the log is read so far: no foreign key.
create table article_fingerprint (
    article_id uuid    not null,
    -- Null where there is no copy.
    group_id   uuid,
    -- Seniority: published first, then created, then id; without a published date last. Microseconds since 1970.
    published  bigint,
    created    bigint  not null,
    -- Of the words that are compared: another hash is another text.
    text_hash  bigint  not null,
    -- Which other texts may be alike: those that have one of these. Null for all but the earliest of a group, so that
    -- 100,000 copies of one text are one candidate.
    bands      integer[],
    constraint article_fingerprint_article_id_pk primary key (article_id)
);
-- Without a list of pending entries, which every search would have to read.
create index article_fingerprint_bands_idx on article_fingerprint using gin (bands) with (fastupdate = off);
create index article_fingerprint_group_id_published_created_article_id_idx
    on article_fingerprint (group_id, published, created, article_id) where group_id is not null;

-- How far the log is followed, and who does it: whoever holds this row locked. One row.
create table duplicate_progress (
    one         boolean not null default true,
    -- The place in the log; null before the first reading of all articles.
    transaction bigint,
    number      bigint,
    -- While all articles are read: the last one that was; null afterwards.
    scanned     uuid,
    constraint duplicate_progress_one_pk primary key (one),
    constraint duplicate_progress_one_check check (one),
    constraint duplicate_progress_transaction_number_check check (num_nulls(transaction, number) in (0, 2))
);
insert into duplicate_progress default values;

-- The group of which the article is a copy that is not the earliest; null for all others, so that most rows are never
-- written for it. No foreign key: articles would be searched whenever a group ends.
alter table article add column duplicate_group_id uuid;
create index article_duplicates_published_sort_id_idx on article (published_sort, id) where duplicate_group_id is not null;
create index article_duplicates_created_at_id_idx on article (created_at, id) where duplicate_group_id is not null;
create index article_duplicates_updated_at_id_idx on article (updated_at, id) where duplicate_group_id is not null;
