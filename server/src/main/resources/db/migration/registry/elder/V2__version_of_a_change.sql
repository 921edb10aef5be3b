-- Why: whose form was made from an older version is told who changed the record since. Locks: none (new nullable column).
alter table elder.change add column version bigint;
comment on column elder.change.version is '变更后的档案版本；空为此列加入以前的变更';
