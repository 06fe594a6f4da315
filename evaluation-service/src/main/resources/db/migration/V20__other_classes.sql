-- Test images of classes that the model does not know, by the class's name. They are counted, not scored.
alter table line_score add column other_classes jsonb not null default '{}';
