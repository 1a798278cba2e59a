-- An entry of a B-tree has room for 2,704 octets, and an address of 2,048 Chinese letters has 18,000 in canonical form: a hash
-- of it is unique instead. Whoever makes two addresses of one hash keeps himself from storing the second.
alter table article drop constraint article_url_canonical_key;
create unique index article_url_canonical_key on article (md5(url_canonical));
alter table feed drop constraint feed_url_canonical_key;
create unique index feed_url_canonical_key on feed (md5(url_canonical));
