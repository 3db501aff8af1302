-- Enquiries of payers: which unit was asked first, who helped, when it was answered. Nobody who asked is named.
create table enquiry (
    enquiry_id text primary key,
    department text not null,
    area       text not null,
    matter     text not null,
    taken_on   date not null,
    by_whom    text not null
);

create table enquiry_help (
    enquiry_id text not null references enquiry,
    department text not null,
    asked_on   date not null,
    helped_on  date,
    helped_by  text,
    primary key (enquiry_id, department)
);

create table enquiry_answer (
    enquiry_id  text primary key references enquiry,
    answered_on date not null,
    by_whom     text not null
);

-- Reports by which units are called to account.
create table accountability (
    report_id  text primary key,
    charges    jsonb not null,
    drafted_on date not null
);

create table accountability_agreement (
    report_id  text not null references accountability,
    department text not null,
    agreed_on  date not null,
    by_whom    text not null,
    primary key (report_id, department)
);

create table accountability_report (
    report_id   text primary key references accountability,
    reported_on date not null
);

create table accountability_transfer (
    report_id      text primary key references accountability_report,
    transferred_on date not null,
    by_whom        text not null
);

grant select, insert on enquiry, enquiry_help, enquiry_answer, accountability, accountability_agreement,
    accountability_report, accountability_transfer to ${app};
grant update on enquiry to ${app};
grant update (helped_on, helped_by) on enquiry_help to ${app};
