import { once } from 'node:events';
import { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Param, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenDownload } from '../usecases/open-download.js';
import { attachmentHeader } from '../domain/attachment-header.js';
import { uploadNotBytes } from '../file.errors.js';
import { ReceiveBytes } from '../usecases/receive-bytes.js';

/** The HTTP doors for bytes. Each opens only to a link that was signed for one file a moment ago. */
@Controller('api/files')
export class FileDoors {
  constructor(
    private readonly receive: ReceiveBytes,
    private readonly open: OpenDownload,
  ) {}

  @Put('upload/:token')
  @HttpCode(200)
  upload(@Param('token') token: string, @Req() request: FastifyRequest): Promise<{ size: number; sha256: string }> {
    return this.receive.execute(token, bytesOf(request), lengthOf(request));
  }

  @Put('part/:token')
  @HttpCode(200)
  part(@Param('token') token: string, @Req() request: FastifyRequest): Promise<{ size: number; sha256: string }> {
    return this.receive.part(token, bytesOf(request), lengthOf(request));
  }

  @Get('download/:token')
  async download(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const file = await this.open.execute(token);
    // Before any header: what fails at once is an answer in words and not a broken download.
    await once(file.bytes, 'readable');
    await reply
      .header('content-type', file.type)
      .header('content-length', file.size)
      .header('content-disposition', attachmentHeader(file.name))
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', 'private, no-store')
      .send(file.bytes);
  }
}

/** The body as it comes off the wire; a request without any body is a file without bytes. @throws UPLOAD_NOT_BYTES */
function bytesOf({ body, headers }: FastifyRequest): Readable {
  if (body instanceof Readable) return body;
  if (body == null && headers['content-type'] === 'application/octet-stream') return Readable.from([]);
  throw uploadNotBytes();
}

function lengthOf({ headers }: FastifyRequest): number | null {
  const length = headers['content-length'];
  return length === undefined ? null : Number(length);
}
