-- Why: urgent help (助急, M269) cannot wait for assessment, entitlement and plan: the steps it goes past stand in the record as waived, with the reason, until they are made up.
-- Locks: short (checks of case_step, new column with default).
alter table intake.case_step drop constraint case_step_kind_check;
alter table intake.case_step add constraint case_step_kind_check check (kind in ('REACHED', 'FELL_BACK', 'MONTH_PASSED', 'ENDING', 'CLOSED', 'WAIVED'));
alter table intake.care_case add column waived integer not null default 0;
comment on column intake.care_case.waived is '因助急先免后补、尚未补办的环节（按位，同 own_done）';
