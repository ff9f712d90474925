import { RoleSources } from '@domain/identity';
import { addDays, type LocalDate } from '@kit/clock';
import { runAs, systemViewer, type Viewer } from '@kit/context';
import { Database, sql } from '@kit/database';
import { newId } from '@kit/ids';
import type { INestApplicationContext, Type } from '@nestjs/common';
import type { DaysAgo, PersonKey, TenantKey } from './data/index.js';

/** Ids of what is written already, by the readable keys of the data. */
export class Keys {
  readonly #ids = new Map<string, string>();

  constructor(private readonly kind: string) {}

  has(key: string): boolean {
    return this.#ids.has(key);
  }

  set(key: string, id: string): void {
    this.#ids.set(key, id);
  }

  get(key: string): string {
    const id = this.#ids.get(key);
    if (id === undefined) throw new Error(`the demo ward has no ${this.kind} "${key}" yet`);
    return id;
  }
}

/** The ward while it is being filled: who acts, on which day, and what there is so far. */
export class DemoWard {
  readonly tenants = new Keys('tenant');
  readonly units = new Keys('unit');
  readonly people = new Keys('person');
  readonly fields = new Keys('field');
  readonly regulations = new Keys('regulation');
  readonly campaigns = new Keys('campaign');
  readonly initiatives = new Keys('initiative');
  readonly councils = new Keys('council');
  readonly sessions = new Keys('session');

  constructor(
    private readonly app: INestApplicationContext,
    /** Today in Vietnam by the database's clock: everything is filed, judged and decided on this day. */
    readonly today: LocalDate,
    private readonly onStep: (step: string) => void,
  ) {}

  /** A use case or another provider of any feature. */
  use<T>(token: Type<T>): T {
    return this.app.get(token, { strict: false });
  }

  get database(): Database {
    return this.use(Database);
  }

  day(daysAgo: DaysAgo): LocalDate {
    return addDays(this.today, -daysAgo);
  }

  /** The day of the data, or today where that day is over: nobody can be asked for something by then. */
  notBeforeToday(daysAgo: DaysAgo): LocalDate {
    return this.day(Math.min(daysAgo, 0));
  }

  /** Tells that a step is done, in the language of the terminal. */
  tell(vi: string, en: string): void {
    this.onStep(process.env['KHOI_LANG'] === 'en' ? en : vi);
  }

  /** Acts as the system inside a tenant: only for what nobody is there to do. */
  asSystem<T>(tenant: TenantKey, act: () => Promise<T>): Promise<T> {
    return runAs(systemViewer(this.tenants.get(tenant)), act);
  }

  /** Acts as a person, with the roles that person holds at this moment. */
  async as<T>(person: PersonKey, act: () => Promise<T>): Promise<T> {
    return runAs(await this.#viewer(person), act);
  }

  /** A number or an id that an act left in the row of an initiative, a campaign, and so on. */
  async read<T extends object>(statement: ReturnType<typeof sql>): Promise<T> {
    const row = await this.database.row<T>(statement);
    if (row === null) throw new Error('the demo ward lost a row that it wrote');
    return row;
  }

  async #viewer(person: PersonKey): Promise<Viewer> {
    const row = await this.read<Omit<Viewer, 'sessionId'>>(sql`
      select a.id as "accountId", p.id as "personId", p.tenant_id as "tenantId", p.unit_id as "unitId", p.full_name as "fullName",
        (select coalesce(json_agg(distinct jsonb_build_object('role', r.role, 'unitId', r.unit_id)), '[]')
          from (${this.use(RoleSources).rolesOf('p')}) r) as roles
      from person p join account a on a.person_id = p.id where p.id = ${this.people.get(person)}`);
    return { ...row, sessionId: newId() };
  }
}

/** Works on several things at once, in the order of the list, and waits for all. */
export async function together<T>(items: readonly T[], work: (item: T) => Promise<void>, atOnce = 4): Promise<void> {
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
