-- How many labelled images of a window's each class were served with each class, as {"actual": {"served": images}}.
alter table window_score add column true_counts jsonb not null default '{}';

-- What an answer of the serving model costs at most, on average, as estimated; null where nobody told costs.
alter table drift_window add column estimated_cost double precision check (estimated_cost >= 0);
