-- Lines of accepted rosters that cannot be linked to one natural person; visible until somebody has looked into them.
create table link_anomaly (
    anomaly_id uuid primary key,
    kind       text not null check (kind in ('ID_NUMBER_SHARED', 'IDENTITY_DIFFERS')),
    claim_no   bigint not null references claim,
    person_key text not null,
    other_key  text,
    insurance  text not null,
    township   text not null,
    raised_on  date,                    -- null before the first business date
    state      text not null default 'OPEN' check (state in ('OPEN', 'CLOSED')),
    rightful   text,                    -- whose the shared ID number is
    finding    text,
    closed_by  text,
    closed_on  date,
    unique (claim_no, kind),
    check ((state = 'CLOSED') = (finding is not null)),
    check (rightful is null or kind = 'ID_NUMBER_SHARED')
);
create index link_anomaly_person on link_anomaly (person_key);

grant select, insert on link_anomaly to ${app};
revoke update, delete, truncate on link_anomaly from ${app};
grant update (state, rightful, finding, closed_by, closed_on) on link_anomaly to ${app};
