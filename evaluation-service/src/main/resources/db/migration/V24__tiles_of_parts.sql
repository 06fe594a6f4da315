-- Of a part whose picture was cut into tiles, the worst tile, and how many there are; null where the picture is whole.
alter table part_prediction add column tile int;
alter table part_prediction add column tiles int;
