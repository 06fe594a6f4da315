-- A batch that was sent twice lies at two places of the topic and is predicted once. Batches from before have no id.
alter table batch_prediction add column batch_id text;
create unique index batch_prediction_once on batch_prediction (batch_id, model_version) where batch_id is not null;
create index batch_prediction_by_age on batch_prediction (predicted_at);
create index drift_window_by_age on drift_window (at);
