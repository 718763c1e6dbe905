mod corpus;
mod examples;
mod excerpts;
mod properties;
