-- How many people of a village had paid when the last campaign ended: what this one is measured against.
create table last_year (
    fee_year    integer not null,           -- the one that it is the last year of
    village     text not null,
    insurance   text not null check (insurance in ('PENSION', 'MEDICAL')),
    people      integer not null check (people >= 0),
    people_paid integer not null check (people_paid between 0 and people),
    told_on     date not null,
    primary key (fee_year, village, insurance)
);
grant select, insert, update on last_year to ${app};
