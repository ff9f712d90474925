import { Injectable } from '@nestjs/common';
import { sql, type SqlStatement } from '@kit/database';

/** A later stage that goes on with a locked session. It contributes SQL, so that a list of sessions stays one statement. */
export interface SessionFollowUp {
  /** A boolean over the row of `evaluation_session` called `alias`: whether its decision has been proposed. */
  isProposed(alias: string): SqlStatement;
}

/** Where upper features say that they have taken a session over; sessions know no upper feature. */
@Injectable()
export class SessionFollowUps {
  readonly #sources: SessionFollowUp[] = [];

  register(source: SessionFollowUp): void {
    this.#sources.push(source);
  }

  isProposed(alias: string): SqlStatement {
    if (this.#sources.length === 0) return sql`false`;
    return sql`(${sql.join(this.#sources.map((source) => sql`(${source.isProposed(alias)})`), ' or ')})`;
  }
}
