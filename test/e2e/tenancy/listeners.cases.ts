import type { TenancyCases } from './tenancy-cases.js';

const OF_ALL_WARDS = 'Queues belong to the installation; only the console names who may see them, and they see ids of events and no ids of wards.';

/** What listens to every feature or stands behind it: work, notices, audit, queues. */
export const listenerCases: TenancyCases = {
  async arrange(app, { personId, ward }) {
    const [notice] = await app.sql<{ id: string }>(`
      insert into notification (tenant_id, person_id, kind, event_id) values ($1, $2, 'TEST_NOTICE', uuidv7()) returning id`, [ward.id, personId]);
    const aMailing = async (needsApproval: boolean, state: string): Promise<{ mailing: string; delivery: string }> => {
      const [made] = await app.sql<{ mailing: string; delivery: string }>(`
        with m as (
          insert into mailing (tenant_id, event_id, kind, event_type, payload, needs_approval)
          select $1, uuidv7(), 'ROLE_ASSIGNED', 'identity.role-assigned', jsonb_build_object('personId', r.person_id, 'assignmentId', r.id, 'role', r.role), $3
          from role_assignment r where r.person_id = $2 limit 1 returning id)
        insert into delivery (tenant_id, mailing_id, person_id, channel, state, due_at) select $1, m.id, $2, 'EMAIL', $4, clock_timestamp() from m
        returning mailing_id as mailing, id as delivery`, [ward.id, personId, needsApproval, state]);
      return made ?? { mailing: '', delivery: '' };
    };
    const [waiting, bounced] = [await aMailing(true, 'HELD'), await aMailing(false, 'BOUNCED')];
    return { notification: notice?.id ?? '', mailing: waiting.mailing, waitingDelivery: waiting.delivery, bouncedMailing: bounced.mailing, delivery: bounced.delivery };
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
    'Query.mailings': [],
    'Query.deliveries': [(foreign) => ({ mailingId: foreign('mailing') })],
    'Query.mailPreview': [(foreign) => ({ mailingId: foreign('mailing') }), (foreign, own) => ({ mailingId: own('bouncedMailing'), deliveryId: foreign('delivery') })],
    'Query.outboxStatus': 'It tells how the installation sends mail, which is the same for every ward.',
    'Mutation.approveMailing': [(foreign) => ({ id: foreign('mailing') })],
    'Mutation.cancelMailing': [(foreign) => ({ id: foreign('mailing') })],
    'Mutation.retryDelivery': [(foreign) => ({ id: foreign('delivery') })],
    'Mutation.saveMailPreferences': 'It names nobody: everybody chooses for themselves.',
    'Mutation.markNotificationsRead': [(foreign) => ({ ids: [foreign('notification')] })],
  },
};
