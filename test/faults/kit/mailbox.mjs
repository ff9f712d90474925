import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

/**
 * A mail server that keeps every letter it took: its Message-ID, whom it is for, and when it came. It can be told to say nothing after
 * a letter, so that the sender cannot know whether it was taken.
 */
export async function startMailbox(life) {
  const letters = [];
  const mood = { silentAfterData: 0 };
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], hideSTARTTLS: true, logger: false,
    onData(stream, session, done) {
      const parts = [];
      stream.on('data', (part) => parts.push(part));
      stream.on('end', () => {
        const text = Buffer.concat(parts).toString();
        const messageId = /^message-id:\s*(\S+)/im.exec(text)?.[1] ?? null;
        letters.push({ messageId, to: session.envelope.rcptTo.map(({ address }) => address), at: Date.now() });
        if (mood.silentAfterData > 0) mood.silentAfterData -= 1;
        else done();
      });
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  life.defer(() => new Promise((resolve) => { server.close(resolve); }));
  return { port: server.server.address().port, letters, mood };
}
