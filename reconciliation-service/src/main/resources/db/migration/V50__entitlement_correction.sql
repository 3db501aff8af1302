-- Money went back for which an entitlement had been recorded: the agency has to correct the entitlement.
create table entitlement_correction (
    case_id      text   primary key,
    person_key   text   not null,
    insurance    text   not null,
    fee_year     int    not null,
    paid_in_all  bigint not null,
    told_on      date   not null,
    corrected_on date,
    corrected_by text,
    check ((corrected_on is null) = (corrected_by is null))
);
create index entitlement_correction_open on entitlement_correction (insurance, case_id) where corrected_on is null;
grant select, insert, update on entitlement_correction to ${app};
