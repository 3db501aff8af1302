-- Whom a township urged to sign an agreement since tax told who has none (bachu-2022/第二十五条(8)).
create table agreement_urging (
    listed_on  date not null,
    person_key text not null,
    township   text not null,
    person     text not null,             -- in charge of it, an official
    urged_on   date not null,
    by_whom    text not null,
    primary key (listed_on, person_key)
);
grant select, insert on agreement_urging to ${app};
