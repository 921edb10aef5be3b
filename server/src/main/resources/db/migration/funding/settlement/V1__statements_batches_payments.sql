-- Why: what public money owes providers, frozen to its evidence, and its payment, each once. Locks: none (new tables).
create schema if not exists settlement;

create table settlement.statement (
  id uuid primary key,
  provider_id uuid not null,
  region_code text not null check (region_code ~ '^\d{12}$'),
  month date not null check (extract(day from month) = 1),
  kind text not null default 'HOMECARE' check (kind in ('HOMECARE')),
  state text not null check (state in ('DRAFT', 'FROZEN', 'REVIEWED', 'IN_BATCH', 'PAID', 'CLEARED', 'CARRIED')),
  score numeric(5, 2) check (score between 0 and 100),
  performance_pass boolean,
  score_ruling_id uuid,
  held_share numeric(5, 4) not null default 0 check (held_share between 0 and 1),
  ruling_id uuid,
  visits int not null default 0 check (visits >= 0),
  undecided int not null default 0 check (undecided >= 0),
  price_fen bigint not null default 0,
  elder_fen bigint not null default 0,
  due_fen bigint not null default 0,
  withheld_fen bigint not null default 0,
  correction_fen bigint not null default 0,
  total_fen bigint not null default 0,
  left_out_fen bigint not null default 0,
  payable_fen bigint generated always as (total_fen - left_out_fen) stored,
  digest text check (digest ~ '^[0-9a-f]{64}$'),
  computed_at timestamptz not null,
  frozen_at timestamptz,
  frozen_by uuid,
  reviewed_at timestamptz,
  reviewed_by uuid,
  review_note text,
  version bigint not null default 0,
  unique (provider_id, month, kind),
  check (total_fen = due_fen - withheld_fen + correction_fen),
  -- M254: no score, no payment.
  check (state = 'DRAFT' or (score is not null and digest is not null and ruling_id is not null and frozen_at is not null and frozen_by is not null)),
  check (state in ('DRAFT', 'FROZEN') or (reviewed_at is not null and reviewed_by is not null)),
  check (state not in ('REVIEWED', 'IN_BATCH', 'PAID') or total_fen - left_out_fen > 0)
);
create index statement_region_month on settlement.statement (month, region_code);
create index statement_state on settlement.statement (state, region_code);
comment on table settlement.statement is '服务商月度结算单';
comment on column settlement.statement.undecided is '本月尚未核定的上门次数，核定后进入下一张结算单';
comment on column settlement.statement.left_out_fen is '因异议暂不支付的金额';

create table settlement.line (
  id uuid primary key,
  statement_id uuid not null references settlement.statement,
  number int not null check (number > 0),
  kind text not null check (kind in ('VISIT', 'LATE', 'CORRECTION', 'CARRY')),
  provider_id uuid not null,
  region_code text not null check (region_code ~ '^\d{12}$'),
  visit_id uuid,
  elder_id uuid,
  case_id uuid,
  service text,
  service_name text not null,
  day date,
  units int not null,
  price_fen bigint not null,
  public_fen bigint not null,
  voucher_fen bigint not null,
  elder_fen bigint not null,
  withheld_fen bigint not null,
  payable_fen bigint generated always as (public_fen + voucher_fen - withheld_fen) stored,
  evidence_digest text,
  facts_digest text,
  original_id uuid,
  reason text,
  flags text[] not null default '{}',
  frozen boolean not null default false,
  unique (statement_id, number),
  check (price_fen = public_fen + voucher_fen + elder_fen),
  check (kind = 'CARRY' or (visit_id is not null and elder_id is not null and case_id is not null and service is not null and day is not null and facts_digest is not null)),
  check (kind not in ('VISIT', 'LATE') or (original_id is null and public_fen >= 0 and voucher_fen >= 0 and elder_fen >= 0 and withheld_fen >= 0 and evidence_digest is not null)),
  check (kind not in ('CORRECTION', 'CARRY') or original_id is not null)
);
-- One visit is settled once; what comes later names the line it changes. One debt is carried once.
create unique index line_visit_once on settlement.line (visit_id) where frozen and kind in ('VISIT', 'LATE');
create unique index line_carry_once on settlement.line (original_id) where frozen and kind = 'CARRY';
create index line_provider_day on settlement.line (provider_id, day) where frozen;
create index line_elder on settlement.line (elder_id, day desc);
comment on table settlement.line is '结算单明细：冻结后不再改动，差异进入下一张结算单';

create table settlement.objection (
  id uuid primary key,
  line_id uuid not null unique references settlement.line,
  statement_id uuid not null references settlement.statement,
  provider_id uuid not null,
  region_code text not null,
  amount_fen bigint not null,
  reason text not null check (char_length(reason) between 4 and 500),
  raised_by uuid not null,
  raised_at timestamptz not null,
  decision text check (decision in ('SETTLE', 'DROP')),
  decision_reason text,
  put_back boolean not null default false,
  decided_by uuid,
  decided_at timestamptz,
  check ((decision is null) = (decided_at is null)),
  check (not put_back or decision = 'SETTLE')
);
create index objection_open on settlement.objection (region_code, raised_at) where decision is null;
create index objection_statement on settlement.objection (statement_id);
comment on table settlement.objection is '服务商对结算明细的异议：先不支付，另行处理';

create table settlement.batch (
  id uuid primary key,
  number bigint generated always as identity unique,
  region_code text not null check (region_code ~ '^\d{12}$'),
  state text not null check (state in ('PREPARED', 'APPROVED', 'SENT', 'RECONCILED', 'WITHDRAWN')),
  payments int not null check (payments > 0),
  total_fen bigint not null check (total_fen > 0),
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  -- everybody who prepared or reviewed a statement of the batch, and who prepared the batch
  involved uuid[] not null,
  publicity_until date not null,
  approved_by uuid,
  approved_at timestamptz,
  available_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  file_sealed bytea,
  file_digest text check (file_digest ~ '^[0-9a-f]{64}$'),
  sent_by uuid,
  sent_at timestamptz,
  reconciled_at timestamptz,
  version bigint not null default 0,
  -- two persons (second key beside the application's own check)
  check (approved_by is null or (approved_by <> prepared_by and approved_by <> all (involved))),
  check (state not in ('APPROVED', 'SENT', 'RECONCILED') or (approved_by is not null and approved_at is not null and available_at is not null)),
  check (state not in ('SENT', 'RECONCILED') or (file_sealed is not null and file_digest is not null and sent_at >= available_at)),
  -- the file and the mark are one: neither without the other, whenever the server dies
  check ((file_digest is not null) = (state in ('SENT', 'RECONCILED'))),
  check ((state = 'WITHDRAWN') = (withdrawn_at is not null)),
  check (state <> 'RECONCILED' or reconciled_at is not null)
);
create index batch_state on settlement.batch (state, region_code);
comment on table settlement.batch is '付款批次';

create table settlement.payment (
  id uuid primary key,
  batch_id uuid not null references settlement.batch,
  line int not null check (line > 0),
  statement_id uuid not null references settlement.statement,
  provider_id uuid not null,
  region_code text not null,
  amount_fen bigint not null check (amount_fen > 0),
  purpose text not null,
  account_name text not null,
  account_number_sealed bytea not null,
  account_tail text not null,
  replaces_id uuid references settlement.payment,
  state text not null check (state in ('PREPARED', 'WITHDRAWN', 'SENT', 'PAID', 'REFUSED')),
  reason text,
  settled_at timestamptz,
  corrected_at timestamptz,
  corrected_by uuid,
  correction_reason text,
  unique (batch_id, line),
  check (state <> 'REFUSED' or reason is not null),
  check (state not in ('PAID', 'REFUSED') or settled_at is not null)
);
-- Never twice: one statement has at most one payment that is on its way or done.
create unique index payment_statement_once on settlement.payment (statement_id) where state in ('PREPARED', 'SENT', 'PAID');
create unique index payment_replaced_once on settlement.payment (replaces_id) where state in ('PREPARED', 'SENT', 'PAID');
create index payment_statement on settlement.payment (statement_id);
create index payment_refused on settlement.payment (region_code) where state = 'REFUSED' and corrected_at is null;
comment on table settlement.payment is '付款明细：退回后以新的一笔重付，并指向原来的一笔';

create table settlement.return_file (
  id uuid primary key,
  batch_id uuid not null references settlement.batch,
  digest text not null,
  content text not null,
  accepted boolean not null,
  fault text,
  received_by uuid not null,
  received_at timestamptz not null,
  check (accepted or fault is not null)
);
create unique index return_file_once on settlement.return_file (batch_id) where accepted;
create unique index return_file_digest on settlement.return_file (batch_id, digest);
comment on table settlement.return_file is '银行回盘文件：入账一次，相互矛盾的不入账但留存';

create function settlement.keep_frozen_line() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if exists (select 1 from settlement.statement where id = new.statement_id and state <> 'DRAFT') then
      raise exception 'statement % is frozen: it takes no further lines', new.statement_id using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if old.frozen then
    raise exception 'line % is frozen: a later difference goes into the next statement', old.id using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger line_kept before insert or update or delete on settlement.line for each row execute function settlement.keep_frozen_line();

create function settlement.keep_frozen_statement() returns trigger language plpgsql as $$
begin
  if old.state = 'DRAFT' then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' or new.state = 'DRAFT'
     or (new.provider_id, new.region_code, new.month, new.kind, new.score, new.performance_pass, new.held_share, new.ruling_id, new.visits, new.price_fen, new.elder_fen, new.due_fen,
         new.withheld_fen, new.correction_fen, new.total_fen, new.digest, new.frozen_at, new.frozen_by)
        is distinct from
        (old.provider_id, old.region_code, old.month, old.kind, old.score, old.performance_pass, old.held_share, old.ruling_id, old.visits, old.price_fen, old.elder_fen, old.due_fen,
         old.withheld_fen, old.correction_fen, old.total_fen, old.digest, old.frozen_at, old.frozen_by) then
    raise exception 'statement % is frozen', old.id using errcode = 'restrict_violation';
  end if;
  if old.state <> 'FROZEN' and new.left_out_fen <> old.left_out_fen then
    raise exception 'statement % is reviewed: its sum stands', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger statement_kept before update or delete on settlement.statement for each row execute function settlement.keep_frozen_statement();

create function settlement.keep_payment() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
     or (new.batch_id, new.line, new.statement_id, new.provider_id, new.amount_fen, new.purpose, new.account_name, new.account_number_sealed, new.replaces_id)
        is distinct from (old.batch_id, old.line, old.statement_id, old.provider_id, old.amount_fen, old.purpose, old.account_name, old.account_number_sealed, old.replaces_id)
     or (old.state in ('PAID', 'REFUSED', 'WITHDRAWN') and new.state <> old.state) then
    raise exception 'payment % is kept as it is', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger payment_kept before update or delete on settlement.payment for each row execute function settlement.keep_payment();

create function settlement.keep_file() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (old.file_digest is not null and (new.file_digest, new.file_sealed) is distinct from (old.file_digest, old.file_sealed)) then
    raise exception 'the payment file of batch % is kept as it is', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger batch_kept before update or delete on settlement.batch for each row execute function settlement.keep_file();
