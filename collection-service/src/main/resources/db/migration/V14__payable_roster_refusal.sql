-- A reviewer may find a payable roster wrong; the one drawn up after that corrects it.
alter table payable_roster drop constraint payable_roster_state_check;
alter table payable_roster add constraint payable_roster_state_check
    check (state in ('IN_REVIEW', 'ISSUED', 'REFUSED', 'CORRECTED'));
alter table payable_roster add column refused_by text;
alter table payable_roster add column refused_because text;
alter table payable_roster add column corrects uuid references payable_roster;
alter table payable_roster add constraint refusal_says_why
    check ((refused_because is null) = (state in ('IN_REVIEW', 'ISSUED')));
-- nobody stands for two reviewers
alter table payable_roster_review add constraint one_review_per_person unique (payable_roster_id, reviewed_by);
