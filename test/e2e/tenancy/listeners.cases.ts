import type { TenancyCases } from './tenancy-cases.js';

const OF_ALL_WARDS = 'Queues belong to the installation; only the console names who may see them, and they see ids of events and no ids of wards.';

/** What listens to every feature or stands behind it: work, notices, audit, queues. */
export const listenerCases: TenancyCases = {
  async arrange(app, { personId, ward }) {
    const [notice] = await app.sql<{ id: string }>(`
      insert into notification (tenant_id, person_id, kind, event_id) values ($1, $2, 'TEST_NOTICE', uuidv7()) returning id`, [ward.id, personId]);
    return { notification: notice?.id ?? '' };
  },
  fields: {
    'Query.myWork': 'Every source of work restricts it to the viewer; its lines are tested with the feature.',
    'Query.notifications': [],
    'Query.systemState': OF_ALL_WARDS,
    'Query.failedJobs': OF_ALL_WARDS,
    'Mutation.retryFailedJob': OF_ALL_WARDS,
    'Mutation.retryFailedJobs': OF_ALL_WARDS,
    'Mutation.removeFailedJob': OF_ALL_WARDS,
    'Query.auditEvents': [(foreign) => ({ objectId: foreign('unit') })],
    'Mutation.markNotificationsRead': [(foreign) => ({ ids: [foreign('notification')] })],
  },
};
