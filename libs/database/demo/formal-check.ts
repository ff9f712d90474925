import {
  AcceptInitiative, ConfirmApplication, findReason, RejectInitiative, RequestSupplement, ResubmitInitiative, WithdrawInitiative,
} from '@domain/initiative';
import { sql } from '@kit/database';
import { newId } from '@kit/ids';
import type { CampaignKey, DemoFault, DemoInitiative, PersonKey } from './data/index.js';
import { type DemoWard } from './demo-ward.js';
import { dossiersOf, leadOf, revisionOf, saveTexts } from './dossiers.js';

const OFFICER: PersonKey = 'tran-khanh-vy';

const RETURN_MESSAGE = 'Hồ sơ cần bổ sung các nội dung dưới đây. Bộ phận tiếp nhận chỉ trả lại một lần nên đã ghi đủ tất cả các điểm; nếu cần trao đổi, vui lòng liên hệ Phòng Văn hóa – Xã hội.';
const REJECTION_MESSAGE = 'Hồ sơ không đủ điều kiện chấp nhận đơn theo quy định; lý do cụ thể được nêu dưới đây.';

/** Every submitted dossier of a campaign, on to where its data say it stands before the council. */
export async function checkDossiers(ward: DemoWard, campaign: CampaignKey): Promise<void> {
  for (const dossier of dossiersOf(campaign).filter((one) => one.state !== 'DRAFT')) {
    await confirmApplications(ward, dossier);
    await check(ward, dossier);
    if (dossier.withdrawal) await withdraw(ward, dossier, dossier.withdrawal.reason);
  }
}

/** The heads of the applying units confirm what was recorded. */
async function confirmApplications(ward: DemoWard, dossier: DemoInitiative): Promise<void> {
  for (const [index, { confirmedBy }] of dossier.applications.entries()) {
    if (confirmedBy === undefined) continue;
    const { id } = await ward.read<{ id: string }>(sql`
      select id from application_record where initiative_id = ${ward.initiatives.get(dossier.key)} and position = ${index + 1}`);
    await ward.as(confirmedBy, () => ward.use(ConfirmApplication).execute({ recordId: id }));
  }
}

async function check(ward: DemoWard, dossier: DemoInitiative): Promise<void> {
  const { formalCheck } = dossier;
  if (formalCheck === undefined) return;
  const id = ward.initiatives.get(dossier.key);
  if (formalCheck.faults?.length) {
    const faults = formalCheck.faults.map((fault) => picked('FORMAL_FAULT', fault));
    await asOfficer(ward, id, (versionNumber) =>
      ward.use(RequestSupplement).execute({ id, versionNumber, faults, message: RETURN_MESSAGE }));
    if (formalCheck.answeredDaysAgo === undefined) return;
    await answer(ward, id, dossier);
  }
  const { rejection } = formalCheck;
  await asOfficer(ward, id, (versionNumber) => (rejection
    ? ward.use(RejectInitiative).execute({ id, versionNumber, faults: [picked('FORMAL_REFUSAL', rejection)], message: REJECTION_MESSAGE })
    : ward.use(AcceptInitiative).execute({ id, versionNumber })));
}

/** The authors mend what was missing and hand the dossier in again. */
async function answer(ward: DemoWard, id: string, dossier: DemoInitiative): Promise<void> {
  await ward.as(leadOf(dossier), async () => {
    await saveTexts(ward, id, dossier.texts);
    const revision = await revisionOf(ward, id);
    await ward.use(ResubmitInitiative).execute({ id, revision, declarationAccepted: true, idempotencyKey: newId() });
  });
}

/** As the intake officer, on the version that lies there. */
async function asOfficer(ward: DemoWard, id: string, act: (versionNumber: number) => Promise<void>): Promise<void> {
  const { version } = await ward.read<{ version: number }>(sql`select current_version as version from initiative where id = ${id}`);
  await ward.as(OFFICER, () => act(version));
}

function picked(kind: 'FORMAL_FAULT' | 'FORMAL_REFUSAL', { reason, note }: DemoFault) {
  const { section } = findReason(kind, reason)!;
  return { code: reason, section, note };
}

async function withdraw(ward: DemoWard, dossier: DemoInitiative, reason: string): Promise<void> {
  await ward.as(leadOf(dossier), () => ward.use(WithdrawInitiative).execute({ id: ward.initiatives.get(dossier.key), reason }));
}
