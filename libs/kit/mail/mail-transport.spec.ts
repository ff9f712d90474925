import { once } from 'node:events';
import net from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Config } from '@kit/config';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { MailTransport, type OutgoingMail } from './mail-transport.js';
import { smtpOptions } from './smtp-options.js';

Logger.overrideLogger(false);

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A server on loopback; answers its port and the mails that came. */
async function aServer(options: SMTPServerOptions = {}): Promise<{ port: number; mails: Buffer[]; envelopes: string[] }> {
  const mails: Buffer[] = [];
  const envelopes: string[] = [];
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false,
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        mails.push(Buffer.concat(parts));
        envelopes.push(session.envelope.rcptTo.map(({ address }) => address).join(' '));
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  closing.push(() => new Promise<void>((done) => { server.close(() => done()); }));
  return { port: (server.server.address() as net.AddressInfo).port, mails, envelopes };
}

function transportTo(smtpUrl: string): MailTransport {
  const transport = new MailTransport(Config.fromEnv({
    NODE_ENV: 'test', DATABASE_URL: 'postgresql://localhost/x', PUBLIC_URL: 'https://khoi.example', SMTP_URL: smtpUrl, MAIL_FROM: 'Khơi <khoi@phuong.example>',
  }));
  closing.unshift(() => transport.onApplicationShutdown());
  return transport;
}

const mail: OutgoingMail = {
  id: '0190', to: { name: 'Lê Thu Hà', address: 'ha@phuong.example' }, settingsUrl: 'https://khoi.example/tai-khoan', calendar: null,
  letter: { language: 'vi', subject: 'Hồ sơ “Số hóa” cần được bổ sung', greeting: 'Kính gửi', intro: [], items: [{ sentence: 'Xin chào.', facts: [], action: null }], footer: [] },
};

describe('the mail transport', () => {
  it('hands a mail over with the headers of a machine that writes', async () => {
    const { port, mails, envelopes } = await aServer();
    expect(await transportTo(`smtp://127.0.0.1:${port}`).send(mail)).toEqual({ kind: 'ACCEPTED', code: '250' });
    expect(envelopes).toEqual(['ha@phuong.example']);
    const parsed = await PostalMime.parse(mails[0]!);
    const headers = Object.fromEntries(parsed.headers.map(({ key, value }) => [key, value]));
    expect({ from: parsed.from, to: parsed.to, subject: parsed.subject, messageId: parsed.messageId, text: parsed.text }).toEqual({
      from: { name: 'Khơi', address: 'khoi@phuong.example' }, to: [{ name: 'Lê Thu Hà', address: 'ha@phuong.example' }],
      subject: 'Hồ sơ “Số hóa” cần được bổ sung', messageId: '<0190@khoi.example>', text: 'Kính gửi\n\nXin chào.\n\n-- \n',
    });
    expect([headers['auto-submitted'], headers['list-id'], headers['list-unsubscribe'], headers['content-language']]).toEqual([
      'auto-generated', '<thong-bao.khoi.example>', '<https://khoi.example/tai-khoan>', 'vi',
    ]);
    expect(Math.abs(Date.parse(headers['date'] ?? '') - Date.now())).toBeLessThan(60_000);
    expect(mails[0]!.toString('latin1').split('\r\n\r\n')[0]).toMatch(/^[\x20-\x7e\r\n\t]*$/);
  });

  it('lets no title and no name into the headers', async () => {
    const { port, mails, envelopes } = await aServer();
    const evil = 'Sáng kiến\r\nBcc: evil@example.com\r\n\r\n<b>thân thư</b>';
    await transportTo(`smtp://127.0.0.1:${port}`).send({ ...mail, to: { name: `${evil}", <evil@example.com>`, address: 'ha@phuong.example' }, letter: { ...mail.letter, subject: evil } });
    expect(envelopes).toEqual(['ha@phuong.example']);
    const parsed = await PostalMime.parse(mails[0]!);
    expect([parsed.subject, parsed.bcc, parsed.to?.map(({ address }) => address)]).toEqual(['Sáng kiến Bcc: evil@example.com <b>thân thư</b>', undefined, ['ha@phuong.example']]);
    expect(parsed.headers.map(({ key }) => key)).not.toContain('bcc');
  });

  it('carries an invitation that calendars understand', async () => {
    const { port, mails } = await aServer();
    await transportTo(`smtp://127.0.0.1:${port}`).send({ ...mail, calendar: { method: 'REQUEST', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' } });
    const raw = mails[0]!.toString('latin1');
    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/);
    const parsed = await PostalMime.parse(mails[0]!);
    expect(parsed.attachments.map(({ mimeType, filename }) => [mimeType, filename])).toContainEqual(['application/ics', 'phien-hop.ics']);
  });

  it('tells a refused recipient from a server that is busy', async () => {
    let status = 451;
    const { port } = await aServer({ onRcptTo: (_address, _session, done) => done(Object.assign(new Error('5.1.1 no such mailbox ha@phuong.example'), { responseCode: status })) });
    const transport = transportTo(`smtp://127.0.0.1:${port}`);
    expect(await transport.send(mail)).toEqual({ kind: 'TEMPORARY', code: '451 5.1.1' });
    status = 550;
    expect(await transport.send(mail)).toEqual({ kind: 'PERMANENT', code: '550 5.1.1' });
  });

  it('does not ask a server about what is no address', async () => {
    const { port, mails } = await aServer();
    expect(await transportTo(`smtp://127.0.0.1:${port}`).send({ ...mail, to: { name: '', address: 'a@b>, <c@d' } })).toEqual({ kind: 'PERMANENT', code: 'ADDRESS' });
    expect(mails).toEqual([]);
  });

  it('waits ten seconds at most for a server that says nothing', async () => {
    const silent = net.createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    closing.push(() => new Promise<void>((done) => { silent.close(() => done()); }));
    const from = performance.now();
    expect(await transportTo(`smtp://127.0.0.1:${(silent.address() as net.AddressInfo).port}`).send(mail)).toEqual({ kind: 'TEMPORARY', code: 'TIMEOUT' });
    expect(performance.now() - from).toBeLessThan(11_000);
  }, 20_000);

  it('is temporary where nobody listens, and where the certificate is not trusted', async () => {
    const { port } = await aServer({ disabledCommands: ['AUTH'] });
    // The server of the tests offers TLS with a certificate that nobody signed.
    expect(await transportTo(`smtp://127.0.0.1:${port}`).send(mail)).toEqual({ kind: 'TEMPORARY', code: 'TLS' });
    expect(await transportTo('smtp://127.0.0.1:9').send(mail)).toEqual({ kind: 'TEMPORARY', code: 'CONNECTION' });
  });
});

describe('the options of the pool', () => {
  it('insist on TLS before a password travels, and always on a valid certificate', () => {
    const of = (url: string) => {
      const { host, port, secure, requireTLS, tls, auth } = smtpOptions(url);
      return { host, port, secure, requireTLS, verified: tls?.rejectUnauthorized, user: auth?.user, pass: auth?.pass };
    };
    const verified = true;
    expect(of('smtps://ai%40x:m%E1%BA%ADt@mail.example')).toEqual({ host: 'mail.example', port: 465, secure: true, requireTLS: false, verified, user: 'ai@x', pass: 'mật' });
    expect(of('smtp://ai:y@mail.example')).toEqual({ host: 'mail.example', port: 587, secure: false, requireTLS: true, verified, user: 'ai', pass: 'y' });
    expect(of('smtp://mail:1025')).toEqual({ host: 'mail', port: 1025, secure: false, requireTLS: false, verified, user: undefined, pass: undefined });
    expect(of('smtp://ai:y@127.0.0.1:25?tls.rejectUnauthorized=false')).toEqual({ host: '127.0.0.1', port: 25, secure: false, requireTLS: false, verified, user: 'ai', pass: 'y' });
  });
});
