export { Config, ConfigError, configSchema, type LogLevel, type NodeEnvironment } from './config.js';
export { ConfigModule } from './config.module.js';
