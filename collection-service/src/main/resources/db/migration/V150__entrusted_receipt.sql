-- Receipts that collectors of villages gave for cash: how long each was held, and so how much at once. A receipt that was
-- handed in again is the first one.
create table entrusted_receipt (
    receipt_no    text primary key,
    remittance_id uuid not null references remittance,
    village       text not null,
    agent         text not null,
    received_on   date not null,
    remitted_on   date not null check (remitted_on >= received_on),
    amount        bigint not null
);
create index entrusted_receipt_agent on entrusted_receipt (village, agent, remitted_on);
grant select, insert on entrusted_receipt to ${app};
