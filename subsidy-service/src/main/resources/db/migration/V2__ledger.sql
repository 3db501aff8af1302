-- Double entry in whole fen. Postings of an entry sum to zero, checked when the transaction commits.
-- A correction is a new entry that names the one it corrects; nothing is changed or deleted.
create table account (
    code text primary key,
    zh   text not null,
    en   text not null
);
insert into account values
    ('FINANCE_APPROPRIATION', '财政拨款', 'what finance appropriated (credit)'),
    ('SPECIAL_ACCOUNT',       '财政专户待拨', 'appropriated and still open'),
    ('PERSON',                '个人缴费账户', 'posted to persons'),
    ('FUND',                  '基金账户', 'posted to the insurance fund'),
    ('RETURNED',              '退回财政', 'returned to finance'),
    ('SPONSOR',               '资助人', 'what sponsors paid (credit)');

create table entry (
    entry_id       uuid primary key,
    kind           text not null check (kind in ('APPROPRIATED', 'POSTED', 'NOT_NEEDED', 'PAYMENT_RETURNED',
                                                 'SPONSORED', 'SPONSORSHIP_RETURNED')),
    purpose        text not null check (purpose in ('PROXY', 'TIER_SUBSIDY', 'FISCAL_SUBSIDY', 'GRANT', 'SPONSORSHIP')),
    insurance      text not null check (insurance in ('PENSION', 'MEDICAL')),
    application_id uuid,
    reference      text not null,          -- the appropriation, line or sponsorship that it books
    corrects       uuid references entry,
    booked_on      date not null,
    unique (kind, reference),              -- each fact is booked once
    check ((purpose = 'SPONSORSHIP') = (application_id is null))
);
create index entry_application on entry (application_id);

create table posting (
    entry_id   uuid   not null references entry,
    account    text   not null references account,
    person_key text,
    amount     bigint not null check (amount <> 0),   -- debit positive, credit negative
    primary key (entry_id, account)
);

create function entry_balances() returns trigger language plpgsql as $$
declare
    postings int;
    total    numeric;
begin
    select count(*), coalesce(sum(amount), 0) into postings, total from posting where entry_id = new.entry_id;
    if postings < 2 or total <> 0 then
        raise exception 'entry % does not balance: % postings sum to % fen', new.entry_id, postings, total
            using errcode = 'check_violation', constraint = 'entry_balances';
    end if;
    return null;
end $$;

create constraint trigger entry_balances after insert on entry
    deferrable initially deferred for each row execute function entry_balances();
create constraint trigger posting_balances after insert on posting
    deferrable initially deferred for each row execute function entry_balances();

-- Rights are one lock, these triggers the second: not even the owner edits a booked fact by accident.
create function booked_facts_stay() returns trigger language plpgsql as $$
begin
    raise exception 'a booked fact is not changed; a correction is a new posting'
        using errcode = 'insufficient_privilege';
end $$;
create trigger entry_stays before update or delete or truncate on entry
    for each statement execute function booked_facts_stay();
create trigger posting_stays before update or delete or truncate on posting
    for each statement execute function booked_facts_stay();

grant select on account to ${app};
grant select, insert on entry, posting to ${app};
