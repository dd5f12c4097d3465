extern alias engine;

// Our engine, by its alias: it has the names of Reqnroll, which in Reqnroll's build must not be seen.
global using engine::Conformance.Runner;
