import { useCallback, useEffect, useState } from 'react';
import { useClient, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql';

/**
 * Asks the server once, past the cache. For forms: what they begin with must be the newest, and saving must not fetch it
 * again under the person's hands.
 */
export function useFresh<Data, Variables extends AnyVariables>(document: TypedDocumentNode<Data, Variables>, variables: Variables) {
  const client = useClient();
  const [answer, setAnswer] = useState<{ data?: Data; error?: CombinedError }>({});
  const [round, setRound] = useState(0);
  const key = JSON.stringify(variables);
  useEffect(() => {
    let isCurrent = true;
    void client.query(document, JSON.parse(key) as Variables, { requestPolicy: 'network-only' }).then(({ data, error }) => {
      if (isCurrent) setAnswer({ data, error });
    });
    return () => { isCurrent = false; };
  }, [client, document, key, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { ...answer, reload };
}
