import { Global, Module } from '@nestjs/common';
import { Config } from './config.js';

/** Gives every room the configuration of the process. */
@Global()
@Module({
  providers: [{ provide: Config, useFactory: () => Config.fromEnv(process.env) }],
  exports: [Config],
})
export class ConfigModule {}
