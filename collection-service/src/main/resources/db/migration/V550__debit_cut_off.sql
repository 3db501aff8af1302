-- the last day of which a batch knows everything; so it was before anybody said it
alter table debit_batch add cut_off date;
update debit_batch set cut_off = debit_on - 1;
alter table debit_batch alter cut_off set not null;
