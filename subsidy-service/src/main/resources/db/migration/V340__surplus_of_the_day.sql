-- What was paid and nobody owed is in the treasury too, until it is refunded.
alter table day_sum add column surplus bigint not null default 0;
