-- A claim that was paid in full is open again when its money went back, and paid again when it was paid anew. The first time
-- is in settled_claim; what came after it is here.
create table claim_turn (
    person_key text not null,
    insurance  text not null,
    fee_year   int not null,
    event_id   text not null,       -- of one service they grow
    on_date    date not null,
    complete   boolean not null,
    primary key (person_key, insurance, fee_year, event_id)
);
grant select, insert on claim_turn to ${app};
revoke update, delete, truncate on claim_turn from ${app};

-- The claims that were paid in full when a date opened.
create function claims_paid(before date) returns setof settled_claim language sql stable as $$
    select c.* from settled_claim c
    where c.settled_on < before and not exists (
        select from claim_turn t
        where (t.person_key, t.insurance, t.fee_year) = (c.person_key, c.insurance, c.fee_year)
          and not t.complete and t.on_date < before
          and not exists (
              select from claim_turn n
              where (n.person_key, n.insurance, n.fee_year) = (t.person_key, t.insurance, t.fee_year)
                and n.complete and n.on_date < before and (n.on_date, n.event_id) > (t.on_date, t.event_id)))
$$;
grant execute on function claims_paid(date) to ${app};
