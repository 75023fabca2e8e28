//! Names of persons.
