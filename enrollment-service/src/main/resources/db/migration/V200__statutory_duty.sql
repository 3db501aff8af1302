-- For which statutory duty of the policy the data were seen; null in a county that binds nobody to duties. What came with a
-- list that a handoff had made does not count against how many residents somebody may look up in a day.
alter table data_access add column duty text;
alter table data_access add column of_list boolean not null default false;
create index data_access_reader on data_access (accessed_by, accessed_on, person_key);
