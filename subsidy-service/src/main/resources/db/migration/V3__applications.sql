-- Runs on the dates of the policy. A run whose roster lines or payments have not all arrived waits and says for what.
create table run (
    kind        text not null check (kind in ('ON_BEHALF', 'SUBSIDY')),
    run_date    date not null,
    state       text not null check (state in ('DUE', 'WAITING_FOR_LINES', 'WAITING_FOR_PAYMENTS', 'DONE')),
    waiting_for text,
    since       date not null,
    undecided   int  not null default 0,   -- people whose grant hangs on what no roster carries
    primary key (kind, run_date)
);

-- What was asked of finance, for one purpose, insurance and funder on one run date.
create table application (
    application_id uuid   primary key,
    purpose        text   not null check (purpose in ('PROXY', 'TIER_SUBSIDY', 'FISCAL_SUBSIDY', 'GRANT')),
    insurance      text   not null,
    fee_year       int    not null,
    funder         text   not null,
    heads          int    not null check (heads > 0),
    amount         bigint not null check (amount > 0),
    run_date       date   not null,
    applied_on     date   not null
);

-- For whom, in the order in which the money is used: eldest first.
create table application_line (
    line_id        uuid   primary key,
    application_id uuid   not null references application deferrable initially deferred,
    number         int    not null,
    person_key     text   not null,
    insurance      text   not null,
    fee_year       int    not null,
    purpose        text   not null,
    rule           text   not null,
    clause         text   not null,
    amount         bigint not null check (amount > 0),
    unique (application_id, number),
    constraint nobody_is_applied_for_twice unique (person_key, insurance, fee_year, purpose, rule)
);

-- How far an application has come: lines up to 'handled' were paid or given back.
create table application_progress (
    application_id uuid   primary key references application deferrable initially deferred,
    appropriated   bigint not null default 0 check (appropriated >= 0),
    handled        int    not null default 0,
    used           bigint not null default 0 check (used between 0 and appropriated)
);

create table appropriation (
    appropriation_id uuid   primary key,
    application_id   uuid   not null references application,
    amount           bigint not null check (amount > 0),
    appropriated_on  date   not null
);
create index appropriation_application on appropriation (application_id);

-- A contribution paid on behalf of a person; its id is that of the application line.
create table proxy_payment (
    proxy_id       uuid   primary key references application_line,
    application_id uuid   not null references application,
    person_key     text   not null,
    insurance      text   not null,
    fee_year       int    not null,
    amount         bigint not null check (amount > 0),
    paid_on        date   not null
);
create index proxy_payment_claim on proxy_payment (person_key, insurance, fee_year);

create table sponsorship (
    sponsorship_id uuid   primary key,
    sponsor        text   not null,
    person_key     text   not null,
    insurance      text   not null,
    fee_year       int    not null,
    amount         bigint not null check (amount > 0),
    entered_by     text   not null,
    paid_on        date   not null
);
create index sponsorship_claim on sponsorship (person_key, insurance, fee_year);

-- Money of a proxy payment or a sponsorship that collection could not use.
create table payment_return (
    reference   uuid   primary key,
    amount      bigint not null check (amount > 0),
    reason      text   not null,
    returned_on date   not null
);

-- What this service has paid for a claim and not got back.
create view own_payment as
select p.person_key, p.insurance, p.fee_year, p.amount - coalesce(r.amount, 0) as amount
from proxy_payment p left join payment_return r on r.reference = p.proxy_id
union all
select s.person_key, s.insurance, s.fee_year, s.amount - coalesce(r.amount, 0)
from sponsorship s left join payment_return r on r.reference = s.sponsorship_id;

-- What is still to be paid for a claim, by all that is known now; null when nobody knows the claim.
create function open_amount(person text, ins text, year int) returns bigint language sql stable as $$
    select coalesce(
               (select c.due from contribution c
                where c.person_key = person and c.insurance = ins and c.fee_year = year
                order by c.paid_in_all desc limit 1),
               (select l.due from roster_line l join roster r on r.roster_id = l.roster_id and r.accepted
                where l.person_key = person and l.insurance = ins and l.fee_year = year
                order by l.roster_id limit 1))
         - coalesce((select sum(c.amount) from contribution c
                     where c.person_key = person and c.insurance = ins and c.fee_year = year
                       and c.payer = 'SELF'), 0)::bigint
         - coalesce((select sum(o.amount) from own_payment o
                     where o.person_key = person and o.insurance = ins and o.fee_year = year), 0)::bigint
$$;

grant select, insert on application, application_line, appropriation, proxy_payment, sponsorship, payment_return to ${app};
grant select, insert, update on run, application_progress to ${app};
grant select on own_payment to ${app};
