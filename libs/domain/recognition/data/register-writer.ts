import { Injectable } from '@nestjs/common';
import { Database, sql } from '@kit/database';
import { slugify } from '@kit/text';

/** The issued decision an entry names. */
export interface PublishedUnder {
  readonly tenantId: string;
  readonly decisionId: string;
  readonly decisionNumber: string;
  readonly decisionDate: string;
  readonly year: number;
}

const LONGEST_SLUG_TITLE = 100;

interface Judged {
  readonly itemId: string;
  readonly code: string;
  readonly title: string;
  readonly tenantCode: string;
}

/** Writes what the public may read, from the version that was judged, and from nothing else. */
@Injectable()
export class RegisterWriter {
  constructor(private readonly database: Database) {}

  /** Publishes every recognised item of a decision. Names column by column what is public: what is not named stays inside. */
  async publish(under: PublishedUnder): Promise<void> {
    const judged = await this.database.rows<Judged>(sql`
      select i.id as "itemId", v.snapshot ->> 'code' as code, v.snapshot ->> 'title' as title, t.code as "tenantCode"
      from recognition_item i
      join item_result r on r.id = i.result_id join agenda_item a on a.id = r.item_id
      join initiative_version v on v.initiative_id = a.initiative_id and v.number = a.version_number
      join tenant t on t.id = i.tenant_id
      where i.decision_id = ${under.decisionId} and i.outcome = 'RECOGNISED' order by i.position`);
    const [itemIds, slugs] = [judged.map(({ itemId }) => itemId), judged.map(slugOf)];
    await this.database.execute(sql`
      insert into register_entry (id, tenant_id, initiative_id, item_id, slug, code, title, summary, problem, solution, novelty, conditions,
        benefit, kind, field_id, field_code, field_name, unit_id, unit_name, authors, applications, year, level, effectiveness, grade,
        decision_number, decision_date)
      select uuidv7(), i.tenant_id, i.initiative_id, i.id, entry.slug, s ->> 'code', s ->> 'title', s ->> 'summary',
        s ->> 'stateBefore', s ->> 'content', s ->> 'novelty', s ->> 'conditions', s ->> 'benefitAuthor', s ->> 'kind',
        (s -> 'field' ->> 'id')::uuid, s -> 'field' ->> 'code', s -> 'field' ->> 'name',
        (s -> 'submittingUnit' ->> 'id')::uuid, s -> 'submittingUnit' ->> 'name',
        (select coalesce(jsonb_agg(jsonb_build_object('fullName', x ->> 'fullName', 'shareBp', x -> 'shareBp') order by n), '[]')
          from jsonb_array_elements(s -> 'authors') with ordinality as list (x, n)),
        (select coalesce(jsonb_agg(jsonb_build_object('place', x ->> 'place', 'from', x ->> 'appliedFrom', 'to', x ->> 'appliedTo',
            'status', x ->> 'status', 'benefitAmount', x -> 'benefitAmount',
            'measures', (select coalesce(jsonb_agg(jsonb_build_object('name', m ->> 'name', 'unit', m ->> 'unit', 'before', m ->> 'before',
                'after', m ->> 'after') order by k), '[]')
              from jsonb_array_elements(x -> 'measures') with ordinality as inner_list (m, k))) order by n), '[]')
          from jsonb_array_elements(s -> 'applicationRecords') with ordinality as list (x, n)),
        ${under.year}, c.level, i.effectiveness,
        (select band ->> 'label' from jsonb_array_elements(es.rules -> 'gradeBands') band where band ->> 'code' = r.grade_code),
        ${under.decisionNumber}, ${under.decisionDate}
      from unnest(${itemIds}::uuid[], ${slugs}::text[]) with ordinality as entry (item_id, slug, n)
      join recognition_item i on i.id = entry.item_id
      join item_result r on r.id = i.result_id join agenda_item a on a.id = r.item_id
      join evaluation_session es on es.id = a.session_id join campaign c on c.id = es.campaign_id
      join initiative_version v on v.initiative_id = a.initiative_id and v.number = a.version_number
      cross join lateral (select v.snapshot as s) as snapshot
      order by entry.n`);
  }
}

/** Readable, and unique across wards: title, ward and code. */
function slugOf({ title, tenantCode, code }: Judged): string {
  return [slugify(title, LONGEST_SLUG_TITLE), tenantCode, code.toLowerCase()].filter((part) => part !== '').join('-');
}
