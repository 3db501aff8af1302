-- What the handoff that started the clock names itself; where it names nobody, residents are those of what that one was owed for.
alter table obligation add column named int not null default 0;
update obligation set named = residents where residents <> 0;
