-- Facts can be inserted and read, never changed: a correction is a later version or another fact.
-- Money is whole fen; what goes out (refunds, reversals) is negative.

-- ---------------------------------------------------------------- collected: what tax took in or paid back
create table collected (
    kind        text not null check (kind in ('PAID', 'SURPLUS', 'REFUND')),
    id          text not null,              -- of the payment, or of the refund
    payment_id  text not null,              -- the payment that the money belongs to
    day         date not null,
    insurance   text not null check (insurance in ('PENSION', 'MEDICAL')),
    channel     text not null,
    voucher     text not null,              -- unique within the channel
    fen         bigint not null,
    person_key  text not null,
    -- of contributions only: what the payment says about its claim
    fee_year    int,
    township    text,
    due         bigint,
    paid_in_all bigint,
    primary key (kind, id),
    check ((kind = 'REFUND') = (fen < 0)),
    check (kind <> 'PAID' or (fee_year is not null and township is not null and due is not null and paid_in_all is not null))
);
create index collected_day on collected (day, insurance);
create index collected_voucher on collected (insurance, channel, voucher);
create index collected_payment on collected (payment_id);
create index collected_claim on collected (person_key, insurance, fee_year) where kind = 'PAID';

-- What collection says it transferred for a day. It may come before, between or after the day's payments.
create table day_sum (
    day       date not null,
    insurance text not null check (insurance in ('PENSION', 'MEDICAL')),
    payments  int not null,
    paid      bigint not null,
    surplus   bigint not null,
    refunded  bigint not null,
    primary key (day, insurance)
);

-- Where a resident's claim of one insurance and fee year stands, by the facts above.
create table claim (
    person_key   text not null,
    insurance    text not null,
    fee_year     int not null,
    township     text not null,
    due          bigint not null,
    paid         bigint not null,           -- less what was paid back
    complete     boolean not null,
    last_paid_on date not null,
    primary key (person_key, insurance, fee_year)
);
create index claim_last_paid on claim (last_paid_on);

-- ---------------------------------------------------------------- treasury: what it reports for a day
create table treasury_day (
    day         date not null,
    insurance   text not null check (insurance in ('PENSION', 'MEDICAL')),
    version     int not null check (version > 0),
    account     text not null,
    rows        int not null,
    total       bigint not null,
    digest      text not null,
    received_on date not null,
    primary key (day, insurance, version),
    unique (day, insurance, version, total)
);

create table treasury_row (
    day       date not null,
    insurance text not null,
    version   int not null,
    number    int not null,
    channel   text not null,
    voucher   text not null,
    fen       bigint not null check (fen <> 0),
    primary key (day, insurance, version, number),
    foreign key (day, insurance, version) references treasury_day
);
create index treasury_row_voucher on treasury_row (insurance, channel, voucher);

-- The rows of a report are as many, and sum up to, what it declared; nobody can add one later.
create function treasury_day_agrees(the_day date, the_insurance text, the_version int) returns void language plpgsql as $$
begin
    if exists (
        select 1 from treasury_day d, lateral (
            select count(*) n, coalesce(sum(r.fen), 0) fen from treasury_row r
            where r.day = d.day and r.insurance = d.insurance and r.version = d.version) r
        where d.day = the_day and d.insurance = the_insurance and d.version = the_version
          and (r.n <> d.rows or r.fen <> d.total)) then
        raise exception 'rows of treasury day %/% v% do not make up its count and total',
            the_day, the_insurance, the_version using errcode = 'check_violation';
    end if;
end $$;
create function treasury_day_inserted() returns trigger language plpgsql as $$
begin
    perform treasury_day_agrees(new.day, new.insurance, new.version);
    return null;
end $$;
create constraint trigger treasury_day_agrees after insert on treasury_day
    deferrable initially deferred for each row execute function treasury_day_inserted();
-- per statement, because a report's rows come in one
create function treasury_rows_inserted() returns trigger language plpgsql as $$
begin
    perform treasury_day_agrees(t.day, t.insurance, t.version)
        from (select distinct day, insurance, version from inserted) t;
    return null;
end $$;
create trigger treasury_rows_agree after insert on treasury_row
    referencing new table as inserted for each statement execute function treasury_rows_inserted();

-- ---------------------------------------------------------------- balance
create table balance (
    day              date not null,
    insurance        text not null check (insurance in ('PENSION', 'MEDICAL')),
    version          int not null check (version > 0),
    account          text not null,
    treasury_version int not null,
    collected        bigint not null,
    treasury         bigint not null,
    balanced_on      date not null,
    primary key (day, insurance, version),
    -- the treasury's side is the total that this version of its report declared
    foreign key (day, insurance, treasury_version, treasury) references treasury_day (day, insurance, version, total)
);

create table difference (
    day        date not null,
    insurance  text not null,
    version    int not null,
    channel    text not null,
    voucher    text not null,
    kind       text not null check (kind in (
        'MISSING_IN_TREASURY', 'UNKNOWN_TO_TAX', 'DOUBLED_IN_TREASURY', 'AMOUNT_DIFFERS', 'WRONG_ACCOUNT')),
    collected  bigint not null,
    treasury   bigint not null,
    fen        bigint not null generated always as (treasury - collected) stored,
    owner      text not null,
    primary key (day, insurance, version, channel, voucher),
    foreign key (day, insurance, version) references balance,
    check (collected <> treasury)
);
create index difference_voucher on difference (insurance, channel, voucher);

-- A balance holds: treasury - collected = sum of its differences, whoever writes it.
create function balance_holds() returns trigger language plpgsql as $$
begin
    if exists (
        select 1 from balance b
        where b.day = new.day and b.insurance = new.insurance and b.version = new.version
          and b.treasury - b.collected <> (
            select coalesce(sum(d.fen), 0) from difference d
            where d.day = b.day and d.insurance = b.insurance and d.version = b.version)) then
        raise exception 'balance %/% v% does not hold: treasury - collected is not the sum of its differences',
            new.day, new.insurance, new.version using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger balance_holds after insert on balance
    deferrable initially deferred for each row execute function balance_holds();
create constraint trigger balance_holds after insert on difference
    deferrable initially deferred for each row execute function balance_holds();

-- The current report and what tax collected are so far apart that naming every voucher helps nobody: most likely the
-- report is cut off, or that of another day. It waits for a restatement. State, not fact.
create table misfit (
    day         date not null,
    insurance   text not null check (insurance in ('PENSION', 'MEDICAL')),
    differences int not null,
    since       date not null,
    mended_on   date,
    primary key (day, insurance)
);

create view current_balance as
    select b.* from balance b where not exists (
        select 1 from balance later
        where later.day = b.day and later.insurance = b.insurance and later.version > b.version);

create view current_treasury_day as
    select t.* from treasury_day t where not exists (
        select 1 from treasury_day later
        where later.day = t.day and later.insurance = t.insurance and later.version > t.version);

-- Where each insurance of a business date stands. What arrived covers collection's sum when there are at least as many
-- payments, and as much of each kind: a payment that comes after the sum does not make its day wait for ever.
create view day_position as
    select p.*, case when misfit then 'WAITING_FOR_RESTATEMENT'
                     when balance_version is not null then 'BALANCED'
                     when treasury_version is null then 'WAITING_FOR_TREASURY'
                     when not summed then 'WAITING_FOR_COLLECTION'
                     else 'WAITING_FOR_OTHER_INSURANCE' end as state
    from (
        select d.day, i.insurance, c.net as collected,
               coalesce(c.payments >= s.payments and c.paid >= s.paid
                        and c.surplus >= s.surplus and c.refunded >= s.refunded, false) as summed,
               t.version as treasury_version, t.account, t.total as treasury, t.received_on,
               b.version as balance_version, b.treasury_version as balanced_treasury_version,
               b.collected as balanced_collected, m.day is not null as misfit
        from (select day from collected union select day from treasury_day union select day from day_sum) d
        cross join (values ('PENSION'), ('MEDICAL')) i (insurance)
        cross join lateral (
            select count(*) filter (where kind = 'PAID') as payments,
                   coalesce(sum(fen) filter (where kind = 'PAID'), 0) as paid,
                   coalesce(sum(fen) filter (where kind = 'SURPLUS'), 0) as surplus,
                   coalesce(-sum(fen) filter (where kind = 'REFUND'), 0) as refunded,
                   coalesce(sum(fen), 0) as net
            from collected where day = d.day and insurance = i.insurance) c
        left join current_treasury_day t on t.day = d.day and t.insurance = i.insurance
        left join day_sum s on s.day = d.day and s.insurance = i.insurance
        left join current_balance b on b.day = d.day and b.insurance = i.insurance
        left join misfit m on m.day = d.day and m.insurance = i.insurance and m.mended_on is null) p;

-- What the treasury booked, by the reports that stand balanced.
create view booked as
    select r.* from treasury_row r
    join current_balance b on b.day = r.day and b.insurance = r.insurance and b.treasury_version = r.version;

-- Payments whose day is not balanced yet, or of whose voucher the treasury holds less than tax collected, on whatever
-- day it booked it. A voucher that it booked twice is there.
create view payment_not_in_treasury as
    select p.* from collected p
    where p.kind = 'PAID' and (
        not exists (select 1 from balance b where b.day = p.day and b.insurance = p.insurance)
        or (select coalesce(sum(k.fen), 0) from booked k
            where k.insurance = p.insurance and k.channel = p.channel and k.voucher = p.voucher)
         < (select sum(q.fen) from collected q
            where q.insurance = p.insurance and q.channel = p.channel and q.voucher = p.voucher));

-- Differences of the days as they stand. A voucher collected on one day and booked on another is one on each; the two
-- cancel out and neither is open any more.
create view current_difference as
    select d.*, sum(d.fen) over (partition by d.insurance, d.channel, d.voucher) <> 0 as open
    from difference d join current_balance using (day, insurance, version);

-- ---------------------------------------------------------------- details passed to the agencies
create table details (
    details_id uuid primary key,
    day        date not null,               -- whose balance made them ready
    passed_on  date not null,
    insurance  text not null check (insurance in ('PENSION', 'MEDICAL')),
    fee_year   int not null,
    total      bigint not null,
    claims     int not null check (claims between 1 and 500)
);

create table details_claim (
    person_key   text not null,
    insurance    text not null,
    fee_year     int not null,
    details_id   uuid not null references details,
    township     text not null,
    paid         bigint not null,
    completed_on date not null,
    primary key (person_key, insurance, fee_year)    -- a claim is passed once
);
create index details_claim_details on details_claim (details_id);

-- ---------------------------------------------------------------- entitlement
create table entitlement (
    person_key   text not null,
    insurance    text not null,
    fee_year     int not null,
    details_id   uuid not null references details,
    paid         bigint not null,
    benefit_from date not null,
    clause       text not null,
    recorded_on  date not null,
    primary key (person_key, insurance, fee_year),
    foreign key (person_key, insurance, fee_year) references details_claim
);

-- ---------------------------------------------------------------- red list
-- State, not fact: each issue and each resolution is a handoff of its own.
create table red_list (
    person_key  text not null,
    insurance   text not null,
    fee_year    int not null,
    township    text not null,
    paid        bigint not null,
    broken_link text not null check (broken_link in (
        'INCOMPLETE', 'NOT_IN_TREASURY', 'NOT_PASSED_TO_AGENCY', 'NOT_BOOKED_BY_AGENCY')),
    owner       text not null,
    since       date not null,              -- first day on the list
    how         text,                       -- null while open
    resolved_on date,
    primary key (person_key, insurance, fee_year),
    check ((how is null) = (resolved_on is null))
);
create index red_list_open on red_list (insurance, person_key) where how is null;

grant select, insert on collected, treasury_day, treasury_row, balance, difference, details, details_claim, entitlement
    to ${app};
grant select, insert, update on day_sum, claim, misfit, red_list to ${app};
grant select on current_balance, current_treasury_day, day_position, booked, payment_not_in_treasury, current_difference to ${app};
