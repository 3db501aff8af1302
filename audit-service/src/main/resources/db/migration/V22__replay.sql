-- From an event to what it followed from and to what followed from it.
create index event_id on event (id);
create index event_causation on event (causation) where causation is not null;
