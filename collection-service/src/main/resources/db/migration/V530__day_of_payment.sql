-- The day of payment where it is not that on which the payment became known and was counted: TaxDate of a bank's answer that
-- came later. It decides what was owed.
alter table payment
    add column debited_on date check (debited_on < paid_on);
-- debits that were to be given back when TaxDate was not kept yet
update debit_line set debited_on = answered_on where state = 'REVERSING' and debited_on is null;
