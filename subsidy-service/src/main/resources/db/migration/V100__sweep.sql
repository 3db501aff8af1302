-- The special account of each kind of money of each insurance, and what finance moved to it.
create table fiscal_account (
    account   text primary key,
    insurance text not null,
    money     text not null check (money in ('PREMIUM', 'PROXY', 'SUBSIDY')),
    unique (insurance, money)
);

create table fund_sweep (
    sweep_id  uuid primary key,
    month     text not null,
    insurance text not null,
    money     text not null,
    amount    bigint not null check (amount >= 0),
    account   text not null references fiscal_account,
    swept_on  date not null,
    swept_by  text not null
);
create index fund_sweep_month on fund_sweep (month, insurance, money);

grant select, insert on fiscal_account, fund_sweep to ${app};
