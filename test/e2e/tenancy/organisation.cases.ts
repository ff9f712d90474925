import { aField, aPerson, aUnit, next } from '../../factories/organisation.js';
import type { TenancyCases } from './tenancy-cases.js';

const unit = () => ({ code: `VA${next()}`, officialName: 'Đơn vị', shortName: 'Đơn vị', kind: 'DEPARTMENT' });

export const organisationCases: TenancyCases = {
  async arrange(app, { ward }) {
    const unitId = await aUnit(app, ward, { aliases: [`Tên khác ${next()}`] });
    return { unit: unitId, person: await aPerson(app, ward, { unitId }), field: await aField(app, ward, 'GD', 'Giáo dục') };
  },
  fields: {
    'Query.site': [],
    'Query.units': [],
    'Query.fields': [],
    'Query.people': [(foreign) => ({ unitId: foreign('unit') })],
    'Mutation.createUnit': [(foreign) => ({ input: { ...unit(), parentId: foreign('unit') } })],
    'Mutation.createPerson': [(foreign) => ({ input: { fullName: 'Người Mới', unitId: foreign('unit') } })],
  },
};
