import type { DemoTenant } from './types.js';

/** The ward of the demo, the city above it, and a neighbour that shows that wards do not see each other. */
export const tenants: readonly DemoTenant[] = [
  {
    key: 'hong-bang', code: 'hong-bang', name: 'Phường Hồng Bàng', kind: 'WARD', cityName: 'thành phố Hải Phòng',
    city: 'hai-phong', placeName: 'Hồng Bàng', headTitle: 'Chủ tịch Ủy ban nhân dân phường', collectiveBodyName: 'ỦY BAN NHÂN DÂN',
  },
  {
    key: 'hai-phong', code: 'hai-phong', name: 'Thành phố Hải Phòng', kind: 'CITY', cityName: 'thành phố Hải Phòng',
    placeName: 'Hải Phòng', headTitle: 'Chủ tịch Ủy ban nhân dân thành phố', collectiveBodyName: 'ỦY BAN NHÂN DÂN',
  },
  {
    key: 'tran-lieu', code: 'tran-lieu', name: 'Phường Trần Liễu', kind: 'WARD', cityName: 'thành phố Hải Phòng',
    city: 'hai-phong', placeName: 'Trần Liễu', headTitle: 'Chủ tịch Ủy ban nhân dân phường', collectiveBodyName: 'ỦY BAN NHÂN DÂN',
  },
];
