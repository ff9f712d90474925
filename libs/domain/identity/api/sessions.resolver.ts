import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { currentContext } from '@kit/context';
import { Access, type GraphqlContext, PUBLIC, SIGNED_IN_ACCESS } from '@kit/graphql';
import { ViewersRepository } from '../data/viewers.repository.js';
import { SignInResult, ViewerProfile } from '../model/identity.types.js';
import { ChangePassword } from '../usecases/change-password.js';
import { EndSessions } from '../usecases/end-sessions.js';
import { SignIn } from '../usecases/sign-in.js';
import { ChangePasswordInput, SignInInput } from './identity.inputs.js';

/** Signing in and out, and what belongs to the asking account alone. */
@Resolver()
export class SessionsResolver {
  constructor(
    private readonly viewers: ViewersRepository,
    private readonly signInAct: SignIn,
    private readonly endSessions: EndSessions,
    private readonly changePasswordAct: ChangePassword,
  ) {}

  @Query(() => ViewerProfile, { nullable: true, description: 'Who is signed in; null for visitors.' })
  @Access(PUBLIC)
  async viewer(): Promise<ViewerProfile | null> {
    const { viewer } = currentContext();
    return viewer && this.viewers.profile(viewer);
  }

  @Mutation(() => SignInResult, { description: 'Opens a session. SIGN_IN_REFUSED for whatever does not fit; RETRY_LATER after 10 wrong guesses in 15 minutes.' })
  @Access(PUBLIC)
  async signIn(@Args('input') input: SignInInput, @Context() context: GraphqlContext): Promise<SignInResult> {
    const { viewer, token, expiresAt } = await this.signInAct.execute({ ...input, device: context.userAgent });
    if (input.client === 'API') return { viewer, token, expiresAt };
    context.session.set(token, expiresAt);
    return { viewer, token: null, expiresAt };
  }

  @Mutation(() => Boolean, { description: 'Ends this session and clears the cookie; false when there was none.' })
  @Access(PUBLIC)
  async signOut(@Context() context: GraphqlContext): Promise<boolean> {
    context.session.clear();
    return this.endSessions.current();
  }

  @Mutation(() => Boolean, { description: 'Ends every session of the account, this one included.' })
  @Access(SIGNED_IN_ACCESS)
  async signOutEverywhere(@Context() context: GraphqlContext): Promise<boolean> {
    await this.endSessions.all();
    context.session.clear();
    return true;
  }

  @Mutation(() => Boolean, { description: 'Ends one session of the own account. NOT_FOUND.' })
  @Access(SIGNED_IN_ACCESS)
  async endSession(@Args('id', { type: () => ID }) id: string): Promise<boolean> {
    await this.endSessions.one(id);
    return true;
  }

  @Mutation(() => ViewerProfile, { description: 'Changes the own password and ends all other sessions. CURRENT_PASSWORD_WRONG, RETRY_LATER, VALIDATION_FAILED.' })
  @Access(SIGNED_IN_ACCESS)
  changePassword(@Args('input') input: ChangePasswordInput): Promise<ViewerProfile> {
    return this.changePasswordAct.execute(input);
  }
}
