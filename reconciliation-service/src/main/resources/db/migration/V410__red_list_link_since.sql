-- Since when the link has been the broken one: whoever has to mend it has as long as the policy gives from that day on.
alter table red_list add column link_since date;
update red_list set link_since = since;
alter table red_list alter column link_since set not null;
