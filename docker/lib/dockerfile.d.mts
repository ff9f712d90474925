export type Step =
  | { readonly kind: 'FROM'; readonly image: string; readonly name: string }
  | { readonly kind: 'COPY'; readonly from: string | null; readonly sources: string[]; readonly target: string }
  | { [K in 'RUN' | 'USER' | 'HEALTHCHECK' | 'LABEL' | 'EXPOSE' | 'STOPSIGNAL' | 'ARG']: { readonly kind: K; readonly command: string } }['RUN' | 'USER' | 'HEALTHCHECK' | 'LABEL' | 'EXPOSE' | 'STOPSIGNAL' | 'ARG']
  | { readonly kind: 'WORKDIR'; readonly path: string }
  | { readonly kind: 'ENV'; readonly values: Record<string, string> }
  | { readonly kind: 'ENTRYPOINT' | 'CMD'; readonly args: string[] };

export function parseDockerfile(text: string): Step[];
