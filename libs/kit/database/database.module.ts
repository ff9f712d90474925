import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '@kit/config';
import { DataSource } from 'typeorm';
import { createDataSource, type EntityClass } from './data-source.js';
import { Database } from './database.js';

const entities = new Set<EntityClass>();

class DatabaseFeature {}

/** Opens the database once per process and closes it last, after everything that uses it. */
@Global()
@Module({
  providers: [
    {
      provide: DataSource,
      inject: [Config],
      useFactory: (config: Config) => createDataSource(config, [...entities]).initialize(),
    },
    { provide: Database, inject: [DataSource], useFactory: (dataSource: DataSource) => new Database(dataSource) },
  ],
  exports: [Database, DataSource],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** Announces a feature's entities. Modules are evaluated before anything is opened, so the order does not matter. */
  static forFeature(classes: readonly EntityClass[]): DynamicModule {
    for (const entity of classes) entities.add(entity);
    return { module: DatabaseFeature };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

/** Every entity the loaded features announced. */
export function registeredEntities(): readonly EntityClass[] {
  return [...entities];
}
