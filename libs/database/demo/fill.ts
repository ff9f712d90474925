import { localDate } from '@kit/clock';
import { Database } from '@kit/database';
import type { INestApplicationContext } from '@nestjs/common';
import type { DemoCampaign } from './data/index.js';
import { decide } from './decision.js';
import { DemoWard } from './demo-ward.js';
import { writeDiscussions } from './discussion.js';
import { dossiersOf, writeDossiers } from './dossiers.js';
import { closeSession, holdSession, sessionOf, writeCouncils } from './evaluation.js';
import { checkDossiers } from './formal-check.js';
import { writeOrganisation } from './organisation.js';
import { campaignName, campaignsInOrder, moveCampaign, openCampaign, writeRegulations } from './rules.js';

/** Writes the whole demo ward, in the order in which it could have come about. */
export async function fill(app: INestApplicationContext, onStep: (step: string) => void): Promise<void> {
  const now = await app.get(Database, { strict: false }).now();
  const ward = new DemoWard(app, localDate(now), onStep);
  await writeOrganisation(ward);
  await writeRegulations(ward);
  await writeCouncils(ward);
  for (const campaign of campaignsInOrder()) await runCampaign(ward, campaign);
}

/** A campaign from its opening as far as its data say. */
async function runCampaign(ward: DemoWard, campaign: DemoCampaign): Promise<void> {
  const { key, phase, decision } = campaign;
  await openCampaign(ward, campaign);
  await writeDossiers(ward, key);
  await checkDossiers(ward, key);
  const count = dossiersOf(key).length;
  ward.tell(`${count} hồ sơ: ${campaignName(ward, campaign)}`, `${count} dossiers: ${campaignName(ward, campaign)}`);
  const session = sessionOf(key);
  if (phase === 'OPEN' || session === undefined) return;

  await moveCampaign(ward, key, 'CLOSED', 'SCORING');
  await holdSession(ward, session);
  await writeDiscussions(ward, session);
  if (decision === undefined) return;
  await closeSession(ward, session);
  await moveCampaign(ward, key, 'DECIDING');
  await decide(ward, session, decision);
  await moveCampaign(ward, key, 'PUBLISHED');
}
