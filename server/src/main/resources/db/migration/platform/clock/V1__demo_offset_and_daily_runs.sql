-- Why: business time (demo offset) and the proof which daily job ran for which day. Locks: none (new tables).
create schema if not exists clock;

create table clock.demo_offset (
  only_row boolean primary key default true check (only_row),
  seconds bigint not null default 0 check (seconds >= 0),
  changed_at timestamptz not null default now()
);
comment on column clock.demo_offset.seconds is '演示时钟比系统时间快多少秒（生产环境必须为 0）';
insert into clock.demo_offset default values;

create table clock.daily_run (
  job text not null,
  day date not null,
  ran_at timestamptz not null,
  primary key (job, day)
);
comment on table clock.daily_run is '每日作业已运行的记录：一项作业一天只跑一次';

create table clock.progress (
  only_row boolean primary key default true check (only_row),
  done_through date not null
);
comment on column clock.progress.done_through is '到这一天（含）为止的每日作业都已跑完';

-- The table of db-scheduler (columns as its documentation gives them for PostgreSQL).
create table clock.scheduled_task (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_task_due on clock.scheduled_task (execution_time);
create index scheduled_task_heartbeat on clock.scheduled_task (last_heartbeat);
