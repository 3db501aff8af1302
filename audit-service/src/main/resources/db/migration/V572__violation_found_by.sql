-- who found what is referred: none of them decides how it is dealt with
alter table violation add found_by text[] not null default '{}';
