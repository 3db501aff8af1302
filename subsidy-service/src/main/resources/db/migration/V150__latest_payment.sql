-- The latest payment of a claim, not the one after which most was paid: a wrong tier went back, and less is due now.
create or replace function open_amount(person text, ins text, year int) returns bigint language sql stable as $$
    select coalesce(
               (select c.due from contribution c
                where c.person_key = person and c.insurance = ins and c.fee_year = year
                order by c.paid_on desc, c.payment_id desc limit 1),
               (select l.due from roster_line l join roster r on r.roster_id = l.roster_id and r.accepted
                where l.person_key = person and l.insurance = ins and l.fee_year = year
                order by l.roster_id limit 1))
         - coalesce((select sum(c.amount) from contribution c
                     where c.person_key = person and c.insurance = ins and c.fee_year = year
                       and c.payer = 'SELF'), 0)::bigint
         + coalesce((select sum(r.amount) from refund r
                     where r.person_key = person and r.insurance = ins and r.fee_year = year and r.of_claim), 0)::bigint
         - coalesce((select sum(o.amount) from own_payment o
                     where o.person_key = person and o.insurance = ins and o.fee_year = year), 0)::bigint
$$;
