/** UTC, ISO 8601 with milliseconds (`2027-01-12T17:00:00.000Z`): sorts as text, the same on both engines. */
export type Instant = string
/** 0 or 1: SQLite has no booleans. */
export type Flag = 0 | 1
/** JSON as text; parsed by the zod schema of the feature that owns the column. */
export type Json = string
