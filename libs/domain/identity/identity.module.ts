import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { DatabaseModule } from '@kit/database';
import { AUTHENTICATOR } from '@kit/graphql';
import { AccountsResolver } from './api/accounts.resolver.js';
import { SessionAuthenticator } from './api/session-authenticator.js';
import { SessionsResolver } from './api/sessions.resolver.js';
import { TemporaryPasswordGuard } from './api/temporary-password.guard.js';
import { AccountsRepository } from './data/accounts.repository.js';
import { RoleAssignmentsRepository } from './data/role-assignments.repository.js';
import { RoleSources } from './data/role-sources.js';
import { SessionsRepository } from './data/sessions.repository.js';
import { SignInAttempts } from './data/sign-in-attempts.js';
import { ViewersRepository } from './data/viewers.repository.js';
import { AccountEntity } from './model/account.entity.js';
import { RoleAssignmentEntity } from './model/role-assignment.entity.js';
import { SessionEntity } from './model/session.entity.js';
import { Passwords } from './security/passwords.js';
import { AssignRole } from './usecases/assign-role.js';
import { ChangeAccountStatus } from './usecases/change-account-status.js';
import { ChangePassword } from './usecases/change-password.js';
import { CreateAccount } from './usecases/create-account.js';
import { EndRole } from './usecases/end-role.js';
import { EndSessions } from './usecases/end-sessions.js';
import { ResetPassword } from './usecases/reset-password.js';
import { SignIn } from './usecases/sign-in.js';

const repositories = [AccountsRepository, RoleAssignmentsRepository, SessionsRepository, SignInAttempts, ViewersRepository];
const usecases = [SignIn, EndSessions, ChangePassword, CreateAccount, ResetPassword, ChangeAccountStatus, AssignRole, EndRole];

@Module({
  imports: [DatabaseModule.forFeature([AccountEntity, RoleAssignmentEntity, SessionEntity])],
  providers: [
    SessionsResolver,
    AccountsResolver,
    SessionAuthenticator,
    { provide: AUTHENTICATOR, useExisting: SessionAuthenticator },
    { provide: APP_GUARD, useClass: TemporaryPasswordGuard },
    RoleSources,
    Passwords,
    ...repositories,
    ...usecases,
  ],
  exports: [AUTHENTICATOR, RoleSources, CreateAccount, AssignRole],
})
export class IdentityModule {}
