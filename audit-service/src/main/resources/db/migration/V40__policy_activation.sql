-- Who agreed to which text, and from which business date on which text is in force. Facts: nothing is updated.
create table policy_sign_off (
    digest     text not null,
    department text not null,
    signed_by  text not null,
    signed_on  date not null,
    primary key (digest, department)
);

create table policy_activation (
    digest       text primary key,
    activated_on date not null,
    valid_from   date not null,
    valid_until  date
);
grant select, insert on policy_sign_off, policy_activation to ${app};
