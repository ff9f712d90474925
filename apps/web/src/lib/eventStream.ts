/** One event of a stream; a sign of life is an event named `beat`. */
export interface StreamEvent {
  event: string;
  data: string;
}

/** Reads Server-Sent Events as the server writes them: fields in lines, events between empty lines, comments as signs of life. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const blocks = (rest + decoder.decode(part.value, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) yield eventOf(block);
    }
  } finally {
    // Whoever stops reading wants the connection to end.
    void reader.cancel().catch(() => undefined);
  }
}

function eventOf(block: string): StreamEvent {
  let event = 'beat';
  let data = '';
  for (const line of block.split('\n')) {
    if (line.startsWith('event:')) event = line.slice('event:'.length).trim();
    else if (line.startsWith('data:')) data = line.slice('data:'.length).trim();
  }
  return { event, data };
}
