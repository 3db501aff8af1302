-- Who can use no other channel than cash, as the township found out.
create table cash_payer (
    person_key text primary key,
    township   text not null,
    village    text not null,
    reason     text not null,
    by_whom    text not null,
    listed_on  date not null
);

-- The cash ledger (《现金征缴登记台账》). Receipt numbers are given by the service, township by township, without gaps.
create table cash_entry (
    entry_id   uuid primary key,
    receipt_no text not null unique,
    township   text not null,
    village    text not null,
    sequence   integer not null check (sequence > 0),
    claim_no   bigint not null references claim,
    person_key text not null references cash_payer,
    insurance  text not null,
    tier       bigint,
    amount     bigint not null check (amount > 0),
    collector  text not null,
    head       text not null,           -- party secretary or team leader, as who the third signed
    taken_on   date not null,
    state      text not null check (state in ('HELD', 'SETTLED', 'RETURNED')),
    settled_on date,
    paid       bigint,
    channel    text,
    voucher    text,
    payment_id uuid,
    unique (township, sequence),
    unique (channel, voucher),
    check ((state = 'HELD') = (settled_on is null)),
    check ((state = 'SETTLED') = (payment_id is not null))
);
-- no second entry for a claim while money for it is held
create unique index cash_entry_one_held on cash_entry (claim_no) where state = 'HELD';
create index cash_entry_village on cash_entry (village, taken_on);

-- What the three have put on the entry: a signature and a fingerprint each.
create table cash_mark (
    entry_id uuid not null references cash_entry,
    role     text not null check (role in ('PAYER', 'COLLECTOR', 'HEAD')),
    kind     text not null check (kind in ('SIGNATURE', 'FINGERPRINT')),
    type     text not null,
    digest   text not null,
    image    bytea not null,
    primary key (entry_id, role, kind)
);

create table cash_ledger (
    ledger_id   uuid primary key,
    township    text not null unique,
    entries     integer not null,
    total       bigint not null,
    type        text not null,
    digest      text not null,
    scan        bytea not null,
    original_at text not null,
    filed_on    date not null
);

grant select, insert on cash_payer, cash_mark, cash_ledger to ${app};
grant select, insert, update on cash_entry to ${app};
