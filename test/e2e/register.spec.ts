import { beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@kit/ids';
import { encodeCursor } from '@kit/graphql';
import { aField, aWard, type Ward } from '../factories/organisation.js';
import { ENTRIES_ALONE, type EntryParts, LIST, publish, readRegister, type Register, titlesOf } from '../factories/register.js';
import { useApp } from '../setup/app.js';
import { statementsByRows, statementsDuring } from '../setup/statements.js';

const app = useApp({}, ENTRIES_ALONE);
const visitor = () => app().client();

const register = (variables: object = {}): Promise<Register> => readRegister(app(), variables);
const search = async (ward: Ward, words: string, given: object = {}) => register({ filter: { search: words, tenantCode: ward.code }, ...given });

async function wardWith(titles: readonly string[], parts: EntryParts = {}): Promise<Ward> {
  const ward = await aWard(app());
  await publish(app(), ward.id, titles.map((title) => ({ ...parts, title })));
  return ward;
}

/** Every title of a list, page by page; `between` happens before the second page. */
async function pages(variables: Record<string, unknown>, between?: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  for (let after: string | null = null, turn = 0; ; turn += 1) {
    if (turn === 1) await between?.();
    const page = await register({ ...variables, after });
    seen.push(...titlesOf(page));
    if (!page.pageInfo.hasNextPage) return seen;
    after = page.pageInfo.endCursor;
  }
}

describe('searching the register', () => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await wardWith(['Sổ tay điện tử cho tổ dân phố Đông Ngạc', 'Giảm 50% thời gian trả kết quả', 'Biểu mẫu ten_file thống nhất', 'Góc đọc sách cho học sinh']);
  });

  it.each(['dong ngac', 'Đông Ngạc', 'đông  ngac', 'ĐÔNG NGẠC', 'Đông Ngạc'.normalize('NFD'), ' ngac dong ', 'so tay ngạc'])(
    'finds Đông Ngạc under %p', async (words) => {
      const found = await search(ward, words);
      expect([titlesOf(found), found.totalCount, found.isApproximate]).toEqual([['Sổ tay điện tử cho tổ dân phố Đông Ngạc'], 1, false]);
    },
  );

  it('looks into code, unit, field and summary too', async () => {
    const other = await aWard(app());
    await publish(app(), other.id, [
      { title: 'Một', code: 'SK-2031-0042' }, { title: 'Hai', unitName: 'Trạm Y tế' }, { title: 'Ba', fieldName: 'Môi trường' }, { title: 'Bốn', summary: 'Phân loại rác tại nguồn.' },
    ]);
    for (const [words, title] of [['2031-0042', 'Một'], ['tram y te', 'Hai'], ['moi truong', 'Ba'], ['rac nguon', 'Bốn']] as const) {
      expect([words, titlesOf(await search(other, words))]).toEqual([words, [title]]);
    }
  });

  it('takes % and _ as what people typed', async () => {
    expect(titlesOf(await search(ward, '50%'))).toEqual(['Giảm 50% thời gian trả kết quả']);
    expect(titlesOf(await search(ward, 'n_f'))).toEqual(['Biểu mẫu ten_file thống nhất']);
    expect(titlesOf(await search(ward, '%'))).toEqual(['Giảm 50% thời gian trả kết quả']);
    expect(await search(ward, 'g_c')).toMatchObject({ edges: [], totalCount: 0, isApproximate: false });
  });

  it.each(['dong ngacc', 'đogn ngạc', 'so tai dien tu', 'goc doc sach cho hoc sing'])('forgives the typing mistake in %p, and says so', async (words) => {
    const found = await search(ward, words, { sort: 'RELEVANCE' });
    expect([found.isApproximate, found.totalCount, found.edges.length > 0]).toEqual([true, found.edges.length, true]);
    expect(titlesOf(found)[0]).toBe(words.startsWith('goc') ? 'Góc đọc sách cho học sinh' : 'Sổ tay điện tử cho tổ dân phố Đông Ngạc');
  });

  it('guesses nothing from words that are like nothing', async () => {
    expect(await search(ward, 'xyzzy quux')).toMatchObject({ edges: [], totalCount: 0, isApproximate: false });
  });

  it('puts words with their marks first, then titles, then the rest', async () => {
    const other = await aWard(app());
    await publish(app(), other.id, [
      { title: 'Chợ dân sinh văn minh' }, { title: 'Cho mượn xe đạp' }, { title: 'Việc khác', summary: 'Cho người dân.' },
    ]);
    expect(titlesOf(await search(other, 'cho', { sort: 'RELEVANCE' }))).toEqual(['Cho mượn xe đạp', 'Chợ dân sinh văn minh', 'Việc khác']);
    expect(titlesOf(await search(other, 'chợ', { sort: 'RELEVANCE' }))).toEqual(['Chợ dân sinh văn minh', 'Cho mượn xe đạp', 'Việc khác']);
  });

  it('refuses more than 200 characters, and text no database holds', async () => {
    expect((await visitor().refusal(LIST, { filter: { search: 'a'.repeat(201) } })).faults).toEqual([{ code: 'TEXT_TOO_LONG', path: ['filter', 'search'], details: { most: 200 } }]);
    expect(await visitor().refusal(LIST, { filter: { search: 'a\u0000b' } })).toMatchObject({ code: 'INVALID_TEXT' });
  });
});

describe('the order of the register', () => {
  it('by title is that of Vietnamese dictionaries', async () => {
    const ward = await wardWith(['Ơn', 'Đào', 'Ân', 'On', 'Dung', 'An', 'Ôn', 'Ăn', 'Ánh']);
    expect(titlesOf(await register({ filter: { tenantCode: ward.code }, sort: 'TITLE' }))).toEqual(['An', 'Ánh', 'Ăn', 'Ân', 'Dung', 'Đào', 'On', 'Ôn', 'Ơn']);
  });

  it.each(['NEWEST', 'TITLE', 'RELEVANCE'] as const)('%s has neither gaps nor doubles over pages, also when entries come in between', async (sort) => {
    const titles = Array.from({ length: 7 }, (_, n) => `Bể lọc nước số ${n}`);
    const ward = await wardWith(titles, { publishedAt: '2026-02-01T00:00:00.123456Z' });
    const filter = { tenantCode: ward.code, search: 'be loc' };
    const seen = await pages({ filter, sort, first: 3 }, () =>
      publish(app(), ward.id, [{ title: 'Bể lọc nước số 99 mới' }, { title: 'A: bể lọc xếp đầu', publishedAt: '2026-03-01T00:00:00Z' }]));
    expect(seen.filter((title) => titles.includes(title)).sort()).toEqual(titles);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('holds for guessed entries over pages', async () => {
    const titles = Array.from({ length: 5 }, (_, n) => `Vườn rau thuỷ canh ${n}`);
    const ward = await wardWith(titles);
    const seen = await pages({ filter: { tenantCode: ward.code, search: 'vuon rau thuyy canh' }, sort: 'RELEVANCE', first: 2 });
    expect(seen.sort()).toEqual(titles);
  });

  it('goes on behind a title as long as a title may be', async () => {
    const titles = ['ẫ'.repeat(500), 'ậ'.repeat(500)];
    const ward = await wardWith(titles);
    expect(await pages({ filter: { tenantCode: ward.code }, sort: 'TITLE', first: 1 })).toEqual(titles);
  });

  it('refuses cursors that it did not write or that belong to another order', async () => {
    const ward = await wardWith(['Một', 'Hai']);
    const { pageInfo } = await register({ filter: { tenantCode: ward.code }, first: 1 });
    const forged = [
      pageInfo.endCursor, 'bm90IG91cnM', '%%%', encodeCursor(['TITLE', 'EXACT', 0, 'Một', 'no id']), encodeCursor(['TITLE', 'EXACT', 1e300, 'Một', newId()]),
      encodeCursor(['TITLE', 'WILD', 0, 'Một', newId()]), encodeCursor(['TITLE', 'EXACT', 0, 'M\u0000', newId()]),
    ];
    for (const after of forged) expect([after, await visitor().refusal(LIST, { sort: 'TITLE', after })]).toEqual([after, { code: 'INVALID_CURSOR', path: ['after'], details: {} }]);
    const noDay = encodeCursor(['NEWEST', 'EXACT', 0, '2026-02-31T00:00:00Z', newId()]);
    expect((await visitor().refusal(LIST, { after: noDay })).code).not.toBe('INTERNAL_ERROR');
  });
});

describe('an entry of the register', () => {
  it('is found by its address with everything public', async () => {
    const ward = await aWard(app(), 'Phường Trang Riêng');
    const [slug] = await publish(app(), ward.id, [{ title: 'Trang riêng', benefit: 12_000_000 }]);
    const { registerEntry } = await visitor().ask(`query ($slug: String!) { registerEntry(slug: $slug) {
      slug title problem solution novelty conditions benefit kind level year tenantName unitName decisionNumber decisionDate status effectiveness gradeLabel
      authors { fullName shareBp } applications { place from to status benefitAmount measures { name unit before after } } field { code name nameEn } } }`, { slug });
    expect(registerEntry).toEqual({
      slug, title: 'Trang riêng', problem: 'Thực trạng.', solution: 'Giải pháp.', novelty: 'Điểm mới.', conditions: 'Điều kiện.', benefit: 'Lợi ích.',
      kind: 'MANAGEMENT', level: 'BASE', year: 2026, tenantName: 'Phường Trang Riêng', unitName: 'Văn phòng', decisionNumber: '05/QĐ-UBND', decisionDate: '2026-01-05',
      status: 'VALID', effectiveness: 'RECOGNISED', gradeLabel: null, authors: [{ fullName: 'Nguyễn Văn An', shareBp: 10_000 }],
      applications: [{ place: 'Bộ phận Một cửa', from: '2025-03-01', to: null, status: 'APPLIED', benefitAmount: 12_000_000, measures: [{ name: 'Thời gian chờ', unit: 'phút', before: '30', after: '12.5' }] }],
      field: { code: 'GD', name: 'Giáo dục', nameEn: null },
    });
    expect(await visitor().ask('{ registerEntry(slug: "khong-co") { slug } }')).toEqual({ registerEntry: null });
  });

  it('names up to four others of its field, the most similar titles first', async () => {
    const ward = await aWard(app());
    const [slug] = await publish(app(), ward.id, ['Thư viện xanh', 'Chợ số', 'Thư viện mở', 'Đèn đường', 'Thư viện xanh lưu động', 'Bếp ăn'].map((title) => ({ title, fieldCode: 'TVX' })));
    await publish(app(), ward.id, [{ title: 'Thư viện xanh đã thu hồi', fieldCode: 'TVX', status: 'REVOKED' }, { title: 'Thư viện xanh', fieldCode: 'TVY' }]);
    const { relatedRegisterEntries } = await visitor().ask<{ relatedRegisterEntries: { title: string }[] }>('query ($slug: String!) { relatedRegisterEntries(slug: $slug) { title } }', { slug });
    expect(relatedRegisterEntries).toHaveLength(4);
    expect(relatedRegisterEntries.slice(0, 2)).toEqual([{ title: 'Thư viện xanh lưu động' }, { title: 'Thư viện mở' }]);
  });
});

describe('the register in numbers', () => {
  it('counts entries, units, authorships and benefit of what still holds', async () => {
    const ward = await aWard(app());
    await aField(app(), ward, 'SOA', 'Số hoá');
    const unitId = newId();
    await publish(app(), ward.id, [
      { year: 2025, unitId, fieldCode: 'SOA', benefit: 5_000_000, authors: [{ fullName: 'An', shareBp: 6_000 }, { fullName: 'Bình', shareBp: 4_000 }] },
      { year: 2026, unitId, fieldCode: 'SOA', benefit: null }, { year: 2026, fieldCode: 'SOB', benefit: 2_500_000 }, { year: 2026, status: 'REVOKED', benefit: 9_000_000 },
    ]);
    expect(await visitor().ask(`query ($code: String) { registerStatistics(tenantCode: $code) {
      recognised units authors benefit byYear { value count } byField { value label count } } }`, { code: ward.code })).toEqual({
      registerStatistics: {
        recognised: 3, units: 2, authors: 4, benefit: 7_500_000, byYear: [{ value: '2025', count: 1 }, { value: '2026', count: 2 }],
        byField: [{ value: 'SOA', label: 'Số hoá', count: 2 }, { value: 'SOB', label: 'SOB', count: 1 }],
      },
    });
    expect(await visitor().ask('{ registerStatistics(tenantCode: "khong-co") { recognised benefit byYear { value } } }')).toEqual({
      registerStatistics: { recognised: 0, benefit: 0, byYear: [] },
    });
  });

  it('stays within what a client can count exactly', async () => {
    const ward = await wardWith(['Một', 'Hai'], { benefit: Number.MAX_SAFE_INTEGER });
    expect(await visitor().ask('query ($code: String) { registerStatistics(tenantCode: $code) { benefit } }', { code: ward.code })).toEqual({
      registerStatistics: { benefit: Number.MAX_SAFE_INTEGER },
    });
  });
});

describe('a ward that is suspended', () => {
  it('has nothing in lists, counts, pages and numbers any more', async () => {
    const ward = await wardWith(['Chuông báo lũ một', 'Chuông báo lũ hai'], { fieldCode: 'CBL' });
    const slug = (await app().sql<{ slug: string }>('select slug from register_entry where tenant_id = $1 limit 1', [ward.id]))[0]!.slug;
    const shown = async () => {
      const client = visitor();
      const { registerEntry, relatedRegisterEntries, registerStatistics } = await client.ask<Record<string, { recognised: number } & { length: number }>>(
        `query ($slug: String!, $code: String) { registerEntry(slug: $slug) { slug } relatedRegisterEntries(slug: $slug) { slug } registerStatistics(tenantCode: $code) { recognised } }`,
        { slug, code: ward.code });
      const [exact, guess] = [await search(ward, 'chuong bao lu'), await search(ward, 'chuong baoo luu')];
      return [exact.totalCount, exact.facets.fields.length, exact.facets.tenants.length, guess.totalCount, registerEntry !== null, relatedRegisterEntries!.length, registerStatistics!.recognised];
    };
    expect(await shown()).toEqual([2, 1, 1, 2, true, 1, 2]);
    await app().sql(`update tenant set status = 'SUSPENDED' where id = $1`, [ward.id]);
    expect(await shown()).toEqual([0, 0, 0, 0, false, 0, 0]);
  });

  it('takes no place among the hundred nearest guesses', async () => {
    const closed = await wardWith(Array.from({ length: 101 }, () => 'Máy cày lúa nước'));
    const open = await wardWith(['Máy cày lúa nương']);
    await app().sql(`update tenant set status = 'SUSPENDED' where id = $1`, [closed.id]);
    const found = await register({ filter: { search: 'may cayy lua nuoc' } });
    expect([found.isApproximate, titlesOf(found)]).toEqual([true, ['Máy cày lúa nương']]);
    expect(found.facets.tenants.map(({ value }) => value)).toEqual([open.code]);
  });
});

describe('the statements behind the register', () => {
  it.each([
    ['a page with counts and facets', {}, 1], ['words', { search: 'lan can' }, 1], ['a guess', { search: 'lan can caau thangg' }, 2],
  ])('are as many for three entries as for one: %s', async (_name, filter, statements) => {
    const ward = await aWard(app());
    const { one, three } = await statementsByRows(
      app(), () => publish(app(), ward.id, [{ title: 'Lan can cầu thang' }]),
      async () => (await register({ filter: { ...filter, tenantCode: ward.code } })).edges.length,
    );
    expect(three).toEqual(one);
    expect(one).toHaveLength(statements);
  });

  it('read no long text that was not asked for', async () => {
    const sent = await statementsDuring(app(), () => register());
    expect(sent).toHaveLength(1);
    expect(sent[0]).not.toMatch(/e\.(problem|solution|novelty|benefit|applications)\b/);
  });
});
