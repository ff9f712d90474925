import { Injectable } from '@nestjs/common';
import { FileFacade } from '@domain/file';
import { currentViewer } from '@kit/context';
import { Database, newId } from '@kit/database';
import { limitExceeded, notFound } from '@kit/errors';
import { DossierPartsRepository } from '../data/dossier-parts.repository.js';
import { type DossierSection, SUPPORTED_SECTIONS, type SupportedSection } from '../domain/terms.js';
import { fileTwice, fileUnusable, sectionUnsupported } from '../initiative.errors.js';
import type { AttachFileInput, ChangeAttachmentInput } from '../model/dossier.inputs.js';
import type { AttachmentEntity } from '../model/dossier-parts.entity.js';
import { InitiativeDesk } from './initiative-desk.js';
import { requireId, tidy } from './input-checks.js';

/** Files of one dossier; the list is answered whole. */
const MOST_ATTACHMENTS = 50;

/*
 * Attachments leave the revision alone: an upload that finishes must not make the text another author has open
 * look outdated.
 */

/** Adds a file of the viewer to a dossier. It may still be checked; the submission waits until it is ready. */
@Injectable()
export class AttachFile {
  constructor(
    private readonly database: Database,
    private readonly desk: InitiativeDesk,
    private readonly parts: DossierPartsRepository,
    private readonly files: FileFacade,
  ) {}

  /** @throws ATTACHMENT_FILE_UNUSABLE, ATTACHMENT_FILE_TWICE, ATTACHMENT_SECTION_UNSUPPORTED, LIMIT_EXCEEDED, INITIATIVE_FIXED, NOT_FOUND, FORBIDDEN */
  execute(input: AttachFileInput): Promise<void> {
    requireId(input.fileId, ['input', 'fileId']);
    return this.database.transaction(async () => {
      const { row } = await this.desk.holdForWriting(input.id, 'initiative.edit');
      const supports = supported(input.supports);
      const file = await this.files.requireOwn(input.fileId, ['input', 'fileId']);
      if (file.state !== 'READY' && file.state !== 'RECEIVED') throw fileUnusable({ state: file.state }, ['input', 'fileId']);
      const others = await this.parts.attachmentsOf(row.id);
      if (others.some((other) => other.fileId === file.id)) throw fileTwice({}, ['input', 'fileId']);
      if (others.length >= MOST_ATTACHMENTS) throw limitExceeded({ most: MOST_ATTACHMENTS }, ['input', 'fileId']);
      await this.parts.addAttachment({
        id: newId(), tenantId: row.tenantId, initiativeId: row.id, fileId: file.id, supports,
        position: (others.at(-1)?.position ?? 0) + 1,
        kind: input.kind,
        caption: tidy(input.caption),
        confidentiality: input.confidentiality,
      });
    });
  }
}

/** Changes what is said about an attached file; answers the id of the initiative. */
@Injectable()
export class ChangeAttachment {
  constructor(
    private readonly database: Database,
    private readonly desk: InitiativeDesk,
    private readonly parts: DossierPartsRepository,
  ) {}

  /** @throws ATTACHMENT_SECTION_UNSUPPORTED, INITIATIVE_FIXED, NOT_FOUND, FORBIDDEN */
  execute(input: ChangeAttachmentInput): Promise<string> {
    const path = ['input', 'attachmentId'];
    return this.database.transaction(async () => {
      const attachment = await found(this.parts, input.attachmentId, path);
      await this.desk.holdForWriting(attachment.initiativeId, 'initiative.edit', undefined, path);
      await this.parts.updateAttachment(attachment.id, {
        ...(input.caption != null && { caption: tidy(input.caption) }),
        ...(input.kind != null && { kind: input.kind }),
        ...(input.supports != null && { supports: supported(input.supports) }),
        ...(input.confidentiality != null && { confidentiality: input.confidentiality }),
      });
      return attachment.initiativeId;
    });
  }
}

/** Takes a file off a dossier; the file itself stays with its owner. Answers the id of the initiative. */
@Injectable()
export class RemoveAttachment {
  constructor(
    private readonly database: Database,
    private readonly desk: InitiativeDesk,
    private readonly parts: DossierPartsRepository,
  ) {}

  /** @throws INITIATIVE_FIXED, NOT_FOUND, FORBIDDEN */
  execute(attachmentId: string): Promise<string> {
    const path = ['attachmentId'];
    return this.database.transaction(async () => {
      const attachment = await found(this.parts, attachmentId, path);
      await this.desk.holdForWriting(attachment.initiativeId, 'initiative.edit', undefined, path);
      await this.parts.removeAttachment(attachment.id);
      return attachment.initiativeId;
    });
  }
}

async function found(parts: DossierPartsRepository, id: string, path: readonly string[]): Promise<AttachmentEntity> {
  const attachment = await parts.attachment(currentViewer().tenantId, id);
  if (attachment === null) throw notFound({}, path);
  return attachment;
}

function supported(section: DossierSection): SupportedSection {
  const fits = SUPPORTED_SECTIONS.find((one) => one === section);
  if (fits === undefined) throw sectionUnsupported({}, ['input', 'supports']);
  return fits;
}
