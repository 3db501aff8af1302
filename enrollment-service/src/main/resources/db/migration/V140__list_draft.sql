-- A list that one person has uploaded and another has not yet committed: nothing of it is handed over.
create table list_draft (
    draft_id       uuid primary key,
    department     text not null,
    category       text not null,
    area           text not null,
    list_date      date not null,
    declared       int not null check (declared >= 0),
    signed_by      text not null,
    sealed         boolean not null,
    confirmed_zero boolean not null,
    file_name      text,
    file_bytes     bigint not null,
    digest         text not null,
    preview        text not null,       -- what acceptance would answer, with the first rows masked, as JSON
    uploaded_on    date not null,
    uploaded_by    text not null,
    decided_on     date,
    decided_by     text,
    list_id        uuid references special_group_list, -- null when it was withdrawn
    check ((decided_on is null) = (decided_by is null)),
    check (list_id is null or decided_by is not null),
    check (list_id is null or decided_by <> uploaded_by)
);
create index list_draft_waiting on list_draft (department, area) where decided_on is null;

-- its file in parts; gone as soon as the draft is decided, since a committed list keeps its own
create table list_draft_file (
    draft_id uuid not null references list_draft,
    part     int not null,
    content  bytea not null,
    primary key (draft_id, part)
);
grant select, insert, update on list_draft to ${app};
grant select, insert, delete on list_draft_file to ${app};
