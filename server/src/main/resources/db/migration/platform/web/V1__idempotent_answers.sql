-- Why: a repeated write gets the first answer, also after a crash. Locks: none (new table).
create schema if not exists web;

create table web.idempotent_answer (
  account text not null,
  key uuid not null,
  method text not null,
  path text not null,
  digest bytea not null,
  status int not null,
  content_type text,
  body bytea not null,
  answered_at timestamptz not null,
  primary key (account, key)
);
create index idempotent_answer_age on web.idempotent_answer using brin (answered_at);
comment on table web.idempotent_answer is '写请求的首次答复：同一幂等键再次提交时原样返回';
