-- Since when a payable roster that was found wrong waits to be drawn up anew.
alter table payable_roster add column refused_on date;
