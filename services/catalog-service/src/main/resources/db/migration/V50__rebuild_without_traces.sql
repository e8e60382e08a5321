-- A rebuild gathers in a temporary table and needs no time of writing.
drop table image_rebuild;
alter table image drop column applied_at;
