mod doubts;
mod flow;
mod world;
