-- Sources, articles and the dates that articles carry.
--
-- Time: `timestamptz` holds microseconds. A partial date is kept as written (`…_value`) beside the instants that bound
-- it (`…_earliest` inclusive, `…_latest` exclusive; civil dates are bounded as in UTC), which queries compare.
-- Sort keys are never null: what has no date sorts as '-infinity', so that one row comparison pages through everything.
-- Text is at most as long as the contract allows; length() counts code points in a UTF-8 database.

create extension if not exists pg_trgm;

create table source (
    id          uuid        not null,
    key         text        not null,
    name        text        not null,
    homepage    text,
    country     text,
    languages   text[]      not null default '{}',
    kind        text,
    time_zone   text,
    description text,
    aliases     text[]      not null default '{}',
    -- ICU collation key of the name: the order of `sort=name`, the same on every server.
    name_sort   bytea       not null,
    -- The name folded (case, width, Arabic letter forms): how a name found in a text is looked up.
    name_folded text        not null,
    -- Folded name, key and aliases, each word after a space: what `q` is compared with.
    search_text text        not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    version     bigint      not null,
    constraint source_id_pk primary key (id),
    constraint source_key_key unique (key),
    constraint source_key_check check (key ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    constraint source_name_check check (length(name) between 1 and 200),
    constraint source_country_check check (country ~ '^[A-Z]{2}$'),
    constraint source_kind_check
        check (kind in ('agency', 'newspaper', 'broadcaster', 'magazine', 'website', 'government', 'other')),
    constraint source_version_check check (version > 0)
);
create index source_name_sort_id_idx on source (name_sort, id);
create index source_created_at_id_idx on source (created_at, id);
create index source_country_idx on source (country);
create index source_name_folded_idx on source (name_folded);
create index source_search_text_idx on source using gin (search_text gin_trgm_ops);

-- Keys and aliases are unique together, which one index on one table cannot say: each stands here once.
-- `handle` is the folded form (case, width, Arabic letter forms), so that one publisher is not filed twice.
create table source_handle (
    handle    text not null,
    source_id uuid not null,
    constraint source_handle_handle_pk primary key (handle),
    constraint source_handle_source_id_fk foreign key (source_id) references source (id) on delete cascade
);
create index source_handle_source_id_idx on source_handle (source_id);

create table article (
    id                 uuid        not null,
    source_id          uuid        not null,
    url                text,
    -- The url in its canonical form: the identity of an article on the web.
    url_canonical      text,
    external_id        text,
    title              text,
    title_direction    text,
    lead               text,
    body               text        not null,
    language           text,
    -- The first subtag of language, lower case: what a filter by language starts from.
    language_primary   text generated always as (split_part(language, '-', 1)) stored,
    direction          text,
    authors            jsonb       not null default '[]',
    author_names       text[]      not null default '{}',
    section            text,
    keywords           text[]      not null default '{}',
    image              jsonb,
    rights             text,
    published_value    text,
    published_earliest timestamptz,
    published_latest   timestamptz,
    published_sort     timestamptz generated always as (coalesce(published_earliest, '-infinity')) stored,
    modified_value     text,
    modified_earliest  timestamptz,
    modified_latest    timestamptz,
    -- Names of the fields whose values were derived, not given.
    derived            text[]      not null default '{}',
    word_count         integer     not null,
    reading_minutes    integer     not null,
    created_at         timestamptz not null,
    updated_at         timestamptz not null,
    version            bigint      not null,
    constraint article_id_pk primary key (id),
    constraint article_source_id_fk foreign key (source_id) references source (id),
    constraint article_url_canonical_key unique (url_canonical),
    constraint article_source_id_external_id_key unique (source_id, external_id),
    constraint article_body_check check (length(body) between 1 and 1000000),
    constraint article_title_check check (length(title) between 1 and 500),
    constraint article_lead_check check (length(lead) between 1 and 2000),
    constraint article_url_check check (length(url) between 1 and 2048),
    constraint article_external_id_check check (length(external_id) between 1 and 500),
    constraint article_direction_check check (direction in ('ltr', 'rtl')),
    constraint article_title_direction_check check (title_direction in ('ltr', 'rtl')),
    constraint article_word_count_check check (word_count >= 0),
    constraint article_reading_minutes_check check (reading_minutes >= 0),
    constraint article_published_check
        check (num_nulls(published_value, published_earliest, published_latest) in (0, 3)
               and published_earliest < published_latest),
    constraint article_modified_check
        check (num_nulls(modified_value, modified_earliest, modified_latest) in (0, 3)
               and modified_earliest < modified_latest),
    constraint article_version_check check (version > 0)
);
create index article_published_sort_id_idx on article (published_sort, id);
create index article_created_at_id_idx on article (created_at, id);
create index article_updated_at_id_idx on article (updated_at, id);
create index article_source_id_published_sort_id_idx on article (source_id, published_sort, id);
create index article_language_primary_published_sort_id_idx on article (language_primary, published_sort, id);
create index article_section_published_sort_id_idx on article (section, published_sort, id);
create index article_keywords_idx on article using gin (keywords);
create index article_author_names_idx on article using gin (author_names);

create table article_date (
    id            uuid        not null,
    article_id    uuid        not null,
    role          text        not null,
    -- Null while a relative expression waits for the article's published date.
    value         text,
    precision     text,
    earliest      timestamptz,
    latest        timestamptz,
    earliest_sort timestamptz generated always as (coalesce(earliest, '-infinity')) stored,
    text          text,
    start_offset  integer,
    end_offset    integer,
    origin        text        not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    version       bigint      not null,
    constraint article_date_id_pk primary key (id),
    constraint article_date_article_id_fk foreign key (article_id) references article (id) on delete cascade,
    constraint article_date_role_check check (role in ('published', 'modified', 'mentioned')),
    constraint article_date_precision_check check (precision in ('year', 'month', 'day', 'instant', 'interval')),
    constraint article_date_origin_check check (origin in ('given', 'derived')),
    constraint article_date_value_precision_check check (num_nulls(value, precision) in (0, 2)),
    constraint article_date_value_text_check check (value is not null or text is not null and role = 'mentioned'),
    constraint article_date_earliest_latest_check check (earliest < latest),
    constraint article_date_start_offset_end_offset_check
        check (num_nulls(start_offset, end_offset) in (0, 2) and start_offset >= 0 and start_offset < end_offset),
    constraint article_date_version_check check (version > 0)
);
create unique index article_date_article_id_role_key on article_date (article_id, role) where role <> 'mentioned';
create index article_date_article_id_idx on article_date (article_id);
create index article_date_earliest_sort_id_idx on article_date (earliest_sort, id);
-- Which dates overlap a period: an open end of an interval is an unbounded range.
create index article_date_span_idx on article_date using gist (tstzrange(earliest, latest)) where value is not null;
