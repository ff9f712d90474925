export { IdentityModule } from './identity.module.js';
export { ViewerProfile } from './model/identity.types.js';
export { Role } from './model/roles.js';
export { RoleSources, type RoleSource } from './data/role-sources.js';
export { CreateAccount, type NewAccount } from './usecases/create-account.js';
export { AssignRole, type NewRoleAssignment } from './usecases/assign-role.js';
export {
  AccountCreated, AccountDisabled, AccountEnabled, PasswordChanged, PasswordReset, RoleAssigned, RoleEnded, SessionsEnded,
  SignedIn, SignInFailed,
} from './events/identity.events.js';
