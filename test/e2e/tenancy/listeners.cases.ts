import type { TenancyCases } from './tenancy-cases.js';

/** What listens to every feature: work, notices, audit. */
export const listenerCases: TenancyCases = {
  async arrange(app, { personId, ward }) {
    const [notice] = await app.sql<{ id: string }>(`
      insert into notification (tenant_id, person_id, kind, event_id) values ($1, $2, 'TEST_NOTICE', uuidv7()) returning id`, [ward.id, personId]);
    return { notification: notice?.id ?? '' };
  },
  fields: {
    'Query.myWork': 'Every source of work restricts it to the viewer; its lines are tested with the feature.',
    'Query.notifications': [],
    'Query.auditEvents': [(foreign) => ({ objectId: foreign('unit') })],
    'Mutation.markNotificationsRead': [(foreign) => ({ ids: [foreign('notification')] })],
  },
};
