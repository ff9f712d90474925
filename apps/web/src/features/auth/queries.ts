import { graphql } from '../../lib/graphql.js';

export const MY_SESSIONS = graphql(`
  query MySessions { viewer { accountId sessions { id kind device createdAt lastSeenAt expiresAt isCurrent } } }
`);

export const END_SESSION = graphql(`mutation EndSession($id: ID!) { endSession(id: $id) }`);

export const SIGN_OUT_EVERYWHERE = graphql(`mutation SignOutEverywhere { signOutEverywhere }`);

export const CHANGE_PASSWORD = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) { changePassword(input: $input) { accountId mustChangePassword } }
`);

export const MY_KINSHIPS = graphql(`query MyKinships { myKinships { id kind person { id fullName } } }`);

export const DECLARE_KINSHIP = graphql(`mutation DeclareKinship($input: DeclareKinshipInput!) { declareKinship(input: $input) { id } }`);

export const END_KINSHIP = graphql(`mutation EndKinship($id: ID!) { endKinship(id: $id) { id } }`);
