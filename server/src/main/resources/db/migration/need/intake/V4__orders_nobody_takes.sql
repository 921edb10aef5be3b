-- Why: a case whose order found no provider was said to lie with the town or a provider, though only the county can name one. Locks: short (care_case), no rewrite (constant default).
alter table intake.care_case add column unmatched uuid[] not null default '{}';
comment on column intake.care_case.unmatched is '无人可接、等县区民政指定服务商的工单';
