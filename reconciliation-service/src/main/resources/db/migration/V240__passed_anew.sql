-- A claim that got a further payment after it was passed is passed and booked anew: after a wrong tier went back, or when
-- more became due. The number of its payments, which only grows, tells the one from the other. What went back without a
-- further payment is corrected by the agency and not passed anew.
alter table claim add column payments int not null default 0;
update claim c set payments = (
    select count(*) from collected p
    where p.kind = 'PAID' and (p.person_key, p.insurance, p.fee_year) = (c.person_key, c.insurance, c.fee_year));

alter table details_claim add column payments int not null default 1;
alter table details_claim alter column payments drop default;
update details_claim d set payments = c.payments from claim c
    where (c.person_key, c.insurance, c.fee_year) = (d.person_key, d.insurance, d.fee_year);
alter table details_claim drop constraint details_claim_pkey;
alter table details_claim add primary key (person_key, insurance, fee_year, payments);

alter table entitlement add column payments int not null default 1;
alter table entitlement alter column payments drop default;
update entitlement e set payments = d.payments from details_claim d
    where (d.person_key, d.insurance, d.fee_year) = (e.person_key, e.insurance, e.fee_year);
alter table entitlement drop constraint entitlement_pkey;
alter table entitlement add primary key (person_key, insurance, fee_year, payments);

create or replace function entitlements_inserted() returns trigger language plpgsql as $$
begin
    if exists (select from inserted i where not exists (
            select from details_claim d
            where (d.person_key, d.insurance, d.fee_year, d.payments) = (i.person_key, i.insurance, i.fee_year, i.payments)
              and d.details_id = i.details_id)) then
        raise exception 'entitlements to claims that these details did not pass' using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

-- What each claim entitles to now: as booked last, or as corrected since. What was told to be corrected went back on a day
-- after the claim had been completed; a claim completed on that day or later is not meant by it.
create view entitled as
    select e.person_key, e.insurance, e.fee_year, e.payments, d.completed_on, e.benefit_from, coalesce(k.paid, e.paid) as paid
    from entitlement e
    join details_claim d using (person_key, insurance, fee_year, payments)
    left join lateral (
        select paid_in_all as paid from entitlement_correction k
        where (k.person_key, k.insurance, k.fee_year) = (e.person_key, e.insurance, e.fee_year)
          and k.corrected_on is not null and k.told_on > d.completed_on
        order by k.told_on desc, k.case_id desc limit 1) k on true
    where not exists (select from entitlement l
        where (l.person_key, l.insurance, l.fee_year) = (e.person_key, e.insurance, e.fee_year) and l.payments > e.payments);
create index entitlement_correction_claim on entitlement_correction (person_key, insurance, fee_year);
grant select on entitled to ${app};
