import { type DynamicModule, Module } from '@nestjs/common';
import { Config } from '@kit/config';
import { LoggerModule } from 'nestjs-pino';
import type { DestinationStream } from 'pino';
import { loggerOptions } from './logger-options.js';

/** The logger of the product. */
@Module({})
export class LoggingModule {
  /** @param destination default: standard output */
  static forRoot(destination?: DestinationStream): DynamicModule {
    return {
      module: LoggingModule,
      imports: [
        LoggerModule.forRootAsync({
          inject: [Config],
          useFactory: (config: Config) => {
            const options = { ...loggerOptions(config), wrapSerializers: false };
            // No middleware: `useProductLogger` logs requests by their route, which holds no secret.
            return { forRoutes: [], pinoHttp: destination === undefined ? options : [options, destination] };
          },
        }),
      ],
    };
  }
}
