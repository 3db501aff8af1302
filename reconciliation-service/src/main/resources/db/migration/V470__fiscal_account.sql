-- What finance told that it moved to the fiscal special accounts 财政专户, move by move.
create table swept (
    sweep_id  text   primary key,
    day       date   not null,
    month     text   not null check (month ~ '^\d{4}-\d{2}$'),
    insurance text   not null check (insurance in ('PENSION', 'MEDICAL')),
    money     text   not null,
    fen       bigint not null check (fen >= 0),
    account   text   not null
);
create index swept_day on swept (day, insurance);
grant select, insert on swept to ${app};

-- The balance of a day says what of it banks debited: the sums of what came in are kept by day.
delete from collected_sum;
alter table collected_sum add column day date not null;
create index collected_sum_day on collected_sum (day, insurance);
insert into collected_sum (day, insurance, channel, fen, refunded)
select day, insurance, channel, coalesce(sum(fen) filter (where kind <> 'REFUND'), 0),
    coalesce(-sum(fen) filter (where kind = 'REFUND'), 0)
from collected group by day, insurance, channel;

create or replace function collected_adds() returns trigger language plpgsql as $$
begin
    insert into collected_sum (day, insurance, channel, fen, refunded)
    select day, insurance, channel, coalesce(sum(fen) filter (where kind <> 'REFUND'), 0),
        coalesce(-sum(fen) filter (where kind = 'REFUND'), 0)
    from inserted group by day, insurance, channel;
    return null;
end $$;
