-- The labour and social security specialists 劳动和社会保障专干 that the townships put on record: the latest of a day has the duty.
create table specialist (
    assignment_id uuid primary key,
    township      text not null,
    person        text not null,
    from_on       date not null
);
create index specialist_township on specialist (township, from_on);

alter table debit_amount add column specialist text; -- who applied for the change
grant select, insert on specialist to ${app};
revoke update, delete, truncate on specialist from ${app};
