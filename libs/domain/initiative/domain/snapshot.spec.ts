import { describe, expect, it } from '@jest/globals';
import { changesBetween } from './changes.js';
import { aDossier, anAuthor } from './dossier.example.js';
import { snapshotOf } from './snapshot.js';

describe('a version', () => {
  it('keeps the authors as they were on the day, without the marks of the procedure', () => {
    expect(snapshotOf(aDossier()).authors).toEqual([{
      personId: 'p-1', role: 'LEAD', fullName: 'Nguyễn Thị Ánh', birthDate: '1985-04-12', unitName: 'Phòng Văn hóa – Xã hội',
      jobTitle: 'Chuyên viên', qualification: 'Cử nhân', shareBp: 10000,
    }]);
  });

  it('holds every text, list and file, and neither state nor time', () => {
    const { id: _id, state: _state, attachments, authors: _authors, ...rest } = aDossier();
    const { fileState: _fileState, ...file } = attachments[0]!;
    expect(snapshotOf(aDossier())).toEqual({ format: 1, ...rest, authors: snapshotOf(aDossier()).authors, attachments: [file] });
  });

  it('is never made of a dossier with holes', () => {
    expect(() => snapshotOf(aDossier({ kind: null }))).toThrow(TypeError);
    const unchecked = aDossier().attachments.map((attachment) => ({ ...attachment, sha256: null }));
    expect(() => snapshotOf(aDossier({ attachments: unchecked }))).toThrow('an incomplete dossier');
  });
});

describe('the differences between two versions', () => {
  const first = snapshotOf(aDossier());

  it('are none between equal ones', () => {
    expect(changesBetween(first, snapshotOf(aDossier()))).toEqual([]);
  });

  it('show the changed words of a text', () => {
    expect(changesBetween(first, snapshotOf(aDossier({ content: 'Lập sổ tay giấy.' })))).toEqual([{
      path: 'content', section: 'CONTENT', isSecret: false,
      segments: [
        { kind: 'SAME', text: 'Lập sổ tay ' }, { kind: 'REMOVED', text: 'điện tử' }, { kind: 'ADDED', text: 'giấy' }, { kind: 'SAME', text: '.' },
      ],
    }]);
  });

  it('put shares into words', () => {
    const authors = [anAuthor({ shareBp: 6666 }), anAuthor({ personId: 'p-2', role: 'CO_AUTHOR', fullName: 'Đỗ Hà', unitName: null, jobTitle: null, shareBp: 3334 })];
    const [change] = changesBetween(first, snapshotOf(aDossier({ authors })));
    expect(change!.segments.filter(({ kind }) => kind !== 'REMOVED').map(({ text }) => text).join('')).toBe(
      'Nguyễn Thị Ánh · Phòng Văn hóa – Xã hội · Chuyên viên · 66,66 %\nĐỗ Hà · 33,34 %',
    );
  });

  it('mark what is author-secret, files included', () => {
    const attachments = aDossier().attachments.map((attachment) => ({ ...attachment, confidentiality: 'AUTHOR_SECRET' as const }));
    const changes = changesBetween(first, snapshotOf(aDossier({ confidentialParts: 'Công thức', attachments })));
    expect(changes.map(({ path, isSecret }) => [path, isSecret])).toEqual([
      ['confidentialParts', true], ['attachments', false], ['attachments', true],
    ]);
  });

  it('never show birth dates', () => {
    const born = snapshotOf(aDossier({ authors: [anAuthor({ birthDate: '1999-01-01' })] }));
    expect(changesBetween(first, born)).toEqual([]);
  });
});
