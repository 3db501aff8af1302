-- What the treasury states for a month, beside what tax had collected in it by then; a restated month is a new version.
create table treasury_statement (
    month       text not null check (month ~ '^\d{4}-\d{2}$'),
    insurance   text not null check (insurance in ('PENSION', 'MEDICAL')),
    version     int not null check (version > 0),
    account     text not null,
    entries     int not null,
    total       bigint not null,
    collected   bigint not null,
    in_days     bigint not null,             -- the treasury's days less what was collected
    beyond_days bigint not null,             -- the statement less the treasury's days
    issued_on   date not null,
    primary key (month, insurance, version),
    check (total - collected = in_days + beyond_days)
);

create table agency_report (
    month     text not null,
    insurance text not null,
    version   int not null check (version > 0),
    income    bigint not null,
    statement bigint not null,
    reasons   jsonb not null,
    filed_on  date not null,
    primary key (month, insurance, version)
);

grant select, insert on treasury_statement, agency_report to ${app};
