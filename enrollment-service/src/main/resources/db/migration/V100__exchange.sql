-- What a department reported about a person's status, until an agency passes it on to tax.
create table identity_report (
    report_id   uuid primary key,
    department  text not null,
    person_key  uuid not null references person,
    category    text not null,
    valid_from  date not null,
    valid_until date check (valid_until >= valid_from),
    changed_on  date not null,
    carrier     text not null check (carrier in ('ELECTRONIC', 'MEDIA', 'MAIL', 'PAPER')),
    reported_on date not null,
    reported_by text not null,
    passed_on   date,
    passed_by   text,
    check ((passed_on is null) = (passed_by is null))
);
create index identity_report_waiting on identity_report (report_id) where passed_on is null;

-- For which quarter household data are the latest, and how many live here and are registered elsewhere.
alter table household_feed add column quarter text, add column floating int;

grant select, insert on identity_report to ${app};
grant update (passed_on, passed_by) on identity_report to ${app};
