import {
  ConfirmAuthorship, CreateInitiative, SaveInitiative, SetApplicationRecords, SetAuthors, SetFirstAdopters, SubmitInitiative,
} from '@domain/initiative';
import { sql } from '@kit/database';
import { newId } from '@kit/ids';
import { asFiledToday, initiatives, people, units, type CampaignKey, type DemoInitiative, type InitiativeTexts, type PersonKey } from './data/index.js';
import { type DemoWard, together } from './demo-ward.js';
import { attachEvidence } from './evidence.js';

/** The lead author, who acts for the dossier. */
export const leadOf = (initiative: DemoInitiative): PersonKey => initiative.authors[0]!.person;

/** The initiatives of a campaign, in the order in which they get their codes, as of the day of filling. */
export const dossiersOf = (campaign: CampaignKey): DemoInitiative[] =>
  initiatives.filter((one) => one.campaign === campaign).map(asFiledToday);

/** Drafts all dossiers of a campaign, and submits those that were ever submitted. */
export async function writeDossiers(ward: DemoWard, campaign: CampaignKey): Promise<void> {
  const dossiers = dossiersOf(campaign);
  // One after the other, because the codes are to be the same every time; so are the numbers of the receipts.
  for (const dossier of dossiers) {
    const { key, title } = dossier;
    const campaignId = ward.campaigns.get(campaign);
    ward.initiatives.set(key, await ward.as(leadOf(dossier), () => ward.use(CreateInitiative).execute({ campaignId, title })));
  }
  await together(dossiers, (dossier) => writeContent(ward, dossier));
  for (const dossier of dossiers.filter((one) => one.state !== 'DRAFT')) await submit(ward, dossier);
}

/** The revision an author reads before changing or handing in a dossier. */
export async function revisionOf(ward: DemoWard, id: string): Promise<number> {
  return (await ward.read<{ revision: number }>(sql`select revision from initiative where id = ${id}`)).revision;
}

/** Everything an author fills in, in one transaction: nobody else has the draft open. */
async function writeContent(ward: DemoWard, dossier: DemoInitiative): Promise<void> {
  const id = ward.initiatives.get(dossier.key);
  await ward.as(leadOf(dossier), () => ward.database.transaction(async () => {
    await saveGeneral(ward, id, dossier);
    await saveTexts(ward, id, { ...dossier.texts, ...dossier.formalCheck?.firstVersion });
    await savePeople(ward, id, dossier);
    await saveApplications(ward, id, dossier);
    for (const piece of dossier.evidence) await attachEvidence(ward, id, piece);
  }));
  const silent = new Set([leadOf(dossier), ...(dossier.consentPending ?? [])]);
  for (const { person, shareBp } of dossier.authors.filter((author) => !silent.has(author.person))) {
    await ward.as(person, () => ward.use(ConfirmAuthorship).execute({ id, shareBp }));
  }
}

async function saveGeneral(ward: DemoWard, id: string, dossier: DemoInitiative): Promise<void> {
  const { kind, stateFunded, firstAppliedDaysAgo, firstAppliedKind, publicSummary, confidentialParts } = dossier;
  await ward.use(SaveInitiative).execute({
    id, revision: await revisionOf(ward, id), kind, firstAppliedKind,
    fieldId: ward.fields.get(dossier.field), submittingUnitId: ward.units.get(dossier.unit),
    investorUnitId: dossier.investor === undefined ? null : ward.units.get(dossier.investor),
    isStateFunded: stateFunded, firstAppliedOn: ward.day(firstAppliedDaysAgo),
    summary: publicSummary, confidentialParts: confidentialParts ?? null,
  });
}

export async function saveTexts(ward: DemoWard, id: string, texts: Partial<InitiativeTexts>): Promise<void> {
  await ward.use(SaveInitiative).execute({ id, revision: await revisionOf(ward, id), ...texts });
}

async function savePeople(ward: DemoWard, id: string, { authors, adopters }: DemoInitiative): Promise<void> {
  await ward.use(SetAuthors).execute({
    id, revision: await revisionOf(ward, id),
    authors: authors.map(({ person, shareBp }) => ({ personId: ward.people.get(person), shareBp })),
  });
  await ward.use(SetFirstAdopters).execute({
    id, revision: await revisionOf(ward, id),
    adopters: adopters.map(({ person, workDone }) => {
      const { fullName, birthDate, position, qualification, unit } = people.find((one) => one.key === person)!;
      return { personId: ward.people.get(person), fullName, birthDate, workplace: nameOf(unit), jobTitle: position, qualification, workDone };
    }),
  });
}

async function saveApplications(ward: DemoWard, id: string, { applications }: DemoInitiative): Promise<void> {
  await ward.use(SetApplicationRecords).execute({
    id, revision: await revisionOf(ward, id),
    records: applications.map(({ unit, fromDaysAgo, toDaysAgo, status, benefit, measures }, index) => ({
      unitId: ward.units.get(unit), place: nameOf(unit), status, isFirst: index === 0,
      appliedFrom: ward.day(fromDaysAgo), appliedTo: toDaysAgo === undefined ? null : ward.day(toDaysAgo),
      benefitKind: benefit.kind, benefitAmount: benefit.amountVnd ?? null,
      measures: measures.map((measure) => ({ ...measure, before: String(measure.before), after: String(measure.after) })),
    })),
  });
}

async function submit(ward: DemoWard, dossier: DemoInitiative): Promise<void> {
  const id = ward.initiatives.get(dossier.key);
  const revision = await revisionOf(ward, id);
  await ward.as(leadOf(dossier), () =>
    ward.use(SubmitInitiative).execute({ id, revision, declarationAccepted: true, idempotencyKey: newId() }));
}

const nameOf = (unit: string): string => units.find((one) => one.key === unit)!.officialName;
