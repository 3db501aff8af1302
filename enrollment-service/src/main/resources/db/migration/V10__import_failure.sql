-- What became of somebody whose row a list could not be imported with: the department told the person, so that nobody is
-- left uninsured. The failures themselves are the rows of special_group_error.
create table import_failure_closure (
    list_id     uuid not null references special_group_list,
    row         int not null,
    outcome     text not null check (outcome in ('LISTED_ANEW', 'NOT_ENTITLED', 'MOVED_AWAY', 'DECEASED')),
    informed_on date,                   -- when the person was told; null where nobody was to be told
    note        text,
    closed_on   date not null,
    closed_by   text not null,
    primary key (list_id, row),
    check (informed_on <= closed_on),
    check (outcome = 'DECEASED' or informed_on is not null)
);
-- who asked for the data of a resident, and for what purpose
create table registration_query (
    query_no   bigint generated always as identity primary key,
    person_key uuid,                    -- null when nobody bears the number
    purpose    text not null,
    asked_on   date not null,
    asked_by   text not null,
    department text not null
);
grant select, insert on import_failure_closure, registration_query to ${app};
