mod corpus;
mod examples;
mod properties;
