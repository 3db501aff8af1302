-- Registered residents who work elsewhere, as their township knows them, and who told them when and how to pay.
create table absent_resident (
    person_key  text primary key,
    fee_year    integer not null,
    township    text not null,
    village     text not null,
    whereabouts text not null,
    listed_on   date not null,
    listed_by   text not null
);
create index absent_resident_village on absent_resident (village);

create table absent_notice (
    notice_no  bigint generated always as identity primary key,
    person_key text not null references absent_resident,
    means      text not null,
    told_on    date not null,
    told_by    text not null
);
create index absent_notice_person on absent_notice (person_key);

grant select, insert on absent_resident, absent_notice to ${app};
revoke update, delete, truncate on absent_resident, absent_notice from ${app};
