-- What the agencies reported to tax of refunds made: each once, with copies; the originals stay with the agency.
create table refund_report (
    case_id      uuid primary key references refund_case,
    list_id      uuid not null,
    copies       integer not null,
    originals_at text not null,
    signed_by    text not null,
    by_whom      text not null,
    reported_on  date not null
);
grant select, insert on refund_report to ${app};
