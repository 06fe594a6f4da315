-- SHA-256, in hex, of the archive that was evaluated. Null for evaluations from before, whose manifest has that of the parameters.
alter table evaluation add column archive_sha256 text check (archive_sha256 ~ '^[0-9a-f]{64}$');
