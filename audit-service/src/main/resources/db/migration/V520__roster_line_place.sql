-- Where each line of a roster stands on its topic, by the person whom it names; what it says stays there. A million lines
-- have one small row each, not the row of an event with its eight indexes.
create table line_place (
    position      bigint not null,
    partition     int not null,
    business_date date,
    person_key    text collate "C" not null
);
create index line_place_person on line_place (person_key);

-- How many lines there are, one row a batch, so that nobody counts them all.
create table line_mark (
    number bigint generated always as identity primary key,
    lines  int not null
);
grant select, insert on line_place, line_mark to ${app};
