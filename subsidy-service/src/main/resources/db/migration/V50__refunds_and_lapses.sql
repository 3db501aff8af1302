-- What went back to residents. Only refunds of a claim change it: a surplus was never paid for one.
create table refund (
    refund_id  text   primary key,
    payment_id text   not null,
    person_key text   not null,
    insurance  text   not null,
    fee_year   int    not null,
    amount     bigint not null check (amount > 0),
    of_claim   boolean not null,
    made_on    date   not null
);
create index refund_claim on refund (person_key, insurance, fee_year) where of_claim;
alter table day_sum add column refunded bigint not null default 0;

-- A line lapses when its claim was refunded or the status behind it had ended; then it may be applied for anew.
alter table application_line add column lapsed_on date, add column lapsed_because text
    check (lapsed_because in ('REFUNDED', 'STATUS_ENDED'));
alter table application_line drop constraint nobody_is_applied_for_twice;
create unique index nobody_is_applied_for_twice on application_line (person_key, insurance, fee_year, purpose, rule)
    where lapsed_on is null;

create or replace function open_amount(person text, ins text, year int) returns bigint language sql stable as $$
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
         + coalesce((select sum(r.amount) from refund r
                     where r.person_key = person and r.insurance = ins and r.fee_year = year and r.of_claim), 0)::bigint
         - coalesce((select sum(o.amount) from own_payment o
                     where o.person_key = person and o.insurance = ins and o.fee_year = year), 0)::bigint
$$;

grant select, insert on refund to ${app};
grant update (lapsed_on, lapsed_because) on application_line to ${app};
