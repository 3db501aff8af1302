-- The date of birth of a married man's wife, on whose age a grant to both may hang; null where nobody told it.
alter table person add column wife_birth date;
alter table roster_line add column wife_birth date;
