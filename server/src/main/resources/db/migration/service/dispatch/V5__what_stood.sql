-- Why: a draft published late overwrote what a colleague had changed since; each line keeps what stood when the draft was made (issue 3). Locks: short (new nullable columns, a check on them).
alter table dispatch.plan_visit add column before_carers uuid[];
alter table dispatch.plan_visit add column before_from time;
alter table dispatch.plan_visit add constraint plan_visit_before_check check ((coalesce(cardinality(before_carers), 0) = 0) = (before_from is null));
comment on column dispatch.plan_visit.before_carers is '排计划时这一单由谁去；以前排的计划没有记，为空';
comment on column dispatch.plan_visit.before_from is '排计划时这一单几点';
