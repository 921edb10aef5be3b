-- Why: proposals are made by themselves for several causes of one day; one answers all of them, and says of a visit nobody can take why and what would help (issue 3). Locks: short (columns with a constant default).
alter table dispatch.repair add column also jsonb not null default '[]';
alter table dispatch.repair add column unsolved jsonb not null default '[]';
-- "Was this visit asked about before?" is asked each minute.
create index repair_by_visit on dispatch.repair (visit_id, cause) where visit_id is not null;
create index repair_by_also on dispatch.repair using gin (also jsonb_path_ops);
comment on column dispatch.repair.also is '先前未处理、一并解决的原因：原因、护理员、上门';
comment on column dispatch.repair.unsolved is '没有人能去的上门：为什么、怎么办';
