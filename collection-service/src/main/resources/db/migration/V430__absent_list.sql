-- The list with which a resident was listed first. Those of before are one list of their township and year.
alter table absent_resident add column list_id text;
update absent_resident set list_id = fee_year || '-' || township;
alter table absent_resident alter column list_id set not null;
