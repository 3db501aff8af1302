-- Times in which a channel took no money, and payments that failed in it, as the channels report them.
create table outage (
    outage_id   uuid primary key,
    channel     text not null,
    since       timestamp not null,     -- local time of the county
    until       timestamp,              -- null while it lasts
    cause       text not null,
    reported_by text not null,
    check (until >= since)
);
create unique index outage_open on outage (channel) where until is null;
create index outage_since on outage (since);

create table channel_failure (
    failure_no bigint generated always as identity primary key,
    channel    text not null,
    on_date    date not null,
    failures   integer not null check (failures > 0),
    cause      text not null
);
create index channel_failure_day on channel_failure (on_date);

grant select, insert on outage, channel_failure to ${app};
revoke update, delete, truncate on outage, channel_failure from ${app};
grant update (until) on outage to ${app};
