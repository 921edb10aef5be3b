-- Why: a visit the rules confirmed may go to a person again (the elder turned out to have been away); what it took is reserved again, as it was measured. Locks: none (new nullable column).
alter table eligibility.reservation add column measured_units integer check (measured_units between 0 and units);
comment on column eligibility.reservation.measured_units is '核定后又退回重新判定的：原核定的数量；再次确认时按原核定占用，不重新折算';
