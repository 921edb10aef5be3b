-- Why: a carer the elder does not want any more is one more cause to mend a day (issue 3). Locks: short (repair).
alter table dispatch.repair drop constraint repair_cause_check;
alter table dispatch.repair add constraint repair_cause_check check (cause in ('ABSENCE', 'REFUSED', 'URGENT', 'CANCELLATION', 'LATE', 'OTHER'));
