import { aField, aPerson, aUnit, next } from '../../factories/organisation.js';
import type { TenancyCases } from './tenancy-cases.js';

const unit = () => ({ code: `VA${next()}`, officialName: 'Đơn vị', shortName: 'Đơn vị', kind: 'DEPARTMENT' });

export const organisationCases: TenancyCases = {
  async arrange(app, actor) {
    const { ward } = actor;
    const unitId = await aUnit(app, ward, { aliases: [`Tên khác ${next()}`] });
    const { declareKinship } = await actor.client.ask<{ declareKinship: { id: string }[] }>(
      'mutation ($input: DeclareKinshipInput!) { declareKinship(input: $input) { id } }', { input: { personId: await aPerson(app, ward), kind: 'SIBLING' } });
    return { unit: unitId, kinship: declareKinship[0]!.id, person: await aPerson(app, ward, { unitId }), field: await aField(app, ward, 'GD', 'Giáo dục') };
  },
  fields: {
    'Query.site': [],
    'Query.units': [],
    'Query.fields': [],
    'Query.people': [(foreign) => ({ unitId: foreign('unit') })],
    'Query.myKinships': [],
    'Mutation.declareKinship': [(foreign) => ({ input: { personId: foreign('person'), kind: 'SIBLING' } })],
    'Mutation.endKinship': [(foreign) => ({ id: foreign('kinship') })],
    'Mutation.createUnit': [(foreign) => ({ input: { ...unit(), parentId: foreign('unit') } })],
    'Mutation.createPerson': [(foreign) => ({ input: { fullName: 'Người Mới', unitId: foreign('unit') } })],
  },
};
