-- Facts: the application may add to them and read them, nothing else (see the grants at the end).

-- The business dates as the calendar opened them.
create table calendar_day (
    date    date primary key,
    area    text not null,
    workday boolean not null
);

-- Every handoff of every service, as it arrived. seq is the order of arrival and the cursor of the replay view.
create table event (
    seq           bigint generated always as identity primary key,
    id            text not null,
    source        text not null,
    topic         text not null,
    partition     int not null,
    position      bigint not null,
    subject       text,
    time          timestamptz not null,
    business_date date,
    correlation   text not null,
    causation     text,
    payload       bytea
);
create index event_subject on event (subject, seq);
create index event_topic on event (topic, seq);
create index event_correlation on event (correlation, seq);
create index event_business_date on event (business_date, seq);

-- The hash chain of each partition: one link per batch, its head made of the head before and the records of the batch.
create table chain_link (
    topic          text not null,
    partition      int not null,
    number         bigint not null,
    first_position bigint not null,
    last_position  bigint not null,
    records        int not null,
    head           bytea not null,
    primary key (topic, partition, number)
);

-- An event that counts for an obligation. An obligation in several parts is met when as many parts have come as it needs.
create table arrival (
    obligation_id text not null,
    part          text not null,
    business_date date not null,
    event_id      text not null,
    manner        text not null,
    primary key (obligation_id, part, business_date, event_id)
);

-- What happened to an obligation, step by step; a correction is a further step.
create table obligation_fact (
    seq           bigint generated always as identity primary key,
    obligation_id text not null,
    happening     text not null,
    on_date       date not null,
    due           date not null,
    event_id      text
);
create index obligation_fact_obligation on obligation_fact (obligation_id, seq);

-- Claims that are paid in full, for the publication.
create table settled_claim (
    person_key text not null,
    insurance  text not null,
    fee_year   int not null,
    township   text not null,
    village    text not null,
    settled_on date not null,
    primary key (person_key, insurance, fee_year)
);
create index settled_claim_township on settled_claim (township, settled_on);
create index settled_claim_day on settled_claim (settled_on, insurance);

create table publication (
    publication_id text primary key,
    township       text not null,
    people         int not null,
    lines          int not null,
    ordered_on     date not null,
    from_date      date not null,
    until_date     date not null,
    digest         text not null
);
create index publication_township on publication (township);

create table publication_line (
    publication_id text not null references publication,
    number         int not null,
    person_key     text not null,
    insurance      text not null,
    fee_year       int not null,
    village        text not null,
    primary key (publication_id, number),
    unique (person_key, insurance, fee_year)
);

create table publication_evidence (
    publication_id  text not null references publication,
    evidence_digest text not null,
    published_on    date not null,
    filed_on        date not null,
    primary key (publication_id, evidence_digest)
);

create table evaluation (
    evaluation_id text primary key,
    reported_on   date not null unique,
    report        jsonb not null
);

-- State: where each obligation stands now, as the facts above say.
create table obligation (
    obligation_id text primary key,
    handoff       text not null,
    owner         text not null,
    receiver      text not null,
    area          text not null,
    scope         jsonb not null,
    clause        text not null,
    assumed       boolean not null,
    needed        int not null,
    opened        date not null,
    due           date not null,
    started_by    text not null,          -- the event that started its clock; empty when the calendar did
    standing      text not null,
    missed_on     date,
    met_on        date,
    met_by        text,
    manner        text
);
create index obligation_open on obligation (due) where standing in ('EXPECTED', 'OPEN', 'DUE_SOON');
create index obligation_owner on obligation (owner, area, standing);

do $$
declare
    fact  text;
    facts text[] := array['calendar_day', 'event', 'chain_link', 'arrival', 'obligation_fact', 'settled_claim',
                          'publication', 'publication_line', 'publication_evidence', 'evaluation'];
begin
    foreach fact in array facts loop
        execute format('grant select, insert on %I to ${app}', fact);
    end loop;
end $$;
grant select, insert, update on obligation to ${app};
