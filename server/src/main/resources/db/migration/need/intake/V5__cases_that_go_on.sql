-- Why: a death taken back, or a move that ended, left the history of the case at "waits for the last feedback": it tells that the case goes on, and why.
-- Locks: short (checks of case_step).
alter table intake.case_step drop constraint case_step_kind_check;
alter table intake.case_step add constraint case_step_kind_check check (kind in ('REACHED', 'FELL_BACK', 'MONTH_PASSED', 'ENDING', 'GOES_ON', 'CLOSED', 'WAIVED'));
