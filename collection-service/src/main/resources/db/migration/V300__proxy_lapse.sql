-- A proxy payment that lapsed before it arrived: it goes back when it does.
create table proxy_lapse (
    reference text primary key,         -- of the payment
    told_on   date not null
);
grant select, insert on proxy_lapse to ${app};
revoke update, delete, truncate on proxy_lapse from ${app};
