import type { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Param, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenDownload } from '../usecases/open-download.js';
import { ReceiveBytes } from '../usecases/receive-bytes.js';

/** The two HTTP doors for bytes. Each opens only to a link that was signed for one file a moment ago. */
@Controller('api/files')
export class FileDoors {
  constructor(
    private readonly receive: ReceiveBytes,
    private readonly open: OpenDownload,
  ) {}

  @Put('upload/:token')
  @HttpCode(200)
  upload(@Param('token') token: string, @Req() request: FastifyRequest): Promise<{ size: number; sha256: string }> {
    return this.receive.execute(token, request.body as Readable);
  }

  @Get('download/:token')
  async download(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const file = await this.open.execute(token);
    await reply
      .header('content-type', file.type)
      .header('content-length', file.size)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', 'private, no-store')
      .send(file.bytes);
  }
}
