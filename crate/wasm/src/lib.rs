//! The core for a browser: conversions, fetching and IndexedDB, nothing else.
