import { onConstraint } from '@kit/database';
import { notFound } from '@kit/errors';
import { accountExists, roleAlreadyHeld, rolePeriodUnfit, roleScopeUnfit, usernameTaken } from '../identity.errors.js';

onConstraint('account_username_unique', () => usernameTaken({}, ['input', 'username']));
onConstraint('account_one_per_person', () => accountExists({}, ['input', 'personId']));
onConstraint('account_person', () => notFound({}, ['input', 'personId']));
onConstraint('role_assignment_person', () => notFound({}, ['input', 'personId']));
onConstraint('role_assignment_scope', () => notFound({}, ['input', 'unitId']));
onConstraint('role_assignment_period', () => rolePeriodUnfit({}, ['input', 'validTo']));
onConstraint('role_assignment_scope_fits', () => roleScopeUnfit({}, ['input', 'unitId']));
onConstraint('role_assignment_no_overlap', () => roleAlreadyHeld({}, ['input', 'role']));
