-- Whose login applied for the change: the specialist is a name that anybody of the township may have written.
alter table debit_amount add column login text;
