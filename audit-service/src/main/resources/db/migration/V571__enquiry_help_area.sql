-- Which township is asked to help, not that some township is; every other unit of a county is one.
alter table enquiry_help add column area text;
-- what was asked of no township in particular is asked again, of one
delete from enquiry_help where department = 'TOWNSHIP' and helped_on is null;
update enquiry_help x set area = left(e.area, 6) from enquiry e where e.enquiry_id = x.enquiry_id;
alter table enquiry_help alter column area set not null;
alter table enquiry_help drop constraint enquiry_help_pkey;
alter table enquiry_help add primary key (enquiry_id, department, area);
