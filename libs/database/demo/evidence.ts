import { Readable } from 'node:stream';
import { CompleteUpload, InspectFile, ReceiveBytes, RequestUpload } from '@domain/file';
import { AttachFile } from '@domain/initiative';
import { currentViewer } from '@kit/context';
import type { DemoEvidence } from './data/index.js';
import type { DemoWard } from './demo-ward.js';
import { picture } from './drawing.js';
import { paper } from './paper.js';

/** Sends a file as the viewer, waits for its inspection, and attaches it. */
export async function attachEvidence(ward: DemoWard, initiativeId: string, evidence: DemoEvidence): Promise<void> {
  const { fileName, caption, kind, supports, confidentiality } = evidence;
  const isPicture = fileName.endsWith('.png');
  const bytes = isPicture ? picture(fileName) : paper(fileName, caption);
  const type = isPicture ? 'image/png' : 'application/pdf';
  const { file } = await ward.use(RequestUpload).execute({ name: fileName, type, size: bytes.length });
  await ward.use(ReceiveBytes).fromInside(file.id, Readable.from([bytes]));
  await ward.use(CompleteUpload).execute(file.id);
  // The job that usually does this would come too late: what is not inspected cannot be submitted.
  await ward.use(InspectFile).execute(currentViewer().tenantId, file.id);
  await ward.use(AttachFile).execute({ id: initiativeId, fileId: file.id, caption, kind, supports, confidentiality });
}
