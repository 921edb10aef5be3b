-- Why: a visit may be paid by parts of a unit (half an hour of an hour). Locks: rewrites settlement.line once.
alter table settlement.line alter column units type numeric(9, 2);
