import { Module } from '@nestjs/common';
import { MailTransport } from './mail-transport.js';

/** Mail over SMTP. */
@Module({ providers: [MailTransport], exports: [MailTransport] })
export class MailModule {}
