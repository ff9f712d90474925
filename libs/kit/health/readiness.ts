import { Config } from '@kit/config';
import { Database, pendingMigrations } from '@kit/database';
import { Inject, Injectable } from '@nestjs/common';

/** Whether one dependency can be used now; throws when it cannot. */
export type HealthCheck = () => Promise<void>;

export type CheckState = 'up' | 'down';

/** What `/health/ready` answers. Says which part is down and nothing about why: anybody may ask. */
export interface ReadinessReport {
  readonly status: 'ready' | 'unavailable';
  readonly checks: Readonly<Record<string, CheckState>>;
}

/** Milliseconds after which a dependency that does not answer counts as down. */
const PATIENCE = 3_000;

/** Asks every dependency whether this process can serve requests. Rooms add their own with `add`. */
@Injectable()
export class Readiness {
  private readonly checks = new Map<string, HealthCheck>();
  private isMigrated = false;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Config) private readonly config: Config,
  ) {
    this.add('database', async () => void (await this.database.rows('select 1')));
    this.add('migrations', () => this.checkMigrations());
  }

  /** Adds a dependency under a short name, for example `queue`. */
  add(name: string, check: HealthCheck): void {
    this.checks.set(name, check);
  }

  async report(): Promise<ReadinessReport> {
    const states = await Promise.all([...this.checks].map(async ([name, check]) => [name, await stateOf(check)] as const));
    const isReady = states.every(([, state]) => state === 'up');
    return { status: isReady ? 'ready' : 'unavailable', checks: Object.fromEntries(states) };
  }

  private async checkMigrations(): Promise<void> {
    // Migrations are never taken back, so a schema that was complete once stays complete.
    this.isMigrated ||= (await pendingMigrations(this.config.databaseUrl)).length === 0;
    if (!this.isMigrated) throw new Error('The schema is not at the expected version');
  }
}

async function stateOf(check: HealthCheck): Promise<CheckState> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No answer in time')), PATIENCE);
  });
  try {
    await Promise.race([check(), patience]);
    return 'up';
  } catch {
    return 'down';
  } finally {
    clearTimeout(timer);
  }
}
