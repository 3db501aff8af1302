-- Screening of special-group identities: what is doubtful about whom, and what an agency decided about it.
create table screening (
    screening_id uuid primary key,
    area         text not null,
    screened     int not null,
    screened_on  date not null,
    screened_by  text not null
);
create table identity_doubt (
    doubt_id     uuid primary key,
    screening_id uuid not null references screening deferrable initially deferred,
    person_key   uuid not null references person,
    category     text not null,
    rule         text not null,
    listed       boolean not null,      -- has the status and perhaps should not; otherwise the other way round
    outcome      text check (outcome in ('KEPT', 'ENDED', 'PASSED_ON')),
    reason       text,
    decided_on   date,
    decided_by   text,
    check ((outcome is null) = (decided_on is null)),
    check (outcome is distinct from 'KEPT' or reason is not null)
);
-- a doubt that is open or was decided to be none is not raised again
create unique index identity_doubt_once on identity_doubt (person_key, category, rule)
    where outcome is null or outcome = 'KEPT';
create index identity_doubt_open on identity_doubt (doubt_id) where outcome is null;
grant select, insert on screening to ${app};
grant select, insert, update on identity_doubt to ${app};
