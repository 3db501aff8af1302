-- When something was last taken in: pages say as of when they tell what they tell.
alter table handled add column worked_at timestamptz;
