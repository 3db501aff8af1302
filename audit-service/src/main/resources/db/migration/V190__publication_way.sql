-- By which of several ways a roster was published.
alter table publication_evidence add column way text;
