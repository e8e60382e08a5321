create database identity;
create database ingest;
create database catalog;
create database doi;
create database challenge;
