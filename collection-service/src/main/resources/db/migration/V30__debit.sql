-- Agreements of payer and bank (两两协议). A person has at most one that a debit may use.
create table debit_agreement (
    agreement_no text not null,         -- the bank's own number
    bank         text not null,
    id_number    text not null,
    account_name text not null,
    account      text not null,
    state        text not null check (state in ('SIGNED', 'TO_RENEW', 'VOIDED', 'REPLACED')),
    signed_on    date not null,
    listed_on    date,                  -- by the township, as to be signed anew
    renew_reason text,
    voided_on    date,
    primary key (bank, agreement_no)
);
create unique index debit_agreement_one_valid on debit_agreement (id_number) where state in ('SIGNED', 'TO_RENEW');
create index debit_agreement_person on debit_agreement (id_number);

-- What a township returned for its payable roster: who can be debited, and how much was agreed with whom.
create table debit_list (
    list_id        uuid primary key,
    township       text not null,
    fee_year       integer not null,
    returned_on    date not null,
    claims         integer not null,
    debitable      integer not null,
    total          bigint not null,
    categories     text not null,       -- the note on the categories of people
    signed_by      text not null,
    digest         text not null,
    state          text not null check (state in ('RETURNED', 'SUPERSEDED', 'AMOUNTS_SET')),
    amounts_set_on date,
    check ((state = 'AMOUNTS_SET') = (amounts_set_on is not null))
);
create unique index debit_list_current on debit_list (township, fee_year) where state <> 'SUPERSEDED';

create table debit_list_row (
    list_id    uuid not null references debit_list,
    claim_no   bigint not null references claim,
    amount     bigint not null check (amount >= 0),
    tier       bigint,
    debitable  boolean not null,
    reason     text,                    -- why not
    primary key (list_id, claim_no),
    check (debitable = (reason is null))
);
create index debit_list_row_claim on debit_list_row (claim_no);

-- The amount that may be debited for a claim. A change is a further row; the last one holds.
create table debit_amount (
    amount_no bigint generated always as identity primary key,
    claim_no  bigint not null references claim,
    list_id   uuid not null references debit_list,
    amount    bigint not null check (amount > 0),
    tier      bigint,
    set_on    date not null,
    change_id uuid,                     -- of the application that changed it
    reason    text
);
create index debit_amount_claim on debit_amount (claim_no, amount_no desc);

-- One file to one bank on one day.
create table debit_batch (
    batch_no  bigint generated always as identity primary key,
    bank      text not null,
    debit_on  date not null,
    lines     integer not null,
    total     bigint not null check (total > 0),
    answer_by date not null,
    unique (bank, debit_on)
);

create table debit_line (
    batch_no     bigint not null references debit_batch,
    line_no      integer not null,
    claim_no     bigint not null references claim,
    township     text not null,
    amount       bigint not null check (amount > 0),
    tier         bigint,
    agreement_no text not null,
    account      text not null,
    account_name text not null,
    state        text not null check (state in ('SENT', 'UNKNOWN', 'STOPPING', 'PAID', 'FAILED', 'STOPPED')),
    result       text,                  -- a DebitResult
    bank_code    text,
    answered_on  date,
    voucher      text,
    asked        integer not null default 0,
    listed_on    date,                  -- told to the township as failed
    primary key (batch_no, line_no),
    check (result is null or (state = 'PAID') = (result = 'OK'))
);
-- 100 % of lines end; while one is open, no other is sent for its claim
create unique index debit_line_one_open on debit_line (claim_no) where state in ('SENT', 'UNKNOWN', 'STOPPING');
create index debit_line_claim on debit_line (claim_no, batch_no desc);
create index debit_line_unlisted on debit_line (township) where state in ('FAILED', 'STOPPED') and listed_on is null;

-- What the village did about a failed debit.
create table debit_contact (
    contact_no bigint generated always as identity primary key,
    claim_no   bigint not null references claim,
    outcome    text not null,
    note       text,
    next_on    date,
    by_whom    text not null,
    made_on    date not null
);
create index debit_contact_claim on debit_contact (claim_no);

create table debit_guidance (
    claim_no  bigint primary key references claim,
    township  text not null,
    reason    text not null,
    listed_on date not null
);

grant select, insert, update on debit_agreement, debit_list, debit_line to ${app};
grant select, insert on debit_list_row, debit_amount, debit_batch, debit_contact, debit_guidance to ${app};
