-- The words of an event, each as the first four bytes of its MD5: whoever searches a key finds the few events that may
-- hold it without looking at all of them. EventWords computes the same for what arrives from now on.
alter table event add column words int[];

-- Names of fields are no words; what is not ASCII is written as octal by encode and separates.
create function event_words(subject text, payload bytea) returns int[] language sql immutable as $$
    select array_agg(distinct ('x' || substr(md5(word), 1, 8))::bit(32)::int)
    from regexp_split_to_table(
        coalesce(subject, '') || ' ' || coalesce(regexp_replace(regexp_replace(
            encode(payload, 'escape'), '\\[0-7]{3}', ' ', 'g'), '"[A-Za-z0-9-]+":', ' ', 'g'), ''),
        '[^A-Za-z0-9-]+') as word
    where length(word) >= 6
$$;
update event set words = event_words(subject, payload);
create index event_words on event using gin (words);

-- How many events there are up to a place in the index; one row a batch, so that nobody counts them all.
create table event_mark (
    last_seq bigint primary key,
    events   bigint not null
);
insert into event_mark select max(seq), count(*) from event having count(*) > 0;
grant select, insert on event_mark to ${app};
