-- Digest of the policy that was in force on the date; empty when none was, null where the calendar did not say.
alter table business_day add column policy text;
