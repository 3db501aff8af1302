-- A payload as JSON; null for what is none, so that one unreadable event does not blind every query after it.
create function payload_json(payload bytea) returns jsonb language plpgsql immutable parallel safe as $$
begin
    return convert_from(payload, 'UTF8')::jsonb;
exception when others then
    return null;
end $$;

create table circulation (
    as_of       date primary key,
    circulation jsonb not null
);

create table assessment (
    township   text not null,
    as_of      date not null,
    assessment jsonb not null,
    primary key (township, as_of)
);

-- How far each rule of the audit bureau has looked.
create table screening (
    rule   text not null,
    ran_on date not null,
    up_to  bigint not null,             -- place in the index of events
    primary key (rule, ran_on)
);

create table finding (
    finding_id text primary key,
    rule       text not null,
    key        text not null,           -- what it is about: the same is found once
    suspicion  text not null,
    department text not null,           -- who is asked
    area       text not null,
    amount     bigint not null,
    evidence   text[] not null,         -- ids of events
    raised_on  date not null,
    unique (rule, key)
);
create index finding_area on finding (area, finding_id);

create table finding_step (
    seq         bigint generated always as identity primary key,
    finding_id  text not null references finding,
    step        text not null,
    state       text not null,
    on_date     date not null,
    by_whom     text not null,
    explanation text,
    conclusion  text
);
create index finding_step_finding on finding_step (finding_id, seq);

-- What the audit bureau looked at.
create table bureau_access (
    seq     bigint generated always as identity primary key,
    on_date date,
    at      timestamptz not null default now(),
    by_whom text not null,
    path    text not null,
    query   text not null,
    status  int not null
);

grant execute on function payload_json(bytea) to ${app};
grant select, insert on circulation, assessment, screening, finding, finding_step, bureau_access to ${app};
