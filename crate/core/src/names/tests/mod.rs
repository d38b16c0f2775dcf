//! Hand-made pairs of each kind, and what must hold of any text.
mod any_text;
mod eastern;
mod family;
mod pairs;
mod people;
