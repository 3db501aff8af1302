create table worked (n bigint generated always as identity primary key, what text not null);
grant select, insert on worked to ${app};
