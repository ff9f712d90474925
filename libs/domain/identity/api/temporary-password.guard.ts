import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import { findContext } from '@kit/context';
import type { GraphQLResolveInfo } from 'graphql';
import { passwordChangeRequired } from '../identity.errors.js';
import { SessionAuthenticator } from './session-authenticator.js';

/** Root fields for somebody whose password an administrator knows. */
const OPEN: ReadonlySet<string> = new Set(['site', 'viewer', 'signIn', 'signOut', 'signOutEverywhere', 'changePassword']);

/** Keeps everything but changing the password from a viewer with a temporary one, on every door of the process. */
@Injectable()
export class TemporaryPasswordGuard implements CanActivate {
  constructor(private readonly authenticator: SessionAuthenticator) {}

  canActivate(context: ExecutionContext): boolean {
    const viewer = findContext()?.viewer ?? null;
    if (viewer === null || !this.authenticator.hasTemporaryPassword(viewer)) return true;
    if (context.getType<GqlContextType>() === 'graphql') {
      const { fieldName } = GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>();
      if (OPEN.has(fieldName)) return true;
    }
    throw passwordChangeRequired();
  }
}
