export { Config, ConfigError, type LogLevel, type NodeEnvironment, type S3Settings } from './config.js';
export { ConfigModule } from './config.module.js';
export { environmentSchema, SECRET_VARIABLES } from './environment.js';
