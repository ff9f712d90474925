import { useCallback, useMemo, useState } from 'react';
import { useClient, useQuery, type CombinedError, type TypedDocumentNode } from 'urql';

interface Connection<Node> {
  edges: readonly { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/** The pages after the first, and the variables that they belong to. */
interface Later<Node> {
  key: string;
  pages: Connection<Node>[];
  error?: CombinedError;
}

export interface UsePagesOptions<Data, Variables extends { after?: string | null }, Node> {
  query: TypedDocumentNode<Data, Variables>;
  /** Without `after`; a change begins the list anew. */
  variables: Omit<Variables, 'after'>;
  connection: (data: Data) => Connection<Node>;
  /** Names of types whose change refreshes the list even while it is empty. */
  typenames?: string[];
}

export interface Pages<Node, Data> {
  /** Every row fetched so far, in order, each once; undefined before the first answer. */
  nodes: Node[] | undefined;
  /** The first page's whole answer, for totals and facets beside the list. */
  data: Data | undefined;
  hasNext: boolean;
  isLoading: boolean;
  /** The rows shown belong to the last variables while new ones are on their way. */
  isStale: boolean;
  error: CombinedError | undefined;
  more: () => void;
  reload: () => void;
}

/** A keyset list that grows by `more()`. Rows already shown stay while others are fetched. */
export function usePages<Data, Variables extends { after?: string | null }, Node extends { id: string }>(
  { query, variables, connection, typenames }: UsePagesOptions<Data, Variables, Node>,
): Pages<Node, Data> {
  const client = useClient();
  const key = JSON.stringify(variables);
  const typeKey = JSON.stringify(typenames ?? []);
  const context = useMemo(() => ({ additionalTypenames: JSON.parse(typeKey) as string[] }), [typeKey]);
  const [first, ask] = useQuery({ query, variables: variables as Variables, context });
  const [kept, keep] = useState<Later<Node>>({ key, pages: [] });
  const [isFetching, setFetching] = useState(false);
  const later = kept.key === key ? kept : undefined;

  const pages = useMemo(() => (first.data ? [connection(first.data), ...(later?.pages ?? [])] : []), [first.data, later, connection]);
  const last = pages.at(-1);
  const more = useCallback(() => {
    const after = last?.pageInfo.endCursor;
    if (!after || isFetching) return;
    setFetching(true);
    void client.query(query, { ...variables, after } as Variables, { requestPolicy: 'network-only' }).then(({ data, error }) => {
      setFetching(false);
      keep((now) => {
        const before = now.key === key ? now.pages : [];
        return { key, pages: data ? [...before, connection(data)] : before, error };
      });
    });
  }, [client, connection, isFetching, key, last, query, variables]);

  const nodes = useMemo(() => (first.data ? unique(pages.flatMap((page) => page.edges.map((edge) => edge.node))) : undefined), [first.data, pages]);
  return {
    nodes,
    data: first.data,
    hasNext: last?.pageInfo.hasNextPage ?? false,
    isLoading: first.fetching || isFetching,
    isStale: first.stale || (first.fetching && first.data !== undefined),
    error: first.error ?? later?.error,
    more,
    reload: useCallback(() => {
      keep({ key, pages: [] });
      ask({ requestPolicy: 'network-only' });
    }, [ask, key]),
  };
}

/** A row may move from one page to another between two requests. */
function unique<Node extends { id: string }>(nodes: Node[]): Node[] {
  return [...new Map(nodes.map((node) => [node.id, node])).values()];
}
