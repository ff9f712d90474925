import { describe, expect, it } from '@jest/globals';
import { WorkSources } from '@domain/work';
import { hasRole } from '@kit/context';
import { sql } from '@kit/database';
import { anActor } from '../factories/identity.js';
import { aWard } from '../factories/organisation.js';
import { useApp } from '../setup/app.js';
import { statementsDuring } from '../setup/statements.js';

const app = useApp();
const WORK = '{ myWork { id kind urgency title code dueOn link count } }';

describe('my work', () => {
  it('is empty for somebody for whom nothing waits, and closed to visitors', async () => {
    const actor = await anActor(app(), await aWard(app()));
    expect(await actor.client.ask(WORK)).toEqual({ myWork: [] });
    expect(await app().client().refusal(WORK)).toEqual({ code: 'UNAUTHENTICATED', details: {} });
  });

  it('comes from all features in one statement, the most pressing first', async () => {
    const ward = await aWard(app());
    const [officer, colleague] = [await anActor(app(), ward, { roles: ['INTAKE_OFFICER'] }), await anActor(app(), ward)];
    const line = (title: string, due: string, waiting = false) => sql`
      select ${`TEST:${title}`}, 'TEST', ${title}, null, (vn_today() + ${due}::int), '/test', null::int, ${waiting}::boolean`;
    app().get(WorkSources).add({
      workOf: () => sql.join([line('hôm nay', '0'), line('trễ', '-3'), line('Đợi người khác', '-9', true), line('tháng sau', '30')], ' union all '),
    });
    app().get(WorkSources).add({
      workOf: (viewer) => hasRole(viewer, 'INTAKE_OFFICER')
        ? sql`select 'QUEUE', 'CHECK_FORMALLY', 'Hồ sơ chờ kiểm tra', 'SK-1', null::date, '/intake', 7, false`
        : null,
    });

    type Work = { myWork: { title: string; urgency: string }[] };
    const lines = ({ myWork }: Work): string[] => myWork.map(({ title, urgency }) => `${urgency} ${title}`);
    const common = ['OVERDUE trễ', 'TODAY hôm nay', 'LATER tháng sau'];
    expect(lines(await colleague.client.ask<Work>(WORK))).toEqual([...common, 'WAITING Đợi người khác']);
    const own = await officer.client.ask<Work>(WORK);
    expect(lines(own)).toEqual([...common, 'LATER Hồ sơ chờ kiểm tra', 'WAITING Đợi người khác']);
    expect(own.myWork[3]).toEqual({
      id: 'QUEUE', kind: 'CHECK_FORMALLY', urgency: 'LATER', title: 'Hồ sơ chờ kiểm tra', code: 'SK-1', dueOn: null, link: '/intake', count: 7,
    });
    // One to know who asks, one for the list.
    expect(await statementsDuring(app(), () => officer.client.ask(WORK))).toHaveLength(2);
  });
});
