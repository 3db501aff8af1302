-- How far each village has come and what each day brought it, kept by what changes claims and enters payments: whoever asks
-- reads some rows a village and not all claims. Rows are only ever added, so that payments of one village do not wait for
-- each other; when a date opens, those of one kind become one (SummingUpVillages).
create table village_standing (
    township    text not null,
    village     text not null,
    insurance   text not null,
    fee_year    integer not null,
    people      bigint not null,
    people_paid bigint not null,
    due         bigint not null,
    paid        bigint not null
);
create table village_taking (
    paid_on   date not null,
    village   text not null,
    insurance text not null,
    fee_year  integer not null,
    people    bigint not null,      -- whose claim was complete with it
    fen       bigint not null
);
create index village_taking_year on village_taking (fee_year, insurance);
grant select, insert, delete on village_standing, village_taking to ${app};

insert into village_standing
select c.township, c.village, c.insurance, c.fee_year, count(*), count(*) filter (where c.state = 'PAID'), sum(c.due),
    sum(c.paid_self + c.paid_proxy + c.paid_sponsor)
from claim c join roster r using (roster_no) where r.state = 'ACCEPTED'
group by c.township, c.village, c.insurance, c.fee_year;
insert into village_taking
select paid_on, village, insurance, fee_year, count(*) filter (where paid_in_all = due), sum(amount)
from payment where outcome = 'PAID' group by paid_on, village, insurance, fee_year;

-- Lines become claims when their roster is accepted. Until then none of them changes.
create function roster_counts(roster integer) returns void language sql as $$
    insert into village_standing
    select township, village, insurance, fee_year, count(*), count(*) filter (where state = 'PAID'), sum(due),
        sum(paid_self + paid_proxy + paid_sponsor)
    from claim where claim_no between roster::bigint << 32 and (roster::bigint + 1 << 32) - 1
    group by township, village, insurance, fee_year
$$;
grant execute on function roster_counts(integer) to ${app};

create function claims_change() returns trigger language plpgsql as $$
begin
    insert into village_standing
    select township, village, insurance, fee_year, 0, sum(people_paid), sum(due), sum(paid)
    from (select township, village, insurance, fee_year, (state = 'PAID')::int as people_paid, due,
              paid_self + paid_proxy + paid_sponsor as paid from after
          union all
          select township, village, insurance, fee_year, -(state = 'PAID')::int, -due,
              -paid_self - paid_proxy - paid_sponsor from before) c
    group by township, village, insurance, fee_year
    having sum(people_paid) <> 0 or sum(due) <> 0 or sum(paid) <> 0;
    return null;
end $$;
create trigger claims_count after update on claim
    referencing old table as before new table as after for each statement execute function claims_change();

create or replace function payments_inserted() returns trigger language plpgsql as $$
begin
    if exists (select from inserted i where not exists (select from claim c where c.claim_no = i.claim_no)) then
        raise exception 'payments for a claim that is not there' using errcode = 'foreign_key_violation';
    end if;
    insert into village_taking
    select paid_on, village, insurance, fee_year, count(*) filter (where paid_in_all = due), sum(amount)
    from inserted where outcome = 'PAID' group by paid_on, village, insurance, fee_year;
    return null;
end $$;
