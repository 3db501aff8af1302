-- The last number given out, per fee year. It moves in the transaction that issues, so that no number is ever missing.
create table receipt_number (
    fee_year integer primary key,
    last     bigint not null
);

-- Payment vouchers (缴费凭证), one per payment, and payment certificates (缴费证明), one per person and fee year. What they
-- say is read from payments and refunds each time, so that a refunded payment cannot be shown as paid.
create table receipt (
    number     text primary key,
    fee_year   integer not null,
    serial     bigint not null,
    kind       text not null check (kind in ('VOUCHER', 'CERTIFICATE')),
    payment_id uuid unique references payment,
    person_key text not null,
    check_code text not null,
    issued_on  date not null,
    issued_by  text not null,
    unique (fee_year, serial),
    check ((kind = 'VOUCHER') = (payment_id is not null))
);
create unique index receipt_certificate on receipt (person_key, fee_year) where kind = 'CERTIFICATE';
create index payment_person on payment (person_key);

grant select, insert on receipt to ${app};
grant select, insert, update on receipt_number to ${app};
revoke update, delete, truncate on receipt from ${app};
