-- The money of the flow, kept by what takes it in: whoever looks reads some rows and not all payments. Rows are only ever
-- added; when a date opens, those of one kind become one (SummingUpFlow).
create table collected_sum (
    insurance text not null,
    channel   text not null,
    fen       bigint not null,      -- that came in
    refunded  bigint not null
);
create table entitled_sum (
    insurance text not null,
    fen       bigint not null
);
grant select, insert, delete on collected_sum, entitled_sum to ${app};

insert into collected_sum
select insurance, channel, coalesce(sum(fen) filter (where kind <> 'REFUND'), 0),
    coalesce(-sum(fen) filter (where kind = 'REFUND'), 0)
from collected group by insurance, channel;
insert into entitled_sum
select insurance, sum(n.paid) from entitled n join claim using (person_key, insurance, fee_year, payments) group by insurance;

create function collected_adds() returns trigger language plpgsql as $$
begin
    insert into collected_sum
    select insurance, channel, coalesce(sum(fen) filter (where kind <> 'REFUND'), 0),
        coalesce(-sum(fen) filter (where kind = 'REFUND'), 0)
    from inserted group by insurance, channel;
    return null;
end $$;
create trigger collected_adds after insert on collected
    referencing new table as inserted for each statement execute function collected_adds();

-- What a claim with so many payments entitles to now; null when the last of them is not booked. Whoever changes it holds
-- the turn (BalancingTurn), so nothing changes between a look and what is made of it.
create function entitled_by(person text, ins text, year int, nth int) returns bigint language plpgsql stable as $$
begin
    return (select n.paid from entitled n
            where n.person_key = person and n.insurance = ins and n.fee_year = year and n.payments = nth);
end $$;

create function entitlements_add() returns trigger language plpgsql as $$
begin
    insert into entitled_sum
    select i.insurance, sum(case when exists (
            select from entitlement_correction k
            where k.person_key = i.person_key and k.insurance = i.insurance and k.fee_year = i.fee_year)
        then entitled_by(i.person_key, i.insurance, i.fee_year, i.payments) else i.paid end)
    from inserted i where exists (
        select from claim c where c.person_key = i.person_key and c.insurance = i.insurance and c.fee_year = i.fee_year
            and c.payments = i.payments)
    group by i.insurance;
    return null;
end $$;
create trigger entitlements_add after insert on entitlement
    referencing new table as inserted for each statement execute function entitlements_add();

-- A further payment: until it is booked, too, the claim entitles to nothing.
create function claims_pay_further() returns trigger language plpgsql as $$
begin
    insert into entitled_sum
    select o.insurance, -sum(o.fen)
    from (select b.insurance, entitled_by(b.person_key, b.insurance, b.fee_year, b.payments) as fen
          from before b join after a using (person_key, insurance, fee_year) where a.payments <> b.payments) o
    where o.fen <> 0 group by o.insurance;
    return null;
end $$;
create trigger claims_pay_further after update on claim
    referencing old table as before new table as after for each statement execute function claims_pay_further();

create function correction_counts() returns trigger language plpgsql as $$
begin
    insert into entitled_sum
    select c.insurance, case when tg_when = 'BEFORE' then -n.fen else n.fen end
    from claim c, entitled_by(c.person_key, c.insurance, c.fee_year, c.payments) n (fen)
    where c.person_key = new.person_key and c.insurance = new.insurance and c.fee_year = new.fee_year and n.fen <> 0;
    return new;
end $$;
create trigger correction_counts_before before update on entitlement_correction
    for each row when (old.corrected_on is distinct from new.corrected_on) execute function correction_counts();
create trigger correction_counts_after after update on entitlement_correction
    for each row when (old.corrected_on is distinct from new.corrected_on) execute function correction_counts();
