import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { notFound } from '@kit/errors';
import { contentMissing, partCount } from '@kit/files';
import { FilesRepository } from '../data/files.repository.js';
import { noSuchPart, uploadClosed } from '../file.errors.js';
import type { UploadPart, UploadTicket } from '../model/file.types.js';
import { awaitedFile } from './awaited-file.js';
import { partsOf, UploadTickets } from './upload-tickets.js';

/** Between the steps: new addresses for bytes that are still awaited, after a break or for the next parts. */
@Injectable()
export class ResumeUpload {
  constructor(
    private readonly files: FilesRepository,
    private readonly tickets: UploadTickets,
  ) {}

  /** @throws NOT_FOUND, UPLOAD_CLOSED */
  async execute(fileId: string): Promise<UploadTicket> {
    const awaited = await awaitedFile(this.files, fileId);
    const file = await this.files.find(currentViewer(), fileId);
    if (file === null) throw notFound({}, ['fileId']);
    try {
      return { file, ...(await this.tickets.of(awaited)) };
    } catch (error) {
      // The store dropped the parts, or has joined them just now.
      throw contentMissing.is(error) ? uploadClosed({}, undefined, error) : error;
    }
  }

  /** @throws NOT_FOUND, UPLOAD_CLOSED, UPLOAD_NO_SUCH_PART */
  async signParts(fileId: string, numbers: readonly number[]): Promise<UploadPart[]> {
    const file = await awaitedFile(this.files, fileId);
    const parts = partsOf(file);
    const count = parts === null ? 0 : partCount(parts);
    if (parts === null || numbers.some((number) => number < 1 || number > count)) throw noSuchPart({ parts: count }, ['numbers']);
    return Promise.all(numbers.map((number) => this.tickets.part(file, parts, number)));
  }
}
