-- The changes of amounts, among the amounts of everybody.
create index debit_amount_changed on debit_amount (amount_no) where change_id is not null;
