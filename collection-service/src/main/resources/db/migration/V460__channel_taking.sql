-- What each channel brought, kept by what enters payments, as village_taking is: rows are only ever added, and when a date
-- opens those of one kind become one (SummingUpVillages).
create table channel_taking (
    channel   text not null,        -- PROXY and SPONSOR for what others paid
    village   text not null,
    insurance text not null,
    fee_year  integer not null,
    people    bigint not null,      -- whose claim was complete with it
    fen       bigint not null
);
grant select, insert, delete on channel_taking to ${app};

insert into channel_taking
select channel, village, insurance, fee_year, count(*) filter (where paid_in_all = due), sum(amount)
from payment where outcome = 'PAID' group by channel, village, insurance, fee_year;

create or replace function payments_inserted() returns trigger language plpgsql as $$
begin
    if exists (select from inserted i where not exists (select from claim c where c.claim_no = i.claim_no)) then
        raise exception 'payments for a claim that is not there' using errcode = 'foreign_key_violation';
    end if;
    insert into village_taking
    select paid_on, village, insurance, fee_year, count(*) filter (where paid_in_all = due), sum(amount)
    from inserted where outcome = 'PAID' group by paid_on, village, insurance, fee_year;
    insert into channel_taking
    select channel, village, insurance, fee_year, count(*) filter (where paid_in_all = due), sum(amount)
    from inserted where outcome = 'PAID' group by channel, village, insurance, fee_year;
    return null;
end $$;
