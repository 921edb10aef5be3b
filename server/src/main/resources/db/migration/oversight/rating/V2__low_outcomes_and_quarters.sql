-- Why: a low outcome questionnaire opens an improvement task (M260); providers are scored each quarter from their final months (M259). Locks: short (check of improvement), new table.
alter table rating.improvement drop constraint improvement_cause_check;
alter table rating.improvement add constraint improvement_cause_check check (cause in ('LOW_RATING', 'LOW_SCORE', 'LOW_OUTCOME'));
comment on column rating.improvement.source_id is '评价、月度评价或效果问卷的标识';

create table rating.quarter_score (
  id uuid primary key,
  provider_id uuid not null,
  region_code text not null check (region_code ~ '^\d{12}$'),
  quarter date not null check (extract(day from quarter) = 1 and extract(month from quarter) in (1, 4, 7, 10)),
  points numeric(5, 2) not null check (points between 0 and 100),
  passed boolean not null,
  months jsonb not null,
  scores uuid[] not null check (cardinality(scores) between 1 and 3),
  explanation text not null,
  ruling_id uuid not null,
  revision int not null default 1 check (revision > 0),
  computed_at timestamptz not null
);
comment on table rating.quarter_score is '服务商季度评价：由各月已定分的月度评价按公式算出';
comment on column rating.quarter_score.quarter is '季度第一天';
comment on column rating.quarter_score.months is '[{month, points, weight}]，按月排列';
create unique index quarter_score_once on rating.quarter_score (provider_id, quarter);
create index quarter_score_region on rating.quarter_score (region_code, quarter, points);
