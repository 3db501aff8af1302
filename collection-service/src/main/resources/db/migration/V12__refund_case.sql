-- A refund on its way from the request to the money going back. The refund itself stays the fact of table refund.
create table refund_case (
    case_id              uuid primary key,
    payment_id           uuid not null references payment,
    person_key           text not null,
    insurance            text not null check (insurance in ('PENSION', 'MEDICAL')),
    fee_year             integer not null,
    amount               bigint not null check (amount > 0),
    reason               text not null,
    automatic            boolean not null,
    documents            jsonb not null,        -- names and digests
    village              text not null,
    requested_on         date not null,
    requested_by         text not null,
    -- the standing, the only columns that change
    state                text not null check (state in ('REQUESTED', 'CHECKED', 'APPROVED', 'MADE', 'REFUSED')),
    waits_since          date not null,         -- of the last step
    entitlement_recorded boolean not null default false,
    refused_because      text,
    check ((state = 'REFUSED') = (refused_because is not null))
);
create unique index refund_case_payment on refund_case (payment_id) where state <> 'REFUSED';

-- Who did what about it, in order.
create table refund_step (
    step_no    bigint generated always as identity primary key,
    case_id    uuid not null references refund_case,
    step       text not null,
    department text not null,
    by_whom    text not null,
    note       text,
    on_date    date not null
);
create index refund_step_case on refund_step (case_id);
alter table refund add column case_id uuid references refund_case;

grant select, insert on refund_case, refund_step to ${app};
revoke update, delete, truncate on refund_case, refund_step from ${app};
grant update (state, waits_since, entitlement_recorded, refused_because) on refund_case to ${app};
