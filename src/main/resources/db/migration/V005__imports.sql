-- What imports need to know of articles.

alter table article
    -- SHA-256 of the body in NFC with each run of white space as one space (article.TextHash): a raw text that has
    -- neither address nor id is known by it, within its source. Null where a bulk load wrote past the service.
    add column text_hash bytea,
    -- Fields besides language and directions that are derived from the text where nobody gives them: what a raw import
    -- left open. `null` gives them back to derivation.
    add column derivable text[] not null default '{}',
    add constraint article_text_hash_check check (length(text_hash) = 32);

-- Nothing that clients see changes, so that it is no change to follow.
alter table article disable trigger article_updated;
update article set text_hash = sha256(convert_to(
    btrim(regexp_replace(normalize(body, nfc), '[ \t\n\v\f\r]+', ' ', 'g')), 'UTF8'));
alter table article enable trigger article_updated;

-- Not unique: that two articles have one text is no fault, agencies repeat themselves.
create index article_source_id_text_hash_idx on article (source_id, text_hash);

-- Answers to requests with an Idempotency-Key, for a day.
create table idempotency_key (
    operation     text        not null,
    key           text        not null,
    -- What was asked; null until an import has read all of its input.
    request_hash  bytea,
    -- While a request runs, nobody else may run it; whoever dies gives it back with time.
    claimed_until timestamptz not null,
    status        integer,
    media_type    text,
    location      text,
    etag          text,
    body          bytea,
    created_at    timestamptz not null,
    constraint idempotency_key_operation_key_pk primary key (operation, key),
    constraint idempotency_key_key_check check (length(key) between 1 and 255),
    constraint idempotency_key_status_request_hash_check check (status is null or request_hash is not null)
);
create index idempotency_key_created_at_idx on idempotency_key (created_at);
