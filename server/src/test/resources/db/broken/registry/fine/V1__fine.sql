create schema fine;
