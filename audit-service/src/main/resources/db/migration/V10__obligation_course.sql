-- What the calendar does to an obligation, and what it inherits.
alter table obligation
    add column causes    text[] not null default '{}',   -- the obligations that the event which started its clock was owed for
    add column residents int not null default 0,
    add column inherited jsonb,                          -- the lateness of others that let it open late, the origin first
    add column moves_on  date;                           -- the next day on which the calendar moves it; null when none does
update obligation set moves_on = opened where standing in ('EXPECTED', 'OPEN', 'DUE_SOON', 'MISSED');
drop index obligation_open;
drop index obligation_owner;
create index obligation_moves on obligation (moves_on) where moves_on is not null;
create index obligation_causes on obligation using gin (causes) where causes <> '{}';
create index obligation_inherited on obligation (obligation_id) where inherited is not null;
create index obligation_due on obligation (due, obligation_id);

-- The periods for which the calendar has opened what is owed in them.
create table calendar_period (
    period   text primary key,
    begun_on date not null
);

-- The steps of the escalation ladder that were taken, each once.
create table escalation (
    obligation_id text not null,
    step          text not null,
    on_date       date not null,
    addressees    text[] not null,
    primary key (obligation_id, step)
);

-- Whoever owes it says that there is nothing to hand over.
create table zero_confirmation (
    obligation_id text primary key,
    department    text not null,
    confirmed_by  text not null,
    confirmed_on  date not null,
    reason        text not null
);

-- One person asks that an obligation be waived or void, a second one of another department decides.
create table waiver_request (
    waiver_id     text primary key,
    obligation_id text not null,
    kind          text not null check (kind in ('WAIVE', 'VOID')),
    reason        text not null,
    requested_by  text not null,
    department    text not null,
    requested_on  date not null,
    unique (waiver_id, requested_by, department)
);
create index waiver_request_obligation on waiver_request (obligation_id);
create table waiver_decision (
    waiver_id    text primary key,
    requested_by text not null,
    requester    text not null,
    approved     boolean not null,
    reason       text not null,
    decided_by   text not null check (decided_by <> requested_by),
    department   text not null,
    decided_on   date not null,
    foreign key (waiver_id, requested_by, requester) references waiver_request (waiver_id, requested_by, department)
);

grant select, insert on calendar_period, escalation, zero_confirmation, waiver_request, waiver_decision to ${app};
