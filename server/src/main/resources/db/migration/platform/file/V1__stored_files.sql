-- Why: photos and signatures prove visits; contents lie sealed beside the database, named by digest. Locks: none (new table).
create schema if not exists file;

create table file.stored_file (
  id uuid primary key,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  brought_by uuid not null,
  organization_id uuid,
  brought_at timestamptz not null
);
create index stored_file_digest on file.stored_file (digest);
comment on table file.stored_file is '文件登记：照片、签名等；内容加密存放在数据目录 files 下';
comment on column file.stored_file.digest is '内容的 SM3 摘要，相同内容摘要相同';
