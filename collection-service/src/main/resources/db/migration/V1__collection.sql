-- In which order rosters were accepted: a payable roster counts those up to its mark.
create sequence roster_acceptance as integer;

-- Rosters as the agencies deliver them. The row appears with the first line or the header, whichever comes first.
create table roster (
    roster_no   integer generated always as identity primary key,
    roster_id   text not null unique,
    state       text not null default 'ARRIVING' check (state in ('ARRIVING', 'ACCEPTED', 'REFUSED')),
    -- the tally of the lines really taken in, kept in the transaction that takes them in: the sums of LineDigest
    lines_in    integer not null default 0,
    total_in    bigint not null default 0,
    lane_0      bigint not null default 0,
    lane_1      bigint not null default 0,
    lane_2      bigint not null default 0,
    lane_3      bigint not null default 0,
    kinds       text not null default '',   -- insurance/fee year of its lines; one, unless something is wrong
    -- what the sealed header says; null until it arrives
    insurance   text check (insurance in ('PENSION', 'MEDICAL')),
    fee_year    integer,
    area        text,
    revision    integer,
    lines       integer,
    total       bigint,
    digest      text,
    sealed_by   text,
    waits_since date,                   -- for the lines still missing, from the agency
    waits_until date,
    decided_on  date,
    reason      text,
    accepted_order integer unique,
    check ((state = 'ACCEPTED') = (accepted_order is not null)),
    check (state <> 'ACCEPTED' or (lines_in = lines and total_in = total))
);

-- One line of a roster. It is a claim from the moment its roster is accepted, so that accepting a million lines is one
-- row. No foreign key to roster: it would cost as much as the load, and lines enter only under the lock of their roster.
create table claim (
    claim_no     bigint primary key,    -- roster_no * 2^32 + number of the line: the business key of the stream
    roster_no    integer not null,
    person_key   text not null,
    id_number    text not null,
    name         text not null,
    township     text not null,
    village      text not null,
    insurance    text not null check (insurance in ('PENSION', 'MEDICAL')),
    fee_year     integer not null,
    birth        date not null,
    sex          text not null,
    statuses     text not null,         -- CATEGORY/from/until, comma separated
    roster_due   bigint not null check (roster_due >= 0),
    -- the standing, the only columns that change
    state        text not null default 'OPEN' check (state in ('OPEN', 'PARTLY_PAID', 'PAID')),
    due          bigint not null,
    tier         bigint,                -- null until the resident has chosen
    paid_self    bigint not null default 0 check (paid_self >= 0),
    paid_proxy   bigint not null default 0 check (paid_proxy >= 0),
    paid_sponsor bigint not null default 0 check (paid_sponsor >= 0),
    constraint nobody_pays_more_than_due check (paid_self + paid_proxy + paid_sponsor <= due),
    constraint state_follows_the_money check (state = case
        when paid_self + paid_proxy + paid_sponsor = 0 then 'OPEN'
        when paid_self + paid_proxy + paid_sponsor < due then 'PARTLY_PAID'
        else 'PAID' end)
) with (fillfactor = 90);
create unique index claim_person on claim (person_key, roster_no);
create index claim_id_number on claim (id_number);

-- Changes of status handed over in mid-campaign. What holds on a day is the line's statuses with these laid over them.
create table identity_change (
    change_no   bigint generated always as identity primary key,
    person_key  text not null,
    category    text not null,
    valid_from  date,
    valid_until date,
    changed_on  date not null
);
create index identity_change_person on identity_change (person_key);

-- The business date whose takings are still open. Whoever takes money holds the day shared, closing it holds it alone.
create table collecting_day (
    only_row boolean primary key default true check (only_row),
    date     date not null
);
-- Holds the day shared to the end of the transaction. One call, so that the date is read after the lock was granted.
create function join_collecting_day() returns date language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(82, 1);
    return (select date from collecting_day);
end $$;

-- Money that arrived: paid for a claim, or more than was owed.
create table payment (
    payment_id     uuid primary key,
    claim_no       bigint not null references claim,
    person_key     text not null,
    insurance      text not null,
    fee_year       integer not null,
    outcome        text not null check (outcome in ('PAID', 'SURPLUS')),
    amount         bigint not null check (amount > 0),
    due            bigint not null,
    paid_in_all    bigint not null,
    tier           bigint,
    payer          text not null check (payer in ('SELF', 'PROXY', 'SPONSOR')),
    funder         text,
    channel        text not null,
    voucher        text not null,
    township       text not null,
    village        text not null,
    paid_on        date not null,
    reason         text,                -- why it is a surplus
    remittance_id  uuid,
    -- the assessment that justified the amount
    clause         text not null,
    inputs         jsonb not null,
    policy_version text not null,
    unique (channel, voucher)
);
create index payment_day on payment (paid_on);
create index payment_surplus on payment (payment_id) where outcome = 'SURPLUS';

create table refund (
    refund_id  uuid primary key,
    payment_id uuid not null unique references payment,
    insurance  text not null,
    amount     bigint not null check (amount > 0),
    channel    text not null,
    voucher    text not null,
    reason     text not null,
    made_on    date not null,
    unique (channel, voucher)
);
create index refund_day on refund (made_on);

create table remittance (
    remittance_id uuid primary key,
    township      text not null,
    village       text not null,
    accepted      integer not null,
    refused       integer not null,
    total         bigint not null,
    remitted_on   date not null
);

-- Money that somebody else paid for a resident: proxy payments and sponsorships.
create table on_behalf (
    arrival_no  bigint generated always as identity,
    payer       text not null check (payer in ('PROXY', 'SPONSOR')),
    reference   text not null,
    person_key  text not null,
    insurance   text not null,
    fee_year    integer not null,
    amount      bigint not null check (amount > 0),
    funder      text not null,
    clause      text not null,
    state       text not null check (state in ('WAITING_FOR_CLAIM', 'SETTLED', 'RETURNED')),
    settled     bigint not null default 0,
    returned    bigint not null default 0,
    reason      text,
    -- waits for the roster that carries the claim, from the agency
    waits_since date not null,
    waits_until date not null,
    event_id    text not null,          -- of the event that brought it, with its correlation
    correlation text not null,
    primary key (payer, reference),
    check (settled + returned = case state when 'WAITING_FOR_CLAIM' then 0 else amount end)
);
create index on_behalf_waiting on on_behalf (person_key) where state = 'WAITING_FOR_CLAIM';

-- The payable roster of a township: the claims accepted up to a mark, so that its lines need no copy.
create table payable_roster (
    payable_roster_id uuid primary key,
    township          text not null,
    fee_year          integer not null,
    made_on           date not null,
    last_roster_order integer not null,
    last_change_no    bigint not null,
    lines             integer not null,
    total             bigint not null,
    digest            text not null,
    state             text not null check (state in ('IN_REVIEW', 'ISSUED')),
    issued_on         date,
    check ((state = 'ISSUED') = (issued_on is not null))
);
create index payable_roster_township on payable_roster (township);

create table payable_roster_review (
    payable_roster_id uuid not null references payable_roster,
    department        text not null,
    reviewed_by       text not null,
    digest            text not null,
    reviewed_on       date not null,
    primary key (payable_roster_id, department)
);

grant select on claim, payment, refund, remittance, identity_change, payable_roster_review to ${app};
grant insert on claim, payment, refund, remittance, identity_change, payable_roster_review to ${app};
grant select, insert, update on roster, collecting_day, on_behalf, payable_roster to ${app};
grant execute on function join_collecting_day() to ${app};
grant usage on sequence roster_acceptance to ${app};

-- Facts are added to, never changed or taken away, whatever the platform grants to its application roles by default.
do $$
declare
    fact record;
begin
    for fact in
        select grantee, table_name, privilege_type from information_schema.role_table_grants
        where grantee <> current_user
          and ((table_name in ('claim', 'payment', 'refund', 'remittance', 'identity_change', 'payable_roster_review')
                and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE'))
            or (table_name in ('roster', 'on_behalf', 'payable_roster') and privilege_type in ('DELETE', 'TRUNCATE')))
    loop
        execute format('revoke %s on %I from %I', fact.privilege_type, fact.table_name, fact.grantee);
    end loop;
end $$;
grant update (state, due, tier, paid_self, paid_proxy, paid_sponsor) on claim to ${app};
