-- The register of residents. One row per person; the key is what every other service knows.
create table person (
    person_key       uuid primary key,
    id_number        text not null unique,
    name             text not null,
    birth            date not null,
    sex              text not null check (sex in ('FEMALE', 'MALE')),
    household        text,
    township         text not null check (length(township) = 9),
    village          text not null check (length(village) = 12 and starts_with(village, township)),
    registered_here  boolean not null,
    resides_here     boolean not null,
    student          boolean not null,
    employee_insured boolean not null,
    insured_elsewhere boolean not null,
    other_pension    boolean not null,
    pension_tier     bigint check (pension_tier > 0),                   -- fen, last year's or wished
    state            text not null check (state in ('LIVING', 'MOVED_OUT', 'DECEASED')),
    updated_on       date not null
);

-- A special status on every day from valid_from to valid_until, both included; null: no end is known.
create table identity (
    person_key  uuid not null references person,
    category    text not null,
    valid_from  date not null,
    valid_until date,
    check (valid_until >= valid_from),
    primary key (person_key, category, valid_from)
);

-- Household data as handed in by the police.
create table household_feed (
    feed_id     uuid primary key,
    area        text not null,
    declared    int not null,
    received    int not null,
    applied     int not null,
    births      int not null,
    deaths      int not null,
    moves       int not null,
    digest      text not null,
    received_on date not null,
    received_by text not null
);

create table household_error (
    feed_id uuid not null references household_feed,
    row     int not null,
    field   text not null,
    code    text not null,
    message text not null
);
create index household_error_feed on household_error (feed_id, row);

-- Every list that was handed in, whatever became of it.
create table special_group_list (
    list_id        uuid primary key,
    department     text not null,
    category       text not null,
    area           text not null,
    list_date      date not null,
    declared       int not null,
    received       int not null,
    accepted       int not null,
    grade          text not null check (grade in ('ACCEPTED', 'ACCEPTED_WITH_ERRORS', 'PARTIAL', 'REJECTED')),
    reason_code    text,
    reason         text,
    signed_by      text,
    sealed         boolean not null,
    carrier        text,
    confirmed_zero boolean not null,
    file_name      text,
    file_format    text,                                               -- null when it was not recognised
    file_bytes     bigint not null,
    digest         text not null,                                      -- SHA-256 of the file as it arrived
    received_on    date not null,
    received_by    text not null,
    check (accepted <= received),
    check (grade <> 'REJECTED' or accepted = 0 and reason_code is not null)
);
-- the same list under another key is the same list
create unique index special_group_list_content
    on special_group_list (department, category, area, list_date, digest) where grade = 'ACCEPTED';

-- The file as it arrived, in parts, so that neither side ever holds the whole.
create table special_group_file (
    list_id uuid not null references special_group_list,
    part    int not null,
    content bytea not null,
    primary key (list_id, part)
);

-- Rows that were applied, and what was wrong with the others.
create table special_group_member (
    list_id     uuid not null references special_group_list,
    row         int not null,
    person_key  uuid not null references person,
    valid_from  date not null,
    valid_until date,
    primary key (list_id, row)
);

create table special_group_error (
    list_id uuid not null references special_group_list,
    row     int not null,
    field   text not null,
    code    text not null,
    message text not null
);
create index special_group_error_list on special_group_error (list_id, row);

create table identity_change (
    change_id   uuid primary key,
    person_key  uuid not null references person,
    category    text not null,
    valid_from  date not null,
    valid_until date,
    changed_on  date not null,
    changed_by  text not null,
    department  text not null
);

create table registration (
    registration_id uuid primary key,
    person_key      uuid not null references person,
    insurance       text not null check (insurance in ('PENSION', 'MEDICAL')),
    kind            text not null check (kind in ('REGISTERED', 'CHANGED', 'CANCELLED')),
    first_month     date not null,
    last_month      date not null,
    registered_on   date not null,
    registered_by   text not null
);
create index registration_person on registration (person_key);

-- One row per insurance and fee year: its lock keeps revisions in order.
create table roster_series (
    insurance text not null,
    fee_year  int not null,
    revisions int not null,
    primary key (insurance, fee_year)
);

create table roster (
    roster_id  uuid primary key,
    insurance  text not null,
    fee_year   int not null,
    area       text not null,
    revision   int not null,
    lines      int not null,
    total      bigint not null,
    digest     text not null,
    sealed_by  text not null,
    sealed_on  date not null,
    state      text not null check (state in ('SEALED', 'DELIVERED', 'ACCEPTED', 'REFUSED')),
    reason     text,
    unique (insurance, fee_year, revision)
);

-- The sealed lines, as they are published. A line never changes: what comes later is a later revision.
create table roster_line (
    roster_id       uuid not null,
    number          int not null,
    person_key      uuid not null,
    sealed_identity text not null,
    township        text not null,
    village         text not null,
    birth           date not null,
    sex             text not null,
    statuses        text not null,                                     -- JSON array; '[]' when there is none
    due             bigint not null,
    primary key (roster_id, number)
);
create index roster_line_person on roster_line (person_key);

grant select, insert, update on person, special_group_list, roster_series, roster to ${app};
grant select, insert, update, delete on identity to ${app};
grant select, insert on household_feed, household_error, special_group_file, special_group_member,
    special_group_error, identity_change, registration, roster_line to ${app};
-- where the platform gave a group of applications more than this service needs
do $$
begin
    if exists (select from pg_roles where rolname = 'liangxian_app') then
        revoke update, delete, truncate on household_feed, household_error, special_group_file, special_group_member,
            special_group_error, identity_change, registration, roster_line from liangxian_app;
        revoke delete, truncate on person, special_group_list, roster_series, roster from liangxian_app;
    end if;
end
$$;
