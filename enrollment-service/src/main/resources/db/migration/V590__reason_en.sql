-- What a reader of English is told; null on what was kept before, which has it from its code.
alter table special_group_list add column reason_en text;
alter table special_group_error add column message_en text;
