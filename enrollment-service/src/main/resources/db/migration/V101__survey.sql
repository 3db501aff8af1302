-- What a township found in its villages, and when it was done with all.
create table village_survey (
    survey_id   uuid primary key,
    village     text not null,
    heads       int not null,
    corrected   int not null,
    not_reached int not null,
    surveyed_on date not null,
    surveyed_by text not null
);
create index village_survey_village on village_survey (village, survey_id);

create table coverage_survey (
    survey_id    uuid primary key,
    township     text not null,
    completed_on date not null,
    completed_by text not null
);

-- A township's part of the roster, as it was signed: who may be insured for what.
create table roster_part (
    part_id     uuid primary key,
    township    text not null,
    survey_id   uuid not null references coverage_survey,
    signed_by   text not null,
    provided_on date not null,
    provided_by text not null
);

create table roster_part_line (
    part_id    uuid not null references roster_part,
    person_key uuid not null references person,
    insurance  text not null,
    primary key (part_id, person_key, insurance)
);

grant select, insert on village_survey, coverage_survey, roster_part, roster_part_line to ${app};
