-- What was paid and turned out not to be due leaves the fund or the person by a posting of its own.
insert into account values ('TO_RECOVER', '待收回或抵扣', 'paid, lapsed, to be recovered or set off');
alter table entry drop constraint entry_kind_check;
alter table entry add check (kind in ('APPROPRIATED', 'POSTED', 'NOT_NEEDED', 'PAYMENT_RETURNED', 'LAPSED', 'SPONSORED',
                                      'SPONSORSHIP_RETURNED'));
