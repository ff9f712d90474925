import { everyPageOf, type Finder, firstOf, NOWHERE } from './every-page.js';

const sheet: Finder = async (client) => {
  const { scoringQueue } = await client.ask<{ scoringQueue: { items: { itemId: string }[] } }>('{ scoringQueue { items { itemId } } }');
  return `/cham-diem/${scoringQueue.items[0]!.itemId}`;
};
const session = (at: number): Finder => async (client) => {
  const { evaluationSessions } = await client.ask<{ evaluationSessions: { edges: { node: { id: string } }[] } }>('{ evaluationSessions { edges { node { id } } } }');
  return `/thu-ky/phien-hop/${evaluationSessions.edges.at(at)!.node.id}`;
};
/** The room where a session meets. */
const room = (at: number): Finder => async (client) => (await session(at)(client)).replace('/thu-ky', '');
const decision: Finder = async (client) => `/quyet-dinh/${(await firstOf(client, 'recognitionDecisions(first: 1)', 'id'))['id']}`;
const entry: Finder = async (client) => `/sang-kien/${(await firstOf(client, 'register(first: 1)', 'slug'))['slug']}`;

everyPageOf([
  { who: 'a visitor', username: null, pages: ['/', '/sang-kien', '/sang-kien?tu-khoa=dong+ngac+xyz', entry, '/dang-nhap', '/huong-dan', '/tro-nang', '/rieng-tu', NOWHERE] },
  { who: 'an intake officer', username: 'vy.tran', pages: ['/viec-cua-toi', '/thu-ky/tiep-nhan'] },
  { who: 'a head of a unit', username: 'nguyen.bui', pages: ['/don-vi/cho-xac-nhan'] },
  { who: 'a council member', username: 'nghia.do', pages: ['/viec-cua-toi', '/cham-diem', sheet, room(0)] },
  { who: 'the secretary', username: 'chau.doan', pages: ['/viec-cua-toi', '/thu-ky/dot-xet', '/thu-ky/phien-hop', session(0), session(-1), room(0), room(-1)] },
  { who: 'an operator', username: 'huy.la', pages: ['/he-thong'] },
  { who: 'the head', username: 'thinh.vu', pages: ['/viec-cua-toi', '/quyet-dinh', decision] },
]);
