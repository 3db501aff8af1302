-- Whose registration was cancelled, and from when on it stands again: meanwhile nothing is owed.
create table registration_cancellation (
    person_key       text not null,
    insurance        text not null,
    cancelled_on     date not null,
    registered_again date,
    primary key (person_key, insurance)
);
grant select, insert, update on registration_cancellation to ${app};
