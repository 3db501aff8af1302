-- Insured in another district of the city, where the registration stands. Null: nobody has told.
alter table person add column insured_in_city boolean;
