-- What has been paid for a student's medical contribution, by the latest word of collection, in whatever order it comes.
create table student_payment (
    person_key uuid primary key references person,
    due        bigint,                  -- null while only a refund is known
    paid       bigint not null,
    word       uuid not null            -- id of the event; those of one service grow
);
create table uninsured_list (
    list_id      uuid primary key,
    township     text not null,
    students     int not null,
    listed_on    date not null,
    explained_on date,
    explained_by text
);
create table uninsured_student (
    list_id     uuid not null references uninsured_list,
    person_key  uuid not null references person,
    reason      text check (reason in ('NOT_YET_PAID', 'PAYMENT_ON_BEHALF_AWAITED', 'INSURED_ELSEWHERE', 'MOVED_AWAY',
                                       'UNWILLING', 'NOT_REACHED')),
    answered_on date,
    answered_by text,
    primary key (list_id, person_key),
    check ((reason is null) = (answered_on is null))
);
grant select, insert, update on student_payment, uninsured_list, uninsured_student to ${app};
