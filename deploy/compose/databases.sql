create database identity;
create database ingest;
create database catalog;
