-- Why a registration was cancelled; null otherwise.
alter table registration add column reason text;
