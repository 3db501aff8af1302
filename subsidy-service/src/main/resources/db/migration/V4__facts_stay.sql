-- Where a group of application roles is granted everything by default, facts take it back.
do $$
declare
    facts text := 'roster_line, roster, identity_change, contribution, day_sum, account, entry, posting, application, '
               || 'application_line, appropriation, proxy_payment, sponsorship, payment_return';
begin
    execute format('revoke update, delete, truncate on %s from %I', facts, '${app}');
    execute format('revoke delete, truncate on run, application_progress from %I', '${app}');
    if exists (select 1 from pg_roles where rolname = 'liangxian_app') then
        execute format('revoke update, delete, truncate on %s from liangxian_app', facts);
        execute 'revoke delete, truncate on run, application_progress from liangxian_app';
    end if;
end $$;
