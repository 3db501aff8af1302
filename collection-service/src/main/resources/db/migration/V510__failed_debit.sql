-- What the desk of failed debits shows, kept by what changes lines and claims: whoever asks reads a row a failed claim and some
-- rows a day, and not the lines of all days.
create table failed_debit (
    claim_no bigint primary key references claim,   -- told to the township as failed
    village  text not null,
    attempts integer not null,      -- that failed
    batch_no bigint not null references debit_batch,    -- of the last one
    reason   text not null,         -- of the last one, as it was told: a bank may say later that it did debit
    closed   boolean not null,      -- paid since
    touched  boolean not null       -- somebody has spoken with the resident
);
create table debit_day_count (
    batch_no bigint not null references debit_batch,
    township text not null,
    state    text not null,
    result   text,
    lines    bigint not null
);
create index debit_day_count_batch on debit_day_count (batch_no);
grant select, insert, update on failed_debit to ${app};
grant select, insert, delete on debit_day_count to ${app};

insert into failed_debit
select c.claim_no, c.village, count(*), max(l.batch_no), (array_agg(l.result order by l.batch_no desc))[1],
    c.state = 'PAID', exists (select from debit_contact d where d.claim_no = c.claim_no)
from debit_line l join claim c using (claim_no) where l.state = 'FAILED' and l.listed_on is not null
group by c.claim_no, c.village, c.state;
insert into debit_day_count
select batch_no, township, state, result, count(*) from debit_line group by batch_no, township, state, result;

-- By the keys in an array, so that the plan is the same for one claim and for thousands.
create function failed_debits_close() returns trigger language plpgsql as $$
begin
    update failed_debit set closed = true
    where not closed and claim_no = any (array(select claim_no from after where state = 'PAID'));
    update failed_debit set closed = false
    where closed and claim_no = any (array(select claim_no from after where state <> 'PAID'));
    return null;
end $$;
create trigger failed_debits_close after update on claim
    referencing new table as after for each statement execute function failed_debits_close();

-- Rows are only ever added, as in village_standing; when a date opens those of one kind become one (SummingUpDebitDays).
create function debit_lines_sent() returns trigger language plpgsql as $$
begin
    insert into debit_day_count
    select batch_no, township, state, result, count(*) from after group by batch_no, township, state, result;
    return null;
end $$;
create trigger debit_lines_count after insert on debit_line
    referencing new table as after for each statement execute function debit_lines_sent();

create function debit_lines_change() returns trigger language plpgsql as $$
begin
    insert into debit_day_count
    select batch_no, township, state, result, sum(lines)
    from (select batch_no, township, state, result, 1 as lines from after
          union all select batch_no, township, state, result, -1 from before) l
    group by batch_no, township, state, result having sum(lines) <> 0;
    return null;
end $$;
create trigger debit_lines_recount after update on debit_line
    referencing old table as before new table as after for each statement execute function debit_lines_change();
