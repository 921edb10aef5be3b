create table nowhere.table_of_a_schema_nobody_made (id int);
