import { dossier, everyPageOf } from './every-page.js';

const SECTIONS = ['thong-tin-chung', 'tac-gia', 'thuc-trang', 'noi-dung', 'tinh-moi', 'ap-dung', 'loi-ich', 'bao-mat', 'minh-chung'];

everyPageOf([
  {
    who: 'an author', username: 'huong.mac',
    pages: ['/viec-cua-toi', '/thong-bao', '/ho-so', '/ho-so/moi', '/tai-khoan', dossier('IN_PROGRESS', ''), dossier('IN_PROGRESS', '/lich-su'), dossier('FINISHED', '')],
  },
  {
    who: 'an author with a draft', username: 'huong.mac',
    pages: [dossier('DRAFTS', ''), dossier('DRAFTS', '/kiem-tra'), ...SECTIONS.map((key) => dossier('DRAFTS', `/phan/${key}`))],
  },
]);
