-- A batch is predicted once: also where it was sent twice and lies at two places of the topic, and where it is delivered again after
-- another model has become champion. Batches from before have no id.
alter table batch_prediction add column batch_id text;
create unique index batch_prediction_once on batch_prediction (batch_id) where batch_id is not null;
create index batch_prediction_by_age on batch_prediction (predicted_at);
create index drift_window_by_age on drift_window (at);
