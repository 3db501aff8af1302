-- Who is told of handoffs by HTTP. The secrets sign what is sent; the one before is valid until a moment of the wall clock.
create table webhook (
    webhook_id     text primary key,
    department     text not null,
    url            text not null,
    topics         text[] not null,
    secret         text not null,
    former_secret  text,
    former_until   timestamptz,
    created_by     text not null,
    created_on     date,
    failures       int not null default 0,
    failing_since  timestamptz,
    last_failure   text,
    next_try       timestamptz not null default '-infinity',
    disabled       boolean not null default false,
    unique (department, url)
);

-- What is to be told to whom, one after the other; a failure holds up those behind it.
create table webhook_delivery (
    seq           bigint generated always as identity primary key,
    webhook_id    text not null references webhook on delete cascade,
    event_id      text not null,
    topic         text not null,
    event_time    timestamptz not null,
    business_date date,
    state         text not null default 'WAITING',
    attempts      int not null default 0,
    last_answer   text,
    delivered_at  timestamptz
);
create index webhook_delivery_waiting on webhook_delivery (webhook_id, seq) where state = 'WAITING';
create index webhook_delivery_event on webhook_delivery (webhook_id, event_id);
create index webhook_delivery_page on webhook_delivery (webhook_id, seq);

grant select, insert, update, delete on webhook, webhook_delivery to ${app};
