-- What a month brought, kind by kind, without looking at each booking: the ledger adds to its sums with each batch that it
-- books, and what was paid in a month is found by its own index.
create table booked_sum (
    booked_on date not null,
    insurance text not null,
    purpose   text not null,
    account   text not null references account,
    fen       bigint not null               -- debit positive, credit negative
);
create index booked_sum_day on booked_sum (booked_on);
grant select, insert on booked_sum to ${app};
insert into booked_sum
select e.booked_on, e.insurance, e.purpose, p.account, sum(p.amount) from entry e join posting p using (entry_id)
group by e.booked_on, e.insurance, e.purpose, p.account;

create index contribution_month on contribution (insurance, paid_on) include (amount) where payer <> 'PROXY';
