/**
 * A reading that several figures of one answer share. The figures of an answer are all asked for in one turn of the event loop,
 * so whoever asks in that turn gets the same reading; a later answer reads anew, also when an earlier reading hangs.
 */
export function readTogether<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    if (reading === undefined) {
      reading = read();
      setImmediate(() => { reading = undefined; });
    }
    return reading;
  };
}
