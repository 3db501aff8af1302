-- Whoever works elsewhere is listed, and told, anew for each fee year.
alter table absent_notice drop constraint absent_notice_person_key_fkey;
alter table absent_resident drop constraint absent_resident_pkey;
alter table absent_resident add primary key (person_key, fee_year);
alter table absent_notice add column fee_year integer;
update absent_notice n set fee_year = a.fee_year from absent_resident a where a.person_key = n.person_key;
alter table absent_notice alter column fee_year set not null;
alter table absent_notice add foreign key (person_key, fee_year) references absent_resident;
drop index absent_notice_person;
create index absent_notice_person on absent_notice (person_key, fee_year);
