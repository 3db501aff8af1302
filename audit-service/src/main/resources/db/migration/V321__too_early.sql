-- The first day on which it came before its window opened, and did not count.
alter table obligation add column early_on date;
