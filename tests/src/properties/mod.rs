//! What holds for every input, tried on random ones.

mod company;
mod edges;
mod levers;
mod reducer;
mod rescale;
mod retention;
mod steps;
