import type { Client } from 'urql';
import { graphql } from '../lib/graphql.js';
import type { ShellQuery } from '../gql/graphql.js';

/** Facts about this installation that everybody may know, and the signed-in person as far as the shell needs them. */
export type Shell = { site: Site; viewer: Viewer | null };
export type Site = ShellQuery['site'];
export type Viewer = NonNullable<ShellQuery['viewer']>;

const SHELL = graphql(`
  query Shell {
    site { name isDemo now today ideUrl maxUploadBytes maxVideoBytes allowedFileTypes tenant { id code name kind cityName placeName headTitle } }
    viewer {
      accountId username mustChangePassword unreadNotifications
      person { id fullName position unit { id shortName } }
      tenant { id name }
      roles { role unit { id shortName } }
    }
  }
`);

const SIGN_IN = graphql(`
  mutation SignIn($input: SignInInput!) { signIn(input: $input) { expiresAt viewer { accountId } } }
`);

const SIGN_OUT = graphql(`mutation SignOut { signOut }`);

const UNREAD = graphql(`query Unread { viewer { accountId unreadNotifications } }`);

/** Asks who is signed in and whose site this is. Throws the `CombinedError` when the server cannot be asked. */
export async function fetchShell(client: Client): Promise<Shell> {
  const { data, error } = await client.query(SHELL, {}, { requestPolicy: 'network-only' });
  if (!data) throw error ?? new Error('The server gave no answer');
  return { site: data.site, viewer: data.viewer ?? null };
}

/** Signs in with the session cookie; throws the `CombinedError` of a refusal. */
export async function signIn(client: Client, username: string, password: string): Promise<void> {
  const { error } = await client.mutation(SIGN_IN, { input: { username, password, client: 'WEB' } });
  if (error) throw error;
}

/** Ends the session on the server. */
export async function signOut(client: Client): Promise<void> {
  const { error } = await client.mutation(SIGN_OUT, {});
  if (error) throw error;
}

export { UNREAD };
