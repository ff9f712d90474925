import { onConstraint } from '@kit/database';
import { notFound } from '@kit/errors';
import { agendaTwice, councilNeedsOneChair, councilNeedsOneSecretary, councilTermReversed, councilTwice } from '../evaluation.errors.js';

onConstraint('council_term', () => councilTermReversed({}, ['input', 'termTo']));
onConstraint('council_member_person', () => notFound({}, ['input', 'members']));
onConstraint('council_member_once', () => councilTwice({}, ['input', 'members']));
onConstraint('council_member_one_chair', () => councilNeedsOneChair({ count: 2 }, ['input', 'members']));
onConstraint('council_member_one_secretary', () => councilNeedsOneSecretary({ count: 2 }, ['input', 'members']));
// The keys carry the tenant: a council of another ward violates them just as one that never was.
onConstraint('evaluation_session_council', () => notFound({}, ['input', 'councilId']));
onConstraint('evaluation_session_campaign', () => notFound({}, ['input', 'campaignId']));
onConstraint('agenda_item_once', () => agendaTwice({}, ['input', 'initiativeIds']));
