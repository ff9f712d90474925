/**
 * @typedef {{ kind: 'FROM', image: string, name: string } | { kind: 'COPY', from: string | null, sources: string[], target: string }
 *   | { kind: 'RUN' | 'USER' | 'HEALTHCHECK' | 'LABEL' | 'EXPOSE' | 'STOPSIGNAL' | 'ARG', command: string } | { kind: 'WORKDIR', path: string }
 *   | { kind: 'ENV', values: Record<string, string> } | { kind: 'ENTRYPOINT' | 'CMD', args: string[] }} Step
 */

/**
 * The steps of a Dockerfile, as far as ours uses the language; what it does not know is an error and not a step left out.
 * @param {string} text
 * @returns {Step[]}
 */
export function parseDockerfile(text) {
  return text.replace(/\\\n\s*/g, '').split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#')).map(stepOf);
}

function stepOf(line) {
  const [, kind, rest] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
  switch (kind) {
    case 'FROM': {
      const [, image, name] = /^(\S+) AS (\S+)$/.exec(rest) ?? unknown(line);
      return { kind, image, name };
    }
    case 'COPY': {
      const words = rest.split(/\s+/);
      const from = words[0].startsWith('--from=') ? words.shift().slice('--from='.length) : null;
      if (words.some((word) => word.startsWith('--'))) unknown(line);
      return { kind, from, sources: words.slice(0, -1), target: words.at(-1) };
    }
    case 'WORKDIR': return { kind, path: rest };
    case 'ENV': return { kind, values: Object.fromEntries(rest.split(/\s+/).map((pair) => pair.split(/=(.*)/s).slice(0, 2))) };
    case 'ENTRYPOINT': case 'CMD': return { kind, args: JSON.parse(rest) };
    case 'RUN': case 'USER': case 'HEALTHCHECK': case 'LABEL': case 'EXPOSE': case 'STOPSIGNAL': case 'ARG': return { kind, command: rest };
    default: return unknown(line);
  }
}

function unknown(line) {
  throw new Error(`This step of the Dockerfile is not understood: ${line}`);
}
