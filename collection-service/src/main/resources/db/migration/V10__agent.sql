-- Village agents (村居代办人员) who may take contributions in their village. A fact; who stops being one gets a new row.
create table agent (
    agent_id         uuid primary key,
    township         text not null,
    village          text not null,
    number           text not null,         -- the township's own number of the agent
    name             text not null,
    agreement_digest text not null,
    valid_from       date not null,
    valid_until      date not null,
    registered_by    text not null,
    registered_on    date not null,
    check (valid_from <= valid_until),
    unique (village, number, valid_from)
);
alter table remittance add column agent_number text;    -- null for those before agents were registered
grant select, insert on agent to ${app};
