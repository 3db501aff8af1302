-- A booking looks once for what its entitlements refer to, for all of them together: that these details passed their claims, and
-- what the claims entitle to now.
drop trigger entitlements_refer on entitlement;
drop trigger entitlements_add on entitlement;
drop function entitlements_add();
create or replace function entitlements_inserted() returns trigger language plpgsql as $$
declare
    booked record;
begin
    for booked in
        select i.insurance, count(*) as entitlements, count(d.details_id) as passed,
            sum(case when c.payments is null then 0
                     when exists (
                         select from entitlement_correction k
                         where k.person_key = i.person_key and k.insurance = i.insurance and k.fee_year = i.fee_year)
                     then entitled_by(i.person_key, i.insurance, i.fee_year, i.payments)
                     else i.paid end) as fen
        from inserted i
        left join details_claim d on d.person_key = i.person_key and d.insurance = i.insurance and d.fee_year = i.fee_year
            and d.payments = i.payments and d.details_id = i.details_id
        left join claim c on c.person_key = i.person_key and c.insurance = i.insurance and c.fee_year = i.fee_year
            and c.payments = i.payments
        group by i.insurance
    loop
        if booked.passed < booked.entitlements then
            raise exception 'entitlements to claims that these details did not pass' using errcode = 'foreign_key_violation';
        end if;
        if booked.fen <> 0 then
            insert into entitled_sum values (booked.insurance, booked.fen);
        end if;
    end loop;
    return null;
end $$;
create trigger entitlements_refer after insert on entitlement
    referencing new table as inserted for each statement execute function entitlements_inserted();
