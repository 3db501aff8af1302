-- The rolls of schools, with parents and guardians (bachu-2022/第十五条).
create table student_roll (
    roll_id    uuid primary key,
    department text not null,
    township   text not null,
    school     text not null,
    received   int not null,
    accepted   int not null,
    carrier    text not null,
    listed_on  date not null,
    listed_by  text not null
);

create table student_on_roll (
    roll_id     uuid not null references student_roll,
    id_number   text not null,
    id_type     text not null,
    name        text not null,
    roll_number text not null,
    status      text not null,
    father      text,
    father_id   text,
    mother      text,
    mother_id   text,
    guardian    text not null,
    guardian_id text not null,
    primary key (roll_id, id_number)
);

-- Who of a list of uninsured students was reminded, by which department.
create table student_reminder (
    list_id     uuid not null references uninsured_list,
    person_key  uuid not null references person,
    department  text not null,
    reminded_on date not null,
    reminded_by text not null,
    primary key (list_id, person_key, department)
);

grant select, insert on student_roll, student_on_roll, student_reminder to ${app};
