-- The signed report of a self-check, as the township handed it in.
create table self_check_report (
    push_id text primary key references self_check,
    content bytea not null
);

-- Who looked at one: a person and day once.
create table self_check_look (
    push_id    text not null references self_check_report,
    by_whom    text not null,
    department text not null,
    area       text not null,
    seen_on    date not null,
    primary key (push_id, by_whom, seen_on)
);
grant select, insert on self_check_report, self_check_look to ${app};
