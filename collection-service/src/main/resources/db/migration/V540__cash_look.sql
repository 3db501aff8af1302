-- Who looked at what the three have put on an entry, or at the scan of a ledger: an access to personal data a person, paper and day.
create table cash_look (
    paper_id   uuid not null,       -- the entry's or the ledger's
    by_whom    text not null,
    department text not null,
    area       text not null,
    seen_on    date not null,
    primary key (paper_id, by_whom, seen_on)
);
grant select, insert on cash_look to ${app};
