-- The word of the request that asks for it.
alter table accession rename column wish to publish;
alter table zip_upload rename column wish to publish;
