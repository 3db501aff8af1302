-- An obligation is written again when it comes near, is late and is met. What the calendar moves is found by the day it is due
-- or opens, which do not change; so no index holds what does, and with room on its page the row is written in place.
drop index obligation_moves;
alter table obligation drop column moves_on, set (fillfactor = 50);
create index obligation_opened on obligation (opened) where started_by = '';

-- One index is enough: what happened is asked for by obligation.
alter table obligation_fact drop constraint obligation_fact_pkey;
drop index obligation_fact_obligation;
alter table obligation_fact add primary key (obligation_id, seq);
