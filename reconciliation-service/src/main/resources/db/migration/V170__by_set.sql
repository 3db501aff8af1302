-- Rows that come by the thousand refer to something that must be there. It is looked for once for a statement and not once
-- for a row; looking when a row comes is enough, because by grant nothing that can be referred to is changed or deleted.
alter table treasury_row drop constraint treasury_row_day_insurance_version_fkey;
create or replace function treasury_rows_inserted() returns trigger language plpgsql as $$
begin
    if exists (select day, insurance, version from inserted except select day, insurance, version from treasury_day) then
        raise exception 'rows of a treasury day that was not reported' using errcode = 'foreign_key_violation';
    end if;
    perform treasury_day_agrees(t.day, t.insurance, t.version)
        from (select distinct day, insurance, version from inserted) t;
    return null;
end $$;

alter table details_claim drop constraint details_claim_details_id_fkey;
create function details_claims_inserted() returns trigger language plpgsql as $$
begin
    if exists (select details_id from inserted except select details_id from details) then
        raise exception 'claims of details that are not there' using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;
create trigger details_claims_refer after insert on details_claim
    referencing new table as inserted for each statement execute function details_claims_inserted();

alter table entitlement drop constraint entitlement_details_id_fkey;
alter table entitlement drop constraint entitlement_person_key_insurance_fee_year_fkey;
create function entitlements_inserted() returns trigger language plpgsql as $$
begin
    if exists (select from inserted i where not exists (
            select from details_claim d
            where (d.person_key, d.insurance, d.fee_year) = (i.person_key, i.insurance, i.fee_year)
              and d.details_id = i.details_id)) then
        raise exception 'entitlements to claims that these details did not pass' using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;
create trigger entitlements_refer after insert on entitlement
    referencing new table as inserted for each statement execute function entitlements_inserted();

-- They asked for one claim after the other; NotInTreasury asks for many at once.
drop view payment_not_in_treasury;
drop view booked;
