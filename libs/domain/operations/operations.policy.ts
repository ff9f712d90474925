import { allow, definePolicy } from '@kit/policy';

/** The queues belong to the installation and to no ward, so there are no facts to decide by. */
export const operationsPolicy = definePolicy<object>('System', {
  'operations.read': [allow('SYSTEM_OPERATOR')],
  'operations.manage': [allow('SYSTEM_OPERATOR')],
});
