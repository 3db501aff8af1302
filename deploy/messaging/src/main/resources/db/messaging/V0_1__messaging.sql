-- Outgoing handoffs, written in the transaction of the work. The relay deletes what Kafka has acknowledged.
-- Column names as Debezium's EventRouter expects them.
create table outbox (
    seq           bigint generated always as identity primary key,
    id            uuid not null,
    aggregatetype text not null,          -- the topic
    aggregateid   text not null,          -- the subject, key of the record
    type          text not null,
    payload       bytea not null,
    business_date date,
    correlation   text not null,
    causation     text,
    written_at    timestamptz not null default clock_timestamp()
);

-- One row for every event whose work is done: a second delivery finds it.
create table inbox (
    id     text not null,
    source text not null,
    primary key (id, source)
);

-- How far each partition has been worked, in the same transaction as the work: exact lag, and the
-- deduplication of bulk streams, whose work is idempotent by business key.
create table handled (
    topic       text not null,
    partition   int not null,
    next_offset bigint not null,
    primary key (topic, partition)
);

-- Events that could not be worked. While one of a key is here, later ones of the key wait behind it.
create table dead_letter (
    id          bigint generated always as identity primary key,
    event_id    text not null,
    topic       text not null,
    record_key  text,
    headers     jsonb not null,
    payload     bytea,
    reason      text not null,
    waits       boolean not null,         -- true: nothing wrong with it, it waits behind another of its key
    state       text not null check (state in ('PARKED', 'RESENT', 'DONE', 'DISCARDED')),
    parked_at   timestamptz not null default clock_timestamp(),
    decided_by  text
);
create index dead_letter_outstanding on dead_letter (topic, record_key, id) where state in ('PARKED', 'RESENT');

-- The business dates that this service has opened.
create table business_day (
    date     date primary key,
    workday  boolean not null
);

create table counter (
    name  text primary key,
    value bigint not null
);
insert into counter values ('sent', 0);

-- How far a bulk stream (a roster) has been published.
create table bulk_publication (
    stream    text primary key,
    next_line bigint not null,
    done      boolean not null
);

grant select, insert, delete on outbox to ${app};
grant select, insert on inbox to ${app};
grant select, insert, update on handled, dead_letter, counter, bulk_publication to ${app};
grant select, insert on business_day to ${app};
