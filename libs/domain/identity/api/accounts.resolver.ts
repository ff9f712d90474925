import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { currentViewer } from '@kit/context';
import { Access, type Connection } from '@kit/graphql';
import { AccountsRepository } from '../data/accounts.repository.js';
import { Account, AccountConnection, CreateAccountResult, RoleAssignment } from '../model/identity.types.js';
import { AssignRole } from '../usecases/assign-role.js';
import { ChangeAccountStatus } from '../usecases/change-account-status.js';
import { CreateAccount } from '../usecases/create-account.js';
import { EndRole } from '../usecases/end-role.js';
import { ResetPassword } from '../usecases/reset-password.js';
import { AccountsArgs } from './identity.args.js';
import { AssignRoleInput, CreateAccountInput } from './identity.inputs.js';

/** What administrators do with the accounts and roles of their ward. */
@Resolver()
export class AccountsResolver {
  constructor(
    private readonly accountRows: AccountsRepository,
    private readonly createAccountAct: CreateAccount,
    private readonly changeStatus: ChangeAccountStatus,
    private readonly resetPasswordAct: ResetPassword,
    private readonly assignRoleAct: AssignRole,
    private readonly endRoleAct: EndRole,
  ) {}

  @Query(() => AccountConnection, { description: "The accounts of the viewer's ward, by given name." })
  @Access('account.read')
  accounts(@Args() args: AccountsArgs): Promise<Connection<Account>> {
    return this.accountRows.page(currentViewer(), args.search, args);
  }

  @Mutation(() => CreateAccountResult, { description: 'Gives a person a way to sign in. USERNAME_TAKEN, ACCOUNT_EXISTS, NOT_FOUND.' })
  @Access('account.create')
  createAccount(@Args('input') input: CreateAccountInput): Promise<CreateAccountResult> {
    return this.createAccountAct.execute({ personId: input.personId, username: input.username });
  }

  @Mutation(() => Account, { description: 'Closes an account and ends its sessions. NOT_FOUND, NOT_FOR_ONESELF.' })
  @Access('account.disable')
  disableAccount(@Args('id', { type: () => ID }) id: string): Promise<Account> {
    return this.changeStatus.execute(id, 'DISABLED');
  }

  @Mutation(() => Account, { description: 'Opens an account that was closed. NOT_FOUND, NOT_FOR_ONESELF.' })
  @Access('account.disable')
  enableAccount(@Args('id', { type: () => ID }) id: string): Promise<Account> {
    return this.changeStatus.execute(id, 'ACTIVE');
  }

  @Mutation(() => CreateAccountResult, { description: 'Replaces a forgotten password by a temporary one and ends the sessions. NOT_FOUND, NOT_FOR_ONESELF, ACCOUNT_OF_OPERATOR.' })
  @Access('account.resetPassword')
  resetPassword(@Args('accountId', { type: () => ID }) accountId: string): Promise<CreateAccountResult> {
    return this.resetPasswordAct.execute(accountId);
  }

  @Mutation(() => RoleAssignment, { description: 'Gives a role; it holds from the next request on. See the input for its errors.' })
  @Access('role.assign')
  assignRole(@Args('input') input: AssignRoleInput): Promise<RoleAssignment> {
    return this.assignRoleAct.execute(input);
  }

  @Mutation(() => RoleAssignment, { description: 'Takes a role away at once. NOT_FOUND, NOT_FOR_ONESELF.' })
  @Access('role.end')
  endRole(@Args('id', { type: () => ID }) id: string): Promise<RoleAssignment> {
    return this.endRoleAct.execute(id);
  }
}
