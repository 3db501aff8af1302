-- Under which id the township that provided a paper was told of a look at it; null for looks before it was told of them.
alter table cash_look add column look_id uuid;
