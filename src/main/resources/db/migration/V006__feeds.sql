-- Feeds that are followed. What a person writes is here; what becomes of it in `feed_state`, so that a fetch changes no
-- version and locks no row that an editor writes.
--
-- No triggers of the change log: addresses of feeds may hold tokens, so that feeds are read with a key, the log without.
create table feed (
    id               uuid        not null,
    url              text        not null,
    -- One feed is followed once, however its address is written.
    url_canonical    text        not null,
    -- Null: the feed's title and page say who it is, as with imports.
    source_id        uuid,
    language         text,
    section          text,
    -- Null: between 5 minutes and a day, as new articles come.
    interval_minutes integer,
    enabled          boolean     not null,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    version          bigint      not null,
    constraint feed_id_pk primary key (id),
    constraint feed_url_canonical_key unique (url_canonical),
    constraint feed_source_id_fk foreign key (source_id) references source (id),
    constraint feed_url_check check (length(url) <= 2048),
    constraint feed_section_check check (length(section) <= 100),
    constraint feed_interval_minutes_check check (interval_minutes between 5 and 10080),
    constraint feed_version_check check (version > 0)
);
create index feed_created_at_id_idx on feed (created_at, id);
create index feed_source_id_idx on feed (source_id);

create table feed_state (
    feed_id          uuid        not null,
    -- Where it has moved for good; null where it is at its own address.
    moved_to         text,
    -- Of the address that is asked: at most some feeds of one host are fetched at a time.
    host             text        not null,
    -- What the server said of the last version that was read.
    etag             text,
    last_modified    text,
    -- How long until the next fetch, before what chance adds.
    interval_seconds integer     not null,
    next_fetch_at    timestamptz not null,
    last_fetch_at    timestamptz,
    last_status      integer,
    error_code       text,
    error_detail     text,
    fetches          bigint      not null default 0,
    not_modified     bigint      not null default 0,
    failures         bigint      not null default 0,
    -- Since the last fetch that went well.
    failures_in_row  integer     not null default 0,
    created          bigint      not null default 0,
    existing         bigint      not null default 0,
    rejected         bigint      not null default 0,
    -- Who fetches it now, and until when nobody else may: whoever dies gives it back with time.
    lease            uuid,
    leased_until     timestamptz,
    constraint feed_state_feed_id_pk primary key (feed_id),
    constraint feed_state_feed_id_fk foreign key (feed_id) references feed (id) on delete cascade,
    constraint feed_state_lease_check check ((lease is null) = (leased_until is null)),
    constraint feed_state_error_check check ((error_code is null) = (error_detail is null))
);
create index feed_state_next_fetch_at_idx on feed_state (next_fetch_at);
create index feed_state_leased_until_idx on feed_state (leased_until) where leased_until is not null;
