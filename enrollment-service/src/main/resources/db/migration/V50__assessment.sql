-- Payments in special cases (特殊情形缴费): asked for, then assessed once by the agency of the insurance.
create table assessment (
    assessment_id uuid primary key,
    person_key    uuid not null references person,
    insurance     text not null check (insurance in ('PENSION', 'MEDICAL')),
    fee_year      int not null,
    kind          text not null,                    -- code of the special case in the policy
    tier          bigint,                           -- fen, the tier wished; null when none is
    documents     jsonb not null,                   -- what was shown: name and digest of each
    requested_on  date not null,
    requested_by  text not null,
    positive      boolean,                          -- null while it waits for the agency
    amount        bigint,
    reason        text,
    valid_until   date,
    clause        text not null,
    assessed_on   date,
    assessed_by   text,
    check ((positive is null) = (assessed_on is null)),
    check ((positive is true) = (amount is not null and valid_until is not null)),
    check (amount > 0),
    check (positive is not false or reason is not null)
);
-- one at a time waits for the agency; after a no, somebody may ask again
create unique index assessment_waiting on assessment (person_key, insurance, fee_year) where positive is null;
create index assessment_open on assessment (insurance, assessment_id) where positive is null;
grant select, insert, update on assessment to ${app};
