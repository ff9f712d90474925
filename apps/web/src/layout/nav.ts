import {
  IconBell, IconBooks, IconCalendarEvent, IconCertificate, IconChecklist, IconFileText, IconInbox, IconMail, IconMedal2, IconMessages, IconPencilPlus, IconServerCog, IconUsersGroup,
  type Icon,
} from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Role } from '../gql/schema.js';
import { useOptionalViewer } from '../session/context.js';

type NavKey = 'work' | 'dossiers' | 'newDossier' | 'notifications' | 'unitInbox' | 'intake' | 'campaigns' | 'sessions' | 'scoring' | 'decisions' | 'register' | 'outbox' | 'system';
type NavGroup = 'groupMine' | 'groupOffice' | 'groupPublic';

export interface NavEntry {
  key: NavKey;
  to: string;
  icon: Icon;
  group: NavGroup;
  /** Who sees it: everybody when absent. */
  roles?: Role[];
  /** Only in the palette, not in the side navigation. */
  paletteOnly?: boolean;
}

/** Roles of whoever may have sheets to fill in. */
export const COUNCIL: Role[] = ['COUNCIL_MEMBER', 'COUNCIL_CHAIR', 'COUNCIL_SECRETARY'];

/** Every place the navigation leads to. Entries whose route does not exist in this build are left out. */
const ENTRIES: NavEntry[] = [
  { key: 'work', to: '/viec-cua-toi', icon: IconChecklist, group: 'groupMine' },
  { key: 'dossiers', to: '/ho-so', icon: IconFileText, group: 'groupMine' },
  { key: 'newDossier', to: '/ho-so/moi', icon: IconPencilPlus, group: 'groupMine', paletteOnly: true },
  { key: 'notifications', to: '/thong-bao', icon: IconBell, group: 'groupMine' },
  { key: 'unitInbox', to: '/don-vi/cho-xac-nhan', icon: IconCertificate, group: 'groupOffice', roles: ['UNIT_HEAD'] },
  { key: 'intake', to: '/thu-ky/tiep-nhan', icon: IconInbox, group: 'groupOffice', roles: ['INTAKE_OFFICER', 'COUNCIL_SECRETARY'] },
  { key: 'scoring', to: '/cham-diem', icon: IconMessages, group: 'groupOffice', roles: COUNCIL },
  { key: 'sessions', to: '/thu-ky/phien-hop', icon: IconUsersGroup, group: 'groupOffice', roles: ['COUNCIL_SECRETARY', 'COUNCIL_CHAIR', 'AUTHORITY_HEAD'] },
  { key: 'decisions', to: '/quyet-dinh', icon: IconMedal2, group: 'groupOffice', roles: ['AUTHORITY_HEAD', 'CLERK', 'COUNCIL_SECRETARY'] },
  { key: 'campaigns', to: '/thu-ky/dot-xet', icon: IconCalendarEvent, group: 'groupOffice', roles: ['TENANT_ADMIN', 'COUNCIL_SECRETARY'] },
  { key: 'outbox', to: '/quan-tri/hop-thu-di', icon: IconMail, group: 'groupOffice', roles: ['TENANT_ADMIN', 'COUNCIL_SECRETARY'] },
  { key: 'system', to: '/he-thong', icon: IconServerCog, group: 'groupOffice', roles: ['SYSTEM_OPERATOR'] },
  { key: 'register', to: '/sang-kien', icon: IconBooks, group: 'groupPublic' },
];

/** The entries this person may use; public ones for a visitor. */
export function useNavEntries(): NavEntry[] {
  const router = useRouter();
  const viewer = useOptionalViewer();
  return useMemo(() => ENTRIES.filter((entry) => {
    if (!(entry.to in router.routesByPath)) return false;
    if (!viewer) return entry.group === 'groupPublic';
    return !entry.roles || viewer.roles.some((holding) => entry.roles?.includes(holding.role));
  }), [router, viewer]);
}
