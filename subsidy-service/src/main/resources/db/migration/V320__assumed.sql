-- Whether a reading that no text gives took part in what was applied for; null for what was applied for before it was kept.
alter table application add column assumed boolean;
alter table application_line add column assumed boolean;
