export { Access, PUBLIC, SIGNED_IN_ACCESS, PARENT, TypeAccess } from './access.decorator.js';
export { connection, PAGE, PageArgs, PageInfo, pageOf, type Connection, type Edge } from './connection.js';
export { decodeCursor, encodeCursor, invalidCursor, type CursorPart, type CursorValues } from './cursor.js';
export { groupBy, indexBy, loader } from './loader.js';
export { DateTime, Json, LocalDate, Vnd } from './scalars.js';
