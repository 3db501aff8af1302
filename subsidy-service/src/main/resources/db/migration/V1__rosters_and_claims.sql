-- Who stands on which roster. Lines and their acceptance arrive on different topics, in any order; lines without an
-- accepted roster have no effect.
create table roster_line (
    roster_id  text   not null,
    number     int    not null,
    person_key text   not null,
    insurance  text   not null check (insurance in ('PENSION', 'MEDICAL')),
    fee_year   int    not null,
    township   text   not null,
    village    text   not null,
    birth      date   not null,
    sex        text   not null check (sex in ('FEMALE', 'MALE')),
    statuses   jsonb  not null,
    due        bigint not null check (due >= 0),
    primary key (roster_id, number)
);
create index roster_line_person on roster_line (person_key, insurance, fee_year);

create table roster (
    roster_id   text primary key,
    insurance   text    not null,
    accepted    boolean not null,
    lines       int     not null,
    received_on date    not null
);

create table identity_change (
    event_id    text primary key,          -- time-ordered: the order in which they were handed over
    person_key  text not null,
    category    text not null,
    valid_from  date,
    valid_until date,
    changed_on  date not null
);
create index identity_change_person on identity_change (person_key);

-- Every payment that collection reports, also those that started here.
create table contribution (
    payment_id  text primary key,
    person_key  text   not null,
    insurance   text   not null,
    fee_year    int    not null,
    amount      bigint not null check (amount > 0),
    due         bigint not null,
    paid_in_all bigint not null,
    tier        bigint,
    payer       text   not null check (payer in ('SELF', 'PROXY', 'SPONSOR')),
    paid_on     date   not null
);
create index contribution_claim on contribution (person_key, insurance, fee_year);

-- What tax says it took on a business date: so much must be here before a run goes by the payments of that date.
create table day_sum (
    date      date   not null,
    insurance text   not null,
    payments  int    not null,
    paid      bigint not null,
    primary key (date, insurance)
);

-- One line per person and insurance, of accepted rosters; the same choice whatever arrived first.
create view beneficiary as
select distinct on (l.person_key, l.insurance, l.fee_year) l.*, r.received_on
from roster_line l join roster r on r.roster_id = l.roster_id and r.accepted
order by l.person_key, l.insurance, l.fee_year, l.roster_id;

grant select, insert on roster_line, roster, identity_change, contribution, day_sum to ${app};
grant select on beneficiary to ${app};
