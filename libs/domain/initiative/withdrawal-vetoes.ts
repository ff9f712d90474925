import { Injectable } from '@nestjs/common';
import type { DomainError } from '@kit/errors';

/** A later stage that can forbid the withdrawal of an initiative it works on, for example while a session is being closed. */
export interface WithdrawalVeto {
  /** For each of the initiatives that may not be withdrawn now, the error that says why. Asked with many ids at once. */
  vetoesOf(initiativeIds: readonly string[]): Promise<ReadonlyMap<string, DomainError>>;
}

/** Where upper features announce their vetoes; initiatives know no upper feature. */
@Injectable()
export class WithdrawalVetoes {
  readonly #sources: WithdrawalVeto[] = [];

  register(source: WithdrawalVeto): void {
    this.#sources.push(source);
  }

  async of(initiativeIds: readonly string[]): Promise<ReadonlyMap<string, DomainError>> {
    const vetoes = new Map<string, DomainError>();
    if (initiativeIds.length === 0) return vetoes;
    for (const source of this.#sources) {
      for (const [id, error] of await source.vetoesOf(initiativeIds)) vetoes.set(id, error);
    }
    return vetoes;
  }
}
