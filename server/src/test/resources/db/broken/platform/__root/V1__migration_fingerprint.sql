-- Why: a start whose migrations this database has already been through need not ask Flyway about each module. Locks: none (new object).
create table migration_fingerprint (
  only_one boolean primary key default true check (only_one),
  fingerprint text not null,
  migrated_at timestamptz not null default now()
);
comment on table migration_fingerprint is '数据库已完整执行过的迁移脚本的指纹，启动时据此判断是否需要检查';
