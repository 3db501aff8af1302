-- What a batch file says of its lines, kept as it was sent; and when the bank debited (TaxDate of its answer).
alter table debit_agreement
    add column opening_bank text;       -- where the account is held; null: the bank itself
alter table debit_batch
    add column fee_year integer;
alter table debit_line
    add column payer text,              -- whose contribution it is; another may hold the account
    add column insurance text,
    add column opening_bank text,
    add column debited_on date;
update debit_line l set payer = c.name, insurance = c.insurance from claim c where c.claim_no = l.claim_no;
update debit_batch b set fee_year = (select c.fee_year from debit_line l join claim c using (claim_no)
    where l.batch_no = b.batch_no limit 1);
alter table debit_batch alter column fee_year set not null;
alter table debit_line alter column payer set not null, alter column insurance set not null;
