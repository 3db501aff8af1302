-- What a bank answers changes the state of almost every line, so no index of the lines asks for it: with room on its page a
-- line is written in place. Which lines are open, and of which failures no township knows yet, stands by itself, kept by what
-- changes lines.
create function debit_is_open(state text) returns boolean immutable parallel safe
    return state in ('SENT', 'UNKNOWN', 'STOPPING', 'REVERSING');
create table open_debit (
    claim_no bigint primary key,        -- while one line is open, no other is sent for its claim
    batch_no bigint not null,
    line_no  integer not null
);
create table untold_failure (
    batch_no bigint not null,
    line_no  integer not null,
    primary key (batch_no, line_no)
);
grant select, insert, delete on open_debit, untold_failure to ${app};

insert into open_debit
select claim_no, batch_no, line_no from debit_line where debit_is_open(state);
insert into untold_failure
select batch_no, line_no from debit_line where state = 'FAILED' and listed_on is null;
drop index debit_line_one_open;
drop index debit_line_unlisted;
alter table debit_line set (fillfactor = 45);   -- a file is answered as a whole: every line of a page, and each grows by its result

create or replace function debit_lines_sent() returns trigger language plpgsql as $$
begin
    insert into open_debit
    select claim_no, batch_no, line_no from after where debit_is_open(state);
    insert into untold_failure
    select batch_no, line_no from after where state = 'FAILED' and listed_on is null;
    insert into debit_day_count
    select batch_no, township, state, result, count(*) from after group by batch_no, township, state, result;
    return null;
end $$;

-- Those that stood go and those that stand come. By the keys in an array and in an index, whatever the planner thinks of a table
-- that is empty every evening: the plan is kept, and must do for one line and for thousands.
create or replace function debit_lines_change() returns trigger language plpgsql set enable_seqscan = off as $$
begin
    delete from open_debit where claim_no = any (array(
        select claim_no from before where debit_is_open(state)));
    insert into open_debit
    select claim_no, batch_no, line_no from after where debit_is_open(state);
    delete from untold_failure u using (
        select batch_no, line_no from before where state = 'FAILED' and listed_on is null) b
    where (u.batch_no, u.line_no) = (b.batch_no, b.line_no);
    insert into untold_failure
    select batch_no, line_no from after where state = 'FAILED' and listed_on is null;
    insert into debit_day_count
    select batch_no, township, state, result, sum(lines)
    from (select batch_no, township, state, result, 1 as lines from after
          union all select batch_no, township, state, result, -1 from before) l
    group by batch_no, township, state, result having sum(lines) <> 0;
    return null;
end $$;
alter function failed_debits_close() set enable_seqscan = off;
