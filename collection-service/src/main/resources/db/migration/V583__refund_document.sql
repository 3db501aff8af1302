-- What proves a request for a refund, as it was handed in: the copy that tax keeps. The request names it by its digest.
create table refund_document (
    case_id    uuid not null references refund_case,
    digest     text not null,       -- SHA-256 of the content
    type       text not null check (type in ('application/pdf', 'image/jpeg', 'image/png')),
    content    bytea not null,
    department text not null,       -- who handed it in
    by_whom    text not null,
    held_since date not null,
    primary key (case_id, digest)
);

-- Who looked at one: an access to personal data a person, document and day.
create table refund_look (
    case_id    uuid not null,
    digest     text not null,
    by_whom    text not null,
    department text not null,
    area       text not null,
    seen_on    date not null,
    primary key (case_id, digest, by_whom, seen_on),
    foreign key (case_id, digest) references refund_document
);
grant select, insert on refund_document, refund_look to ${app};
