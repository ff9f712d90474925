import type { CouncilRole } from '../../gql/schema.js';

/** Somebody on the list of a council that is being set up. */
export interface Appointee {
  personId: string;
  fullName: string;
  detail: string;
  role: CouncilRole;
  isVoting: boolean;
}

export type CouncilFault = 'chair' | 'secretary' | 'voting' | 'chairVotes';

/** What a council still lacks (INV-13): one chair who votes, one secretary, three members who vote. */
export function councilFaults(members: readonly Pick<Appointee, 'role' | 'isVoting'>[]): CouncilFault[] {
  const chairs = members.filter(({ role }) => role === 'CHAIR');
  const faults: CouncilFault[] = [];
  if (chairs.length !== 1) faults.push('chair');
  else if (!chairs[0]?.isVoting) faults.push('chairVotes');
  if (members.filter(({ role }) => role === 'SECRETARY').length !== 1) faults.push('secretary');
  if (members.filter(({ isVoting }) => isVoting).length < 3) faults.push('voting');
  return faults;
}

/** The office that is still open when somebody is added: first the chair, then the secretary, then members. */
export function nextRole(members: readonly Pick<Appointee, 'role'>[]): CouncilRole {
  if (!members.some(({ role }) => role === 'CHAIR')) return 'CHAIR';
  return members.some(({ role }) => role === 'SECRETARY') ? 'MEMBER' : 'SECRETARY';
}
