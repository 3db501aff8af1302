-- The published lines stay with tax; what audit keeps of a publication names nobody.
drop table publication_line;

alter table publication
    add column version     integer not null default 1,
    add column replaces    text references publication,
    add column last_number integer not null default 0;

-- The photograph or scan itself, where it hung and who filed it.
alter table publication_evidence
    add column village    text,
    add column place      text,
    add column filed_by   text,
    add column media_type text,
    add column content    bytea;

-- What residents object to, and step by step what came of it. The state is that of the last step.
create table objection (
    objection_id   text primary key,
    publication_id text not null references publication,
    township       text not null,
    kind           text not null,
    line           integer,
    channel        text,
    voucher        text,
    objected_on    date not null,
    taken_by       text not null
);
create index objection_township on objection (township, objection_id);

create table objection_step (
    seq          bigint generated always as identity primary key,
    objection_id text not null references objection,
    step         text not null,
    state        text not null,
    on_date      date not null,
    by_whom      text not null,
    ground       text,
    corrected_by text,
    payment_id   text,
    refund_id    text
);
create index objection_step_objection on objection_step (objection_id, seq);

grant select, insert on objection, objection_step to ${app};
