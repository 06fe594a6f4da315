-- A champion that is estimated to be right too seldom opens a cycle, too.
alter table cycle drop constraint cycle_triggered_by_check;
alter table cycle add constraint cycle_triggered_by_check check (triggered_by in ('drift', 'estimate', 'person'));

-- The default is the configuration's at the time; lines without a row follow the configuration.
alter table line_loop add column accepted_loss double precision not null default 0.08 check (accepted_loss between 0 and 1);
