-- Answers to requests that move money or lists, by the key that the sender chose.
create table idempotency (
    operation text not null,
    owner     text not null,
    key       text not null,
    digest    text not null,
    answer    text,
    at        timestamptz not null default clock_timestamp(),
    primary key (operation, owner, key)
);
grant select, insert, update on idempotency to ${app};
