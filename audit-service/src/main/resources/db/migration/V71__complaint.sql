-- The public keys of discipline inspection; the private ones never come here.
create table complaint_key (
    number     int generated always as identity primary key,
    public_key bytea not null,
    since      date not null,
    by_whom    text not null
);

create table complaint_contact (
    seq        bigint generated always as identity primary key,
    department text not null,
    area       text not null,
    mailbox    text not null,
    email      text not null,
    phone      text not null,
    since      date not null
);

-- Who complained, how to reach him and what he wrote is only in sealed, which no key of this house opens. No user, no time
-- of day and no address stands beside it.
create table complaint (
    complaint_id text primary key,
    request_key  bytea not null unique,     -- digest of the random key that the complainant's side chose
    way          text not null,
    breach       text not null,
    township     text not null,
    village      text,
    received_on  date not null,
    key_number   int references complaint_key,
    sealed       bytea
);
create index complaint_township on complaint (township, complaint_id);

create table complaint_finding (
    complaint_id text not null references complaint,
    department   text not null,
    founded      boolean not null,
    found_on     date not null,
    by_whom      text not null,
    primary key (complaint_id, department)
);

create table complaint_closing (
    complaint_id text primary key references complaint,
    founded      boolean not null,
    violation_id text,
    closed_on    date not null,
    by_whom      text not null
);

grant select, insert on complaint_key, complaint_contact, complaint, complaint_finding, complaint_closing to ${app};
