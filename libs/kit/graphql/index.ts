export { Access, PARENT, PUBLIC, SIGNED_IN_ACCESS, TypeAccess } from './access/access.decorator.js';
export { accessFaults } from './access/enforce-access.js';
export {
  connection, PAGE, PageArgs, PageInfo, pageOf, type Connection, type ConnectionOptions, type Edge,
} from './connection.js';
export { decodeCursor, encodeCursor, invalidCursor, type CursorPart, type CursorValues } from './cursor.js';
export { FAULTS, type FaultCode } from './errors/fault-codes.js';
export { errorExtensions } from './errors/format-error.js';
export { GRAPHQL_PATH, GraphqlModule } from './graphql.module.js';
export { AUTHENTICATOR, type Authenticator, type Credentials } from './http/authenticator.js';
export type { GraphqlContext } from './http/graphql-context.js';
export { installBodyParsers } from './http/json-body.js';
export { installRequestContext, LOCALE_COOKIE, type RequestContextOptions } from './http/request-context.hook.js';
export { sessionCookieName, type SessionCookie } from './http/session-cookie.js';
export { IDE_PATH, installIde, type IdeOptions } from './ide/ide.js';
export { LIMITS, payloadTooLarge, queryTooComplex, type LimitName } from './limits/limits.js';
export { IsLine, LONGEST_LINE } from './input/is-line.js';
export { groupBy, indexBy, loader } from './loader.js';
export { DateTime, Json, LocalDate, Vnd } from './scalars.js';
export { providerClasses, schemaOf, schemaText } from './schema.js';
export { Selection, selection } from './selection.js';
export { EventStreams, STREAM_LIMITS } from './stream/event-streams.js';
export { STREAM_PATH } from './stream/stream-door.js';
