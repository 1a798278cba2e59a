-- Who may write. A key is kept as the SHA-256 digest of all of it: who reads this table cannot use one.
create table api_key (
    id         uuid        not null,
    name       text        not null,
    hash       bytea       not null,
    role       text        not null,
    -- Where it comes from: 'configured' ones are replaced when the setting changes.
    origin     text        not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    -- Kept when revoked: an audit can still say whose it was, and the first start stays the first.
    revoked_at timestamptz,
    constraint api_key_id_pk primary key (id),
    constraint api_key_hash_key unique (hash),
    constraint api_key_name_check check (length(name) between 1 and 200),
    constraint api_key_hash_check check (length(hash) = 32),
    constraint api_key_role_check check (role in ('reader', 'editor', 'admin')),
    constraint api_key_origin_check check (origin in ('configured', 'generated', 'issued'))
);
