export { serializeError, type LoggedError } from './error-serializer.js';
export { loggerOptions } from './logger-options.js';
export { LoggingModule } from './logging.module.js';
export { logRequests, useProductLogger } from './product-logger.js';
