import { localDate } from '@kit/clock';
import { Database } from '@kit/database';
import type { INestApplicationContext } from '@nestjs/common';
import { DemoWard } from './demo-ward.js';
import { writeDossiers, dossiersOf } from './dossiers.js';
import { checkDossiers } from './formal-check.js';
import { writeOrganisation } from './organisation.js';
import { campaignsInOrder, openCampaign, writeRegulations } from './rules.js';

/** Writes the whole demo ward, in the order in which it could have come about. */
export async function fill(app: INestApplicationContext, onStep: (step: string) => void): Promise<void> {
  const now = await app.get(Database, { strict: false }).now();
  const ward = new DemoWard(app, localDate(now), onStep);
  await writeOrganisation(ward);
  await writeRegulations(ward);
  for (const campaign of campaignsInOrder()) {
    await openCampaign(ward, campaign);
    await writeDossiers(ward, campaign.key);
    await checkDossiers(ward, campaign.key);
    const count = dossiersOf(campaign.key).length;
    ward.tell(`${count} hồ sơ: ${campaign.name}`, `${count} dossiers of campaign ${campaign.key}`);
  }
}
