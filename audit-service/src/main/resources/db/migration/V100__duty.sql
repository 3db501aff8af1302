-- Who is named for what, and since when; the reason where somebody else had it before.
create table duty_assignment (
    assignment_id text primary key,
    duty          text not null,
    department    text not null,
    area          text not null,
    person        text not null,
    post          text not null,
    contact       text not null,
    from_on       date not null,
    replaces      text,
    reason        text,
    changes_on    date,
    announced_on  date not null,
    by_whom       text not null,
    check ((replaces is null) = (reason is null))
);
create index duty_assignment_unit on duty_assignment (duty, department, area, assignment_id);

create table handler_publication (
    publication_id text primary key,
    township       text not null,
    published_on   date not null,
    filed_on       date not null,
    by_whom        text not null
);
create index handler_publication_township on handler_publication (township, publication_id);

create table village_handler (
    publication_id text not null references handler_publication,
    village        text not null,
    person         text not null,
    post           text not null,
    contact        text not null,
    matters        text not null,
    place          text not null,
    primary key (publication_id, village)
);

-- Trainings and drills of the people of a township.
create table instruction (
    instruction_id text primary key,
    kind           text not null check (kind in ('TRAINING', 'DRILL')),
    township       text not null,
    departments    text[] not null,
    specialists    int not null,
    helpers        int not null check (specialists + helpers > 0),
    held_on        date not null,
    by_whom        text not null
);

create table hall_notice (
    notice_id  text primary key,
    department text not null,
    area       text not null,
    hall       text not null,
    posted_on  date not null,
    digest     text not null,
    media_type text not null,
    content    bytea not null,
    by_whom    text not null
);

grant select, insert on duty_assignment, handler_publication, village_handler, instruction, hall_notice to ${app};
