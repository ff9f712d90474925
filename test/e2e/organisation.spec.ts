import { beforeAll, describe, expect, it } from '@jest/globals';
import { anActor, type Actor } from '../factories/identity.js';
import { aField, aPerson, aUnit, aWard, next, type Ward } from '../factories/organisation.js';
import { useApp } from '../setup/app.js';
import { statementsByRows } from '../setup/statements.js';

const app = useApp();
let ward: Ward;
let admin: Actor;
let officer: Actor;
let school: string;

beforeAll(async () => {
  ward = await aWard(app(), 'Phường Hồng Bàng');
  school = await aUnit(app(), ward, {
    code: 'THCS-HB', officialName: 'Trường Trung học cơ sở Hồng Bàng', shortName: 'THCS Hồng Bàng', kind: 'SCHOOL', schoolLevel: 'THCS',
    aliases: ['Trường cấp II Hồng Bàng'],
  });
  admin = await anActor(app(), ward, { person: { fullName: 'Vũ Thị Quản Trị' }, roles: ['TENANT_ADMIN'] });
  officer = await anActor(app(), ward, { person: { fullName: 'Trần Văn Cán Bộ', unitId: school, position: 'Giáo viên' } });
});

describe('the site', () => {
  const SITE = '{ site { name tenant { code name kind cityName } isDemo today ideUrl } }';

  it('tells visitors its name and, when it serves one ward, which', async () => {
    const { site } = await app().client().ask<{ site: { today: string } }>(SITE);
    expect(site).toEqual({
      name: 'Khơi', isDemo: false, ideUrl: '/api/ide', today: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      tenant: { code: ward.code, name: 'Phường Hồng Bàng', kind: 'WARD', cityName: null },
    });
    await aWard(app());
    expect(await app().client().ask('{ site { tenant { name } } }')).toEqual({ site: { tenant: null } });
    expect(await officer.client.ask('{ site { tenant { name } } }')).toEqual({ site: { tenant: { name: 'Phường Hồng Bàng' } } });
  });
});

describe('the site, about files', () => {
  it('says how large they may be and of what kind', async () => {
    const { site } = await app().client().ask<{ site: { maxUploadBytes: number; maxVideoBytes: number; allowedFileTypes: string[] } }>('{ site { maxUploadBytes maxVideoBytes allowedFileTypes } }');
    expect([site.maxUploadBytes, site.maxVideoBytes]).toEqual([52_428_800, 1_073_741_824]);
    expect(site.allowedFileTypes).toEqual(expect.arrayContaining(['application/pdf', 'image/jpeg']));
  });
});

describe('units', () => {
  const UNITS = 'query ($search: String) { units(search: $search) { code aliases schoolLevel parentId } }';

  it('are found by name, alias and code, whatever the case and marks', async () => {
    const unit = { code: 'THCS-HB', aliases: ['Trường cấp II Hồng Bàng'], schoolLevel: 'THCS', parentId: null };
    for (const search of ['HONG bang', 'trường hồng', 'cap ii', 'thcs-hb']) {
      expect([search, await officer.client.ask(UNITS, { search })]).toEqual([search, { units: [unit] }]);
    }
    expect(await officer.client.ask(UNITS, { search: '%' })).toEqual({ units: [] });
  });

  it('cost the same statements for one and for three', async () => {
    const { one, three } = await statementsByRows(
      app(), () => aUnit(app(), ward, { shortName: 'Tổ dân phố', aliases: [`Tổ dân phố số ${next()}`] }),
      async () => (await officer.client.ask<{ units: unknown[] }>(UNITS, { search: 'to dan pho' })).units.length,
    );
    expect(three).toEqual(one);
    expect(one).toHaveLength(2);
  });

  it('are made by the administrator', async () => {
    const { createUnit } = await admin.client.ask<{ createUnit: { id: string } }>(
      'mutation ($input: CreateUnitInput!) { createUnit(input: $input) { id officialName parentId kind aliases isRecognisingBody hasLegalPersonality } }',
      { input: { code: 'TO-1', officialName: '  Tổ  chuyên môn 1 ', shortName: 'Tổ 1', kind: 'GROUP', parentId: school, aliases: ['Tổ một'] } },
    );
    expect(createUnit).toEqual({
      id: createUnit.id, officialName: 'Tổ chuyên môn 1', parentId: school, kind: 'GROUP', aliases: ['Tổ một'],
      isRecognisingBody: false, hasLegalPersonality: false,
    });
  });

  const CREATE = 'mutation ($input: CreateUnitInput!) { createUnit(input: $input) { id } }';
  const unit = { code: 'MOI', officialName: 'Đơn vị mới', shortName: 'Mới', kind: 'DEPARTMENT' };

  it('keep code and aliases to themselves', async () => {
    expect(await admin.client.refusal(CREATE, { input: { ...unit, code: 'THCS-HB' } }))
      .toEqual({ code: 'UNIT_CODE_TAKEN', details: {}, path: ['input', 'code'] });
    expect(await admin.client.refusal(CREATE, { input: { ...unit, aliases: ['Trường cấp II Hồng Bàng'] } }))
      .toEqual({ code: 'UNIT_ALIAS_TAKEN', details: {}, path: ['input', 'aliases'] });
    expect(await app().sql(`select from org_unit where code = 'MOI'`)).toEqual([]);
  });

  it('have a level only when they are schools, and a parent of the same ward', async () => {
    expect(await admin.client.refusal(CREATE, { input: { ...unit, schoolLevel: 'TH' } }))
      .toEqual({ code: 'UNIT_SCHOOL_LEVEL_UNFIT', details: {}, path: ['input', 'schoolLevel'] });
    const elsewhere = await aUnit(app(), await aWard(app()));
    const foreign = await admin.client.refusal(CREATE, { input: { ...unit, parentId: elsewhere } });
    const unknown = await admin.client.refusal(CREATE, { input: { ...unit, parentId: '01900000-0000-7000-8000-000000000000' } });
    expect(foreign).toEqual({ code: 'NOT_FOUND', details: {}, path: ['input', 'parentId'] });
    expect(unknown).toEqual(foreign);
  });

  it('tell all faults of the form at once', async () => {
    const { code, faults } = await admin.client.refusal(CREATE, { input: { ...unit, code: 'lower case', officialName: '   ', shortName: '' } });
    expect(code).toBe('VALIDATION_FAILED');
    expect(faults?.map((fault) => [fault.code, fault.path.join('.')]).sort()).toEqual([
      ['INVALID_FORMAT', 'input.code'], ['INVALID_FORMAT', 'input.officialName'],
      ['INVALID_FORMAT', 'input.shortName'], ['TEXT_TOO_SHORT', 'input.shortName'],
    ]);
  });

  it('are not for officers to make', async () => {
    expect(await officer.client.refusal(CREATE, { input: unit })).toEqual({ code: 'FORBIDDEN', details: {} });
    expect(await app().client().refusal(CREATE, { input: unit })).toEqual({ code: 'UNAUTHENTICATED', details: {} });
  });
});

describe('people', () => {
  const PEOPLE = `query ($search: String, $unitId: ID, $first: Int! = 20, $after: String) {
    people(search: $search, unitId: $unitId, first: $first, after: $after) {
      edges { node { fullName position unit { code } } } pageInfo { hasNextPage endCursor } } }`;
  interface Page { people: { edges: { node: { fullName: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } }
  const names = (page: Page): string[] => page.people.edges.map((edge) => edge.node.fullName);

  it('come sorted by given name, page by page', async () => {
    const other = await aWard(app());
    const reader = await anActor(app(), other, { person: { fullName: 'Zạ Zạ' } });
    for (const fullName of ['Nguyễn Văn Ánh', 'Trần Đào', 'Lê Ân', 'Phạm Dũng', 'Bùi An', 'Vũ Ánh', 'Ngô Bình', 'Đỗ Em']) {
      await aPerson(app(), other, { fullName });
    }
    const all = ['Bùi An', 'Nguyễn Văn Ánh', 'Vũ Ánh', 'Lê Ân', 'Ngô Bình', 'Phạm Dũng', 'Trần Đào', 'Đỗ Em', 'Zạ Zạ'];
    expect(names(await reader.client.ask<Page>(PEOPLE))).toEqual(all);
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Page = await reader.client.ask<Page>(PEOPLE, { first: 4, after });
      seen.push(...names(page));
      if (!page.people.pageInfo.hasNextPage) break;
      after = page.people.pageInfo.endCursor;
    }
    expect(seen).toEqual(all);
  });

  it('show name, unit and position, and can be looked for in a unit', async () => {
    expect(await admin.client.ask(PEOPLE, { unitId: school })).toEqual({
      people: {
        edges: [{ node: { fullName: 'Trần Văn Cán Bộ', position: 'Giáo viên', unit: { code: 'THCS-HB' } } }],
        pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
      },
    });
  });

  it('are found by words in any order, without marks', async () => {
    expect(names(await officer.client.ask<Page>(PEOPLE, { search: 'bo tran' }))).toEqual(['Trần Văn Cán Bộ']);
    expect(names(await officer.client.ask<Page>(PEOPLE, { search: 'trần khác' }))).toEqual([]);
  });

  it('who have left are not listed', async () => {
    const left = await aPerson(app(), ward, { fullName: 'Lý Đã Nghỉ' });
    expect(names(await officer.client.ask<Page>(PEOPLE, { search: 'Đã Nghỉ' }))).toEqual(['Lý Đã Nghỉ']);
    await app().sql('update person set left_on = vn_today() where id = $1', [left]);
    expect(names(await officer.client.ask<Page>(PEOPLE, { search: 'Đã Nghỉ' }))).toEqual([]);
  });

  it('are for those who signed in', async () => {
    expect(await app().client().refusal(PEOPLE)).toEqual({ code: 'UNAUTHENTICATED', details: {} });
  });

  it('cost the same statements for one and for three', async () => {
    const unitId = await aUnit(app(), ward);
    const { one, three } = await statementsByRows(
      app(), () => aPerson(app(), ward, { unitId }), async () => names(await officer.client.ask<Page>(PEOPLE, { unitId })).length,
    );
    expect(three).toEqual(one);
    expect(one).toHaveLength(2);
  });

  it('refuse a damaged cursor and a page too large', async () => {
    expect(await officer.client.refusal(PEOPLE, { after: 'bm90IG91cnM' })).toEqual({ code: 'INVALID_CURSOR', details: {}, path: ['after'] });
    expect((await officer.client.refusal(PEOPLE, { first: 101 })).faults)
      .toEqual([{ code: 'OUT_OF_RANGE', path: ['first'], details: { most: 100 } }]);
  });

  it('are added by the administrator, with a likely date of birth', async () => {
    const CREATE = 'mutation ($input: CreatePersonInput!) { createPerson(input: $input) { fullName unit { code } } }';
    expect(await admin.client.ask(CREATE, { input: { fullName: ' Đinh  Thị Mới ', unitId: school, birthDate: '1990-02-28', email: 'moi@example.vn' } }))
      .toEqual({ createPerson: { fullName: 'Đinh Thị Mới', unit: { code: 'THCS-HB' } } });
    expect(await admin.client.refusal(CREATE, { input: { fullName: 'Đinh Thị Sau', birthDate: '2990-02-28' } }))
      .toEqual({ code: 'PERSON_BIRTH_DATE_UNLIKELY', details: {}, path: ['input', 'birthDate'] });
  });
});

describe('fields of application', () => {
  it('come in the order of the ward', async () => {
    await aField(app(), ward, 'GD', 'Giáo dục');
    await aField(app(), ward, 'CCHC', 'Cải cách hành chính');
    expect(await officer.client.ask('{ fields { code name nameEn } }')).toEqual({
      fields: [{ code: 'GD', name: 'Giáo dục', nameEn: null }, { code: 'CCHC', name: 'Cải cách hành chính', nameEn: null }],
    });
  });
});
