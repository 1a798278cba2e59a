-- What articles were known by before, so that what is imported again is known again. It is looked at only where no article is
-- known by the same now: what is, wins.
--
-- Of an article that is there: its source with the external id, and with the text, that a person's correction took from it; of
-- each the first, as later ones are a person's, and no input has them. The service writes them, as only it knows whether a person
-- or an import wrote (io.khabar.article.FormerIdentities).
--
-- Of an article that was deleted: all that it was known by, for the feeds that are followed and still list it. Triggers write and
-- end them. They see each deletion, also one by hand or of many, and cost no round trip; and what is stored again, by whatever
-- way, is forgotten here by the same transaction. TRUNCATE is not seen.
create table former_identity (
    -- SHA-256 of its kind, its source where it is of one, and its value (io.khabar.article.Identity).
    identity   bytea       not null,
    kind       text        not null,
    -- No foreign key: the row outlives the article.
    article_id uuid        not null,
    -- When the article was deleted; null while it is there.
    deleted_at timestamptz,
    -- When a feed that is followed listed it last, to the day, or when it was deleted.
    met_at     timestamptz,
    -- Of several articles the last one that had it.
    constraint former_identity_identity_pk primary key (identity),
    constraint former_identity_identity_check check (length(identity) = 32),
    constraint former_identity_kind_check check (kind in ('url', 'externalId', 'text')),
    constraint former_identity_deleted_at_met_at_check check (num_nulls(deleted_at, met_at) in (0, 2))
);
create index former_identity_article_id_idx on former_identity (article_id);
create index former_identity_met_at_idx on former_identity (met_at) where met_at is not null;

-- What its article was known by before goes with it. What another one that is there was known by before stays that one's.
create function remember_deleted_article() returns trigger language plpgsql as $$
begin
    insert into former_identity (identity, kind, article_id, deleted_at, met_at)
    select distinct on (i.identity) i.identity, i.kind, i.article_id, now(), now()
    from (
        select sha256(convert_to(k.kind || ' ' || k.value, 'UTF8')), k.kind, w.id
        from written w cross join lateral (values
            ('url', w.url_canonical),
            ('externalId', w.source_id::text || ' ' || w.external_id),
            ('text', w.source_id::text || ' ' || encode(w.text_hash, 'hex'))) k (kind, value)
        where k.value is not null
        union all
        select f.identity, f.kind, f.article_id from former_identity f
        where f.article_id = any(array(select w.id from written w)) and f.deleted_at is null) i (identity, kind, article_id)
    order by i.identity, i.article_id
    on conflict (identity) do update
        set article_id = excluded.article_id, deleted_at = excluded.deleted_at, met_at = excluded.met_at
        where former_identity.deleted_at is not null or former_identity.article_id = excluded.article_id;
    return null;
end
$$;
create trigger article_deleted_remembered after delete on article referencing old table as written
    for each statement execute function remember_deleted_article();

-- All of a deletion goes with the first thing of it that is there again. A text tells that only of an article that has nothing
-- else: agencies repeat themselves.
create function forget_deleted_article() returns trigger language plpgsql as $$
begin
    if exists (select from former_identity f where f.met_at is not null) then
        delete from former_identity where deleted_at is not null and article_id = any(array(
            select w.id from written w
            union all
            select f.article_id from former_identity f where f.deleted_at is not null and f.identity = any(array(
                select sha256(convert_to(k.value, 'UTF8'))
                from written w cross join lateral (values
                    ('url ' || w.url_canonical),
                    ('externalId ' || w.source_id::text || ' ' || w.external_id),
                    (case when num_nulls(w.url_canonical, w.external_id) = 2
                        then 'text ' || w.source_id::text || ' ' || encode(w.text_hash, 'hex') end)) k (value)
                where k.value is not null))));
    end if;
    return null;
end
$$;
create trigger article_created_forgotten after insert on article referencing new table as written
    for each statement execute function forget_deleted_article();
