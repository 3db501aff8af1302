-- Payment rosters for publication: all versions of a township share their lines. A version shows what was there since it or
-- before and had not been withdrawn by then; a number is never given twice.
create table payment_roster (
    payment_roster_id uuid primary key,
    township          text not null,
    fee_year          integer not null,
    version           integer not null check (version > 0),
    replaces          uuid unique references payment_roster,
    people            integer not null,
    lines             integer not null,
    last_number       integer not null,
    digest            text not null,
    drawn_on          date not null,
    objection_id      text unique,      -- the objection that the version corrects
    unique (township, fee_year, version),
    check ((version = 1) = (replaces is null)),
    check ((version = 1) = (objection_id is null))
);

create table payment_roster_line (
    township text not null,
    fee_year integer not null,
    number   integer not null,
    claim_no bigint not null references claim,
    since    integer not null,
    primary key (township, fee_year, number)
);
create index payment_roster_line_claim on payment_roster_line (claim_no);

create table payment_roster_withdrawal (
    township text not null,
    fee_year integer not null,
    number   integer not null,
    since    integer not null,
    primary key (township, fee_year, number),
    foreign key (township, fee_year, number) references payment_roster_line
);

-- Objections to what is published, as they were taken at the counters; they name nobody.
create table publication_objection (
    objection_id      text primary key,
    payment_roster_id text not null,
    township          text not null,
    kind              text not null
);

do $$
declare
    fact  text;
    facts text[] := array['payment_roster', 'payment_roster_line', 'payment_roster_withdrawal', 'publication_objection'];
begin
    foreach fact in array facts loop
        execute format('grant select, insert on %I to ${app}', fact);
        execute format('revoke update, delete, truncate on %I from ${app}', fact);
    end loop;
end $$;
