import { sql, type SqlStatement } from '@kit/database';
import {
  ApplicationConfirmed, AuthorsChanged, AuthorshipConfirmed, AuthorshipDeclined, InitiativeAccepted, type InitiativeEvent,
  InitiativeRejectedFormally, InitiativeResubmitted, InitiativeSubmitted, InitiativeWithdrawn, SupplementRequested,
} from '@domain/initiative';
import { type Notice, notice } from '../notice.js';
import { isInOffice } from './holders.js';

const DOSSIER = sql`'/ho-so/' || i.code`;

/** Every author, with the code and title of the initiative and whatever else the notice says. */
const authors = (more: (event: InitiativeEvent) => SqlStatement = () => sql`'{}'::jsonb`) =>
  (event: InitiativeEvent): SqlStatement => sql`
    select a.person_id, jsonb_build_object('code', i.code, 'title', i.title) || ${more(event)}, ${DOSSIER}
    from initiative i join initiative_author a on a.initiative_id = i.id where i.id = ${event.initiativeId}`;

/** The lead author, told what a co-author did. */
const lead = ({ initiativeId, personId }: AuthorshipConfirmed | AuthorshipDeclined): SqlStatement => sql`
  select a.person_id, jsonb_build_object('code', i.code, 'title', i.title, 'personName', p.full_name), ${DOSSIER}
  from initiative i join initiative_author a on a.initiative_id = i.id and a.role = 'LEAD' join person p on p.id = ${personId}
  where i.id = ${initiativeId}`;

/** Whom the consent is asked of and who has not answered, with the share they are asked to confirm. */
const asked = ({ initiativeId, toConfirm }: AuthorsChanged): SqlStatement => sql`
  select a.person_id, jsonb_build_object('code', i.code, 'title', i.title, 'shareBp', a.share_bp), ${DOSSIER}
  from initiative i join initiative_author a on a.initiative_id = i.id and a.person_id = any (${toConfirm}::uuid[])
    and a.confirmed_at is null and a.declined_at is null
  where i.id = ${initiativeId}`;

/** The intake officers in office, while they have the dossier to check. */
const intake = ({ initiativeId }: InitiativeEvent): SqlStatement => sql`
  select r.person_id, jsonb_build_object('code', i.code, 'title', i.title, 'unitName', u.short_name), '/thu-ky/tiep-nhan?ho-so=' || i.code
  from initiative i left join org_unit u on u.id = i.submitting_unit_id
  join role_assignment r on r.tenant_id = i.tenant_id and r.role = 'INTAKE_OFFICER' and ${isInOffice('r')}
  where i.id = ${initiativeId} and i.state = 'SUBMITTED'`;

export const initiativeNotices: readonly Notice[] = [
  notice(AuthorsChanged, 'AUTHORSHIP_ASKED', asked),
  notice(AuthorshipConfirmed, 'AUTHORSHIP_CONFIRMED', lead),
  notice(AuthorshipDeclined, 'AUTHORSHIP_DECLINED', lead),
  notice(InitiativeSubmitted, 'INITIATIVE_SUBMITTED',
    authors((event) => sql`jsonb_build_object('receiptNumber', ${(event as InitiativeSubmitted).receiptNumber}::text)`)),
  notice(InitiativeSubmitted, 'DOSSIER_TO_CHECK', intake),
  notice(InitiativeResubmitted, 'DOSSIER_TO_CHECK_AGAIN', intake),
  notice(SupplementRequested, 'SUPPLEMENT_REQUESTED', authors((event) => sql`jsonb_build_object('dueOn', ${(event as SupplementRequested).dueOn}::text)`)),
  notice(InitiativeAccepted, 'INITIATIVE_ACCEPTED',
    authors((event) => sql`jsonb_build_object('resultDueOn', ${(event as InitiativeAccepted).resultDueOn}::text)`)),
  notice(InitiativeRejectedFormally, 'INITIATIVE_REJECTED_FORMALLY', authors()),
  notice(InitiativeWithdrawn, 'INITIATIVE_WITHDRAWN', authors()),
  notice(ApplicationConfirmed, 'APPLICATION_CONFIRMED', authors()),
];
