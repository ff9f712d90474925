import { anAccount, tokenOf } from '../../factories/identity.js';
import { aPerson, next } from '../../factories/organisation.js';
import type { TenancyCases } from './tenancy-cases.js';

const ONLY_SELF = 'It is about the asking account and takes no id.';

export const identityCases: TenancyCases = {
  async arrange(app, { ward, accountId, username }, idOf) {
    await tokenOf(app, username);
    const { personId, accountId: colleague } = await anAccount(app, ward, { roles: ['CLERK'] });
    const [session] = await app.sql<{ id: string }>('select id from session where account_id = $1 order by id desc limit 1', [accountId]);
    const [role] = await app.sql<{ id: string }>('select id from role_assignment where person_id = $1', [personId]);
    return {
      account: colleague, session: session?.id ?? '', roleAssignment: role?.id ?? '', personWithoutAccount: await aPerson(app, ward, { unitId: idOf('unit') }),
    };
  },
  fields: {
    'Query.viewer': [],
    'Query.accounts': [],
    'Mutation.signIn': ONLY_SELF,
    'Mutation.signOut': ONLY_SELF,
    'Mutation.signOutEverywhere': ONLY_SELF,
    'Mutation.changePassword': ONLY_SELF,
    'Mutation.endSession': [(foreign) => ({ id: foreign('session') })],
    'Mutation.assignRole': [
      (foreign) => ({ input: { personId: foreign('person'), role: 'CLERK' } }),
      (foreign, own) => ({ input: { personId: own('person'), role: 'UNIT_HEAD', unitId: foreign('unit') } }),
    ],
    'Mutation.endRole': [(foreign) => ({ id: foreign('roleAssignment') })],
    'Mutation.createAccount': [(foreign) => ({ input: { personId: foreign('personWithoutAccount'), username: `moi.${next()}` } })],
    'Mutation.resetPassword': [(foreign) => ({ accountId: foreign('account') })],
    'Mutation.disableAccount': [(foreign) => ({ id: foreign('account') })],
    'Mutation.enableAccount': [(foreign) => ({ id: foreign('account') })],
  },
};
