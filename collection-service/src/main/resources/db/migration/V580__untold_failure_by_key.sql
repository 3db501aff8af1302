-- From the lines that changed to the failures, each by its key: the planner, who thinks neither table large, took every failure that
-- no township knows yet and read all lines of the answer for it.
create or replace function debit_lines_change() returns trigger language plpgsql set enable_seqscan = off as $$
begin
    delete from open_debit where claim_no = any (array(
        select claim_no from before where debit_is_open(state)));
    insert into open_debit
    select claim_no, batch_no, line_no from after where debit_is_open(state);
    delete from untold_failure where ctid = any (array(
        select u.ctid
        from before b
        cross join lateral (
            select ctid from untold_failure u where u.batch_no = b.batch_no and u.line_no = b.line_no offset 0) u
        where b.state = 'FAILED' and b.listed_on is null));
    insert into untold_failure
    select batch_no, line_no from after where state = 'FAILED' and listed_on is null;
    insert into debit_day_count
    select batch_no, township, state, result, sum(lines)
    from (select batch_no, township, state, result, 1 as lines from after
          union all select batch_no, township, state, result, -1 from before) l
    group by batch_no, township, state, result having sum(lines) <> 0;
    return null;
end $$;
