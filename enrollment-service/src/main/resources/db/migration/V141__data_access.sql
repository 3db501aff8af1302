-- Who saw whose data unmasked, for which purpose; told to the departments that had provided them.
create table data_access (
    access_id   uuid primary key,
    person_key  uuid not null references person,
    purpose     text not null,
    providers   text[] not null,
    department  text not null,
    area        text not null,
    accessed_on date not null,
    accessed_by text not null
);
create index data_access_person on data_access (person_key, access_id);
grant select, insert on data_access to ${app};
