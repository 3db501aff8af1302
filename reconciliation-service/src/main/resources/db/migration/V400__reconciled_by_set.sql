-- Of an index every row that comes in pays for. No statement looks for a row of a report by its voucher alone, and of
-- payments the one that a refund belongs to is looked for by its own id.
drop index treasury_row_voucher;
drop index collected_payment;
create index collected_refund on collected (payment_id) where kind = 'REFUND';

-- That a balance holds is looked for once for all differences that come with it and not once for each of them: they come
-- in one statement, after their balance.
drop trigger balance_holds on difference;
create function differences_inserted() returns trigger language plpgsql as $$
begin
    if exists (
        select from (select distinct day, insurance, version from inserted) i
        join balance b using (day, insurance, version)
        where b.treasury - b.collected <> (
            select sum(d.fen) from difference d
            where d.day = b.day and d.insurance = b.insurance and d.version = b.version)) then
        raise exception 'differences were added to a balance that they do not make hold: treasury - collected is not the sum of its differences'
            using errcode = 'check_violation';
    end if;
    return null;
end $$;
create trigger differences_hold after insert on difference
    referencing new table as inserted for each statement execute function differences_inserted();

-- Claims with several payments are few; only of those all payments are looked at.
create index claim_paid_further on claim (person_key, insurance, fee_year) where payments > 1;
