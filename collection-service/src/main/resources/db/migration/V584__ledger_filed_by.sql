-- Who filed it, of the township (bachu-2022/第三十条(5)); null of those that were filed before it was kept.
alter table cash_ledger add column filed_by text;
