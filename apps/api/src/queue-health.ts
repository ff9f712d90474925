import { Database, sql } from '@kit/database';
import { Readiness } from '@kit/health';
import { JobCatalogue, QUEUE_SCHEMA } from '@kit/jobs';
import { Injectable, type OnModuleInit } from '@nestjs/common';

/** Readiness of the job queues: they live in the same database, in a schema of their own that must be there. */
@Injectable()
export class QueueHealth implements OnModuleInit {
  constructor(
    private readonly readiness: Readiness,
    private readonly database: Database,
    private readonly jobs: JobCatalogue,
  ) {}

  onModuleInit(): void {
    this.readiness.add('queue', async () => {
      if (this.jobs.queues().length === 0) return;
      const found = await this.database.row<{ there: boolean }>(
        sql`SELECT has_schema_privilege(oid, 'USAGE') AS there FROM pg_namespace WHERE nspname = ${QUEUE_SCHEMA}`,
      );
      if (found?.there !== true) throw new Error('The schema of the job queues is missing');
    });
  }
}
