-- An anomaly that another department has to verify.
alter table link_anomaly
    drop constraint link_anomaly_state_check,
    add check (state in ('OPEN', 'FORWARDED', 'CONFIRMED', 'CLOSED')),
    add column forwarded_to text,
    add column forwarded_on date,
    add column forwarded_by text,
    add column confirmation text,
    add column confirmed_on date,
    add column confirmed_by text,
    add check (state not in ('FORWARDED', 'CONFIRMED') or forwarded_to is not null),
    add check (state <> 'CONFIRMED' or confirmation is not null);

grant update (forwarded_to, forwarded_on, forwarded_by, confirmation, confirmed_on, confirmed_by) on link_anomaly to ${app};
