/**
 * Every list of the schema that is read in pages, and the test that counts its SQL statements with 1 and with 3 rows.
 * A list that asks once per row becomes slow only when real data comes: this registry keeps any list from
 * being forgotten (test/architecture/schema.spec.ts).
 *
 * Key: `Type.field` as in `schema.graphql`. Value: the spec file, from the root of the repository.
 */
export const listsWithCountedStatements: Readonly<Record<string, string>> = {
  'Discussion.threads': 'test/e2e/deliberation.spec.ts',
  'Query.accounts': 'test/e2e/identity-accounts.spec.ts',
  'Query.agendaCandidates': 'test/e2e/evaluation-agenda.spec.ts',
  'Query.applicationsToConfirm': 'test/e2e/initiative-visibility.spec.ts',
  'Query.auditEvents': 'test/e2e/audit.spec.ts',
  'Query.deliveries': 'test/e2e/mail-outbox.spec.ts',
  'Query.evaluationSessions': 'test/e2e/evaluation-agenda.spec.ts',
  'Query.failedJobs': 'test/e2e/operations.spec.ts',
  'Query.intakeQueue': 'test/e2e/initiative-visibility.spec.ts',
  'Query.mailings': 'test/e2e/mail-outbox.spec.ts',
  'Query.myInitiatives': 'test/e2e/initiative-visibility.spec.ts',
  'Query.notifications': 'test/e2e/notification.spec.ts',
  'Query.people': 'test/e2e/organisation.spec.ts',
  'Query.recognitionDecisions': 'test/e2e/recognition.spec.ts',
  'Query.register': 'test/e2e/register.spec.ts',
};
