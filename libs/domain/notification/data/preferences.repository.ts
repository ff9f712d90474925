import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kit/context';
import { Database, sql } from '@kit/database';
import type { MailLanguage, MailMode, MailPreferencesInput } from '../model/preferences.types.js';

/** Everybody's own choice of mail. */
@Injectable()
export class PreferencesRepository {
  constructor(private readonly database: Database) {}

  async of({ tenantId, personId }: Viewer): Promise<{ mode: MailMode; hasQuietHours: boolean; language: MailLanguage; address: string | null }> {
    const row = await this.database.row<{ mode: MailMode; hasQuietHours: boolean; language: MailLanguage; address: string | null }>(sql`
      select coalesce(wish.mode, 'AT_ONCE') as mode, coalesce(wish.has_quiet_hours, true) as "hasQuietHours", upper(coalesce(wish.locale, 'vi')) as language, p.email as address
      from person p left join notification_preference wish on wish.person_id = p.id where p.tenant_id = ${tenantId} and p.id = ${personId}`);
    return row ?? { mode: 'AT_ONCE', hasQuietHours: true, language: 'VI', address: null };
  }

  async save({ tenantId, personId }: Viewer, { mode, hasQuietHours, language }: MailPreferencesInput): Promise<void> {
    await this.database.execute(sql`
      insert into notification_preference (person_id, tenant_id, mode, has_quiet_hours, locale) values (${personId}, ${tenantId}, ${mode}, ${hasQuietHours}, lower(${language}))
      on conflict (person_id) do update set mode = excluded.mode, has_quiet_hours = excluded.has_quiet_hours, locale = excluded.locale`);
  }
}
