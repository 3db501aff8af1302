-- Finance's money that had paid for a claim and went back because its status had ended: it is a refund of the claim, but not
-- of what the resident paid; and a payment of which a part had come back at once may come back a second time.
alter table refund add column payer text not null default 'SELF' check (payer in ('SELF', 'PROXY'));
alter table payment_return drop constraint payment_return_pkey;
alter table payment_return add primary key (reference, reason);

create or replace view own_payment as
select p.person_key, p.insurance, p.fee_year, p.amount - coalesce(r.amount, 0)::bigint as amount
from proxy_payment p
left join (select reference, sum(amount) as amount from payment_return group by reference) r on r.reference = p.proxy_id
union all
select s.person_key, s.insurance, s.fee_year, s.amount - coalesce(r.amount, 0)::bigint
from sponsorship s
left join (select reference, sum(amount) as amount from payment_return group by reference) r
    on r.reference = s.sponsorship_id;

-- For one person: looks at the returns of his payments alone.
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
                     where r.person_key = person and r.insurance = ins and r.fee_year = year and r.of_claim
                       and r.payer = 'SELF'), 0)::bigint
         - coalesce((select sum(p.amount - coalesce((select sum(b.amount) from payment_return b
                                                      where b.reference = p.proxy_id), 0)) from proxy_payment p
                     where p.person_key = person and p.insurance = ins and p.fee_year = year), 0)::bigint
         - coalesce((select sum(s.amount - coalesce((select sum(b.amount) from payment_return b
                                                      where b.reference = s.sponsorship_id), 0)) from sponsorship s
                     where s.person_key = person and s.insurance = ins and s.fee_year = year), 0)::bigint
$$;
