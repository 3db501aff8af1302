-- A debit that went through although the claim had been paid otherwise is reversed by the bank, before the treasury.
alter table debit_line drop constraint debit_line_state_check;
alter table debit_line drop constraint debit_line_check;
alter table debit_line
    add check (state in ('SENT', 'UNKNOWN', 'STOPPING', 'REVERSING', 'PAID', 'FAILED', 'STOPPED', 'REVERSED'));
alter table debit_line
    add check (result is null or (state in ('PAID', 'REVERSING', 'REVERSED')) = (result = 'OK'));
drop index debit_line_one_open;
create unique index debit_line_one_open on debit_line (claim_no)
    where state in ('SENT', 'UNKNOWN', 'STOPPING', 'REVERSING');
