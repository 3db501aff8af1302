-- Positive and negative assessments of the agencies, for payments in special cases (特殊情形缴费).
create table special_case (
    assessment_id text primary key,
    person_key    text not null,
    insurance     text not null check (insurance in ('PENSION', 'MEDICAL')),
    fee_year      integer not null,
    kind          text not null,
    positive      boolean not null,
    amount        bigint not null check (amount >= 0),
    valid_until   date,
    clause        text not null,
    assessed_on   date not null,
    check (positive = (valid_until is not null))
);
create index special_case_person on special_case (person_key, insurance, fee_year) where positive;
grant select, insert on special_case to ${app};
