-- Why: a visit in a frozen statement may go to a person again; the county has to see it before (or although) the money is paid. Locks: none (new table).
create table settlement.doubt (
  visit_id uuid not null,
  statement_id uuid not null references settlement.statement,
  region_code text not null,
  flags text[] not null,
  raised_at timestamptz not null,
  confirmed boolean,
  decided_at timestamptz,
  primary key (visit_id, statement_id),
  check ((confirmed is null) = (decided_at is null))
);
create index doubt_open on settlement.doubt (region_code, raised_at) where decided_at is null;
comment on table settlement.doubt is '已冻结结算的上门又退回人工判定；判定不成立的，差额进入下一张结算单';
comment on column settlement.doubt.confirmed is '再次判定：真为服务成立（不更正），假为不成立（下期更正）；空为未判定';
