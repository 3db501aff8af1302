-- What an inspection found is looked up by where it came to light.
create index violation_origin on violation (origin_id);
