-- A day's debits are entered together: that their claims are there is looked for once for all of them and not row by row.
-- Looking when they come is enough, because by grant no claim is ever deleted.
alter table payment drop constraint payment_claim_no_fkey;
create function payments_inserted() returns trigger language plpgsql as $$
begin
    if exists (select from inserted i where not exists (select from claim c where c.claim_no = i.claim_no)) then
        raise exception 'payments for a claim that is not there' using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;
create trigger payments_refer after insert on payment
    referencing new table as inserted for each statement execute function payments_inserted();
