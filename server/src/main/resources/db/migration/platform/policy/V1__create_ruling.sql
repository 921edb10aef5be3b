-- Why: every decision is kept with its rule, facts, figures and sources, and is never edited. Locks: none (new table).
create schema if not exists policy;

create table policy.ruling (
  id uuid primary key,
  rule_code text not null,
  rule_version integer not null check (rule_version > 0),
  subject_kind text not null,
  subject_id uuid not null,
  region_code text not null check (region_code ~ '^[0-9]{12}$'),
  elder_id uuid,
  health_facts boolean not null,
  outcome jsonb not null,
  facts jsonb not null check (jsonb_typeof(facts) = 'array'),
  parameters jsonb not null check (jsonb_typeof(parameters) = 'array'),
  sources jsonb not null check (jsonb_typeof(sources) = 'array'),
  explanation jsonb not null check (jsonb_typeof(explanation) = 'array'),
  decided_at timestamptz not null,
  decided_by text not null
);

comment on table policy.ruling is '裁定：一次决定及其规则、事实、参数、依据与说明，只增不改';
comment on column policy.ruling.rule_code is '规则代码，例如 assessment.ability-grading';
comment on column policy.ruling.subject_kind is '被决定事项的种类，例如 assessment';
comment on column policy.ruling.region_code is '被决定事项所在的12位区划代码，用于数据范围';
comment on column policy.ruling.elder_id is '所涉老人；与个人无关的裁定为空';
comment on column policy.ruling.health_facts is '事实中含健康信息：工作人员须有 health.read 权限才可查看';
comment on column policy.ruling.facts is '所用事实，按查看顺序排列的 {name, value} 列表（jsonb 对象不保留顺序）';
comment on column policy.ruling.decided_by is '作出决定的账号标识；由时钟触发时为 clock';

create index ruling_by_subject on policy.ruling (subject_kind, subject_id, decided_at);

create function policy.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'policy.ruling is append-only: % refused', tg_op using errcode = 'restrict_violation';
end $$;

create trigger ruling_is_append_only before update or delete on policy.ruling
  for each row execute function policy.refuse_change();
create trigger ruling_is_not_truncated before truncate on policy.ruling
  for each statement execute function policy.refuse_change();
