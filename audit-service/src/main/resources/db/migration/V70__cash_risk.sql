-- What the cash screens found. The same is found once.
create table cash_suspect (
    suspect_id text primary key,
    screen     text not null,
    key        text not null,
    breach     text not null,
    township   text not null,
    village    text,
    amount     bigint not null,
    evidence   text[] not null,         -- ids of events
    push_id    text not null,
    unique (screen, key)
);
create index cash_suspect_push on cash_suspect (push_id);

create table suspect_push (
    push_id   text primary key,
    township  text not null,
    pushed_on date not null
);
create index suspect_push_township on suspect_push (township, push_id);

create table self_check (
    push_id       text primary key references suspect_push,
    report_digest text not null,
    reported_on   date not null,
    by_whom       text not null
);

create table self_check_result (
    suspect_id text primary key references cash_suspect,
    result     text not null
);

-- A population is sealed first, and drawn from when the seed is known.
create table sample (
    sample_id   text primary key,
    digest      text not null,
    seed_source text not null,
    sealed_on   date not null unique
);

create table sample_member (
    sample_id  text not null references sample,
    stratum    text not null,
    suspect_id text not null unique references cash_suspect,
    primary key (sample_id, suspect_id)
);

create table sample_draw (
    sample_id text primary key references sample,
    seed      text not null,
    drawn_on  date not null,
    by_whom   text not null
);

create table spot_check (
    suspect_id text primary key references cash_suspect,
    sample_id  text not null references sample,
    outcome    text not null,
    department text not null,
    checked_on date not null,
    by_whom    text not null
);

create table violation (
    violation_id text primary key,
    origin       text not null,
    origin_id    text not null,
    breach       text not null,
    answerable   text not null,
    township     text not null,
    referred_on  date not null
);
create index violation_township on violation (township, violation_id);

create table violation_decision (
    violation_id text primary key references violation,
    handling     text not null,
    decided_on   date not null,
    by_whom      text not null
);

create table inspection (
    inspection_id text primary key,
    township      text not null,
    number        int not null,
    held_on       date not null,
    departments   text[] not null,
    villages      text[] not null,
    by_whom       text not null
);
create index inspection_township on inspection (township, held_on);

grant select, insert on cash_suspect, suspect_push, self_check, self_check_result, sample, sample_member, sample_draw,
    spot_check, violation, violation_decision, inspection to ${app};
