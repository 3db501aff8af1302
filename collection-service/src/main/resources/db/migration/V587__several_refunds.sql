-- Of one payment money may go back more than once: for a status that was told later, or for the rest of it. One case of a payment
-- is under way at a time, and never does more go back than was paid: whoever opens or ends a case holds its claim.
drop index refund_case_payment;
create unique index refund_case_under_way on refund_case (payment_id) where state not in ('MADE', 'REFUSED');
create index refund_case_person on refund_case (person_key);

-- A status was told while it was under way: what that makes too much is looked for when it has ended.
alter table refund_case add column status_told boolean not null default false;
grant update (status_told) on refund_case to ${app};

alter table refund drop constraint refund_payment_id_key;
alter table refund add unique (case_id);
create index refund_payment on refund (payment_id);

create function refund_is_of_what_was_paid() returns trigger language plpgsql as $$
begin
    if (select sum(amount) from refund where payment_id = new.payment_id)
        > (select amount from payment where payment_id = new.payment_id) then
        raise exception 'more of payment % would go back than was paid', new.payment_id using errcode = 'check_violation';
    end if;
    return null;
end $$;
create trigger refund_is_of_what_was_paid after insert on refund
    for each row execute function refund_is_of_what_was_paid();
