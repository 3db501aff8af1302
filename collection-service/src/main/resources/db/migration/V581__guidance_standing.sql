-- Whom to guide is counted and listed from its own rows, and not from the claim of each, as failed debits are.
alter table debit_guidance add column village text, add column closed boolean;
update debit_guidance g set village = c.village, closed = c.state = 'PAID' from claim c where c.claim_no = g.claim_no;
alter table debit_guidance alter village set not null, alter closed set not null;
create index debit_guidance_village on debit_guidance (township, village, closed);
create index debit_guidance_open on debit_guidance (township, claim_no) where not closed;
grant update (closed) on debit_guidance to ${app};

-- A claim that is paid, or not any more, closes or opens what its township works of it, here and nowhere else. Put so that no index
-- but the one by the claim will do: the plan is kept, and the table may have been empty when it was made.
drop trigger failed_debits_close on claim;
drop function failed_debits_close();
create function debit_work_close() returns trigger language plpgsql set enable_seqscan = off as $$
declare
    paid bigint[] := array(select claim_no from after where state = 'PAID');
    owed bigint[] := array(select claim_no from after where state <> 'PAID');
begin
    update failed_debit set closed = true where closed is not true and claim_no = any (paid);
    update failed_debit set closed = false where closed is not false and claim_no = any (owed);
    update debit_guidance set closed = true where closed is not true and claim_no = any (paid);
    update debit_guidance set closed = false where closed is not false and claim_no = any (owed);
    return null;
end $$;
create trigger debit_work_close after update on claim
    referencing new table as after for each statement execute function debit_work_close();
