-- The date of birth of a married man's wife, on whose age a grant to both hangs.
alter table roster_line add column wife_birth date;
drop view beneficiary;
create view beneficiary as
select distinct on (l.person_key, l.insurance, l.fee_year) l.*, r.received_on
from roster_line l join roster r on r.roster_id = l.roster_id and r.accepted
order by l.person_key, l.insurance, l.fee_year, l.roster_id;
grant select on beneficiary to ${app};
