-- Why: who signs in, until when, and what they looked at. Locks: none (new tables).
create schema if not exists access;

create table access.account (
  id uuid primary key,
  username text not null,
  password_hash text not null,
  display_name text not null,
  role text not null,
  region_code text check (region_code ~ '^\d{12}$'),
  organization_id uuid,
  carer_id uuid,
  active boolean not null default true,
  failed_attempts int not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null default now(),
  version bigint not null default 0
);
create unique index account_username on access.account (lower(username));
comment on table access.account is '登录账号：一人一号，不共用';

create table access.account_elder (
  account_id uuid not null references access.account,
  elder_id uuid not null,
  relation text not null check (relation in ('SELF', 'PROXY')),
  granted_at timestamptz not null default now(),
  primary key (account_id, elder_id)
);
create index account_elder_elder on access.account_elder (elder_id);
comment on table access.account_elder is '账号代表的老人：本人或受托家属';

create table access.session (
  token_hash bytea primary key,
  account_id uuid not null references access.account,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_account on access.session (account_id);
create index session_expiry on access.session (expires_at);
comment on table access.session is '会话：库中只存令牌的摘要';

create table access.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  account_id uuid,
  role text,
  permission text not null,
  method text not null,
  path text not null,
  status int not null,
  subject_kind text,
  subject_id uuid,
  detail text
);
create index audit_time on access.audit (at desc);
create index audit_subject on access.audit (subject_id, at desc) where subject_id is not null;
create index audit_account on access.audit (account_id, at desc);
comment on table access.audit is '审计：谁在何时读写了什么；只追加';

create function access.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only';
end $$;
create trigger audit_is_append_only before update or delete or truncate on access.audit
  for each statement execute function access.refuse_change();

create table access.preference (
  account_id uuid not null references access.account,
  key text not null check (length(key) between 1 and 100),
  value jsonb not null,
  changed_at timestamptz not null default now(),
  primary key (account_id, key)
);
comment on table access.preference is '个人偏好：列、筛选、字号等';
