-- The day of payment where tax learned of it later: a bank debits on one day and answers on another. The money counts on the
-- day; since when it entitles is decided by the day of payment.
alter table collected
    add column debited_on date check (debited_on < day);
