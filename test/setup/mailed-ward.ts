import { beforeAll, beforeEach } from '@jest/globals';
import type { AccountParts, Actor } from '../factories/identity.js';
import { aScene, type Scene } from '../factories/initiative.js';
import type { TestApp } from './app.js';
import { type Arrived, type MailServer, useMailedApp } from './mail-server.js';

/** Somebody with a mailbox of their own. */
export type Reader = Actor & { readonly email: string };

/** A ward of the real API with a mail server behind it. Nothing goes out by itself: `send` says when. */
export interface MailedWard {
  readonly app: () => TestApp;
  readonly mail: () => MailServer;
  readonly scene: () => Scene;
  readonly admin: () => Actor;
  /** Lets the time come for everything that waits, sends it, and answers what arrived. */
  readonly send: () => Promise<Arrived[]>;
  readonly reader: (fullName: string, parts?: AccountParts) => Promise<Reader>;
  /** Gives a role, of which its holder is told by mail. */
  readonly assign: (personId: string, role: string) => Promise<unknown>;
}

/** Gives the tests of a file one such ward. Before each of them the server takes everything and nothing waits. */
export function useMailedWard(): MailedWard {
  const running = useMailedApp();
  let made: { scene: Scene; admin: Actor } | undefined;
  const ward = (): { scene: Scene; admin: Actor } => {
    if (made === undefined) throw new Error('the ward exists only inside tests and hooks');
    return made;
  };
  beforeAll(async () => {
    const scene = await aScene(running().app);
    made = { scene, admin: await scene.person({ roles: ['TENANT_ADMIN'], person: { fullName: 'Quản trị Một' } }) };
  });
  beforeEach(async () => {
    running().mail.is('takes');
    await running().send();
  });
  let boxes = 0;
  return {
    app: () => running().app, mail: () => running().mail, scene: () => ward().scene, admin: () => ward().admin, send: () => running().send(),
    reader: async (fullName, parts = {}) => {
      const email = `hop-thu-${(boxes += 1)}@phuong.example`;
      return { ...(await ward().scene.person({ ...parts, person: { fullName, email, ...parts.person } })), email };
    },
    assign: (personId, role) => ward().admin.client.ask('mutation ($input: AssignRoleInput!) { assignRole(input: $input) { id } }', { input: { personId, role } }),
  };
}
