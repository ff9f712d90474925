import { onConstraint } from '@kit/database';
import { notFound } from '@kit/errors';
import {
  fieldCodeTaken, kinshipDeclared, personBirthDateUnlikely, tenantCodeTaken, unitAliasTaken, unitCodeTaken, unitSchoolLevelUnfit,
} from '../organisation.errors.js';

onConstraint('tenant_code_unique', () => tenantCodeTaken({}, ['input', 'code']));
onConstraint('org_unit_code_unique', () => unitCodeTaken({}, ['input', 'code']));
onConstraint('org_unit_alias_unique', () => unitAliasTaken({}, ['input', 'aliases']));
onConstraint('org_unit_school_level_only_schools', () => unitSchoolLevelUnfit({}, ['input', 'schoolLevel']));
onConstraint('field_code_unique', () => fieldCodeTaken({}, ['input', 'code']));
onConstraint('person_birth_date_likely', () => personBirthDateUnlikely({}, ['input', 'birthDate']));
onConstraint('kinship_once', () => kinshipDeclared({}, ['input', 'personId']));
// The keys carry the tenant: a unit of another ward violates them just as one that never was.
onConstraint('org_unit_parent', () => notFound({}, ['input', 'parentId']));
onConstraint('person_unit', () => notFound({}, ['input', 'unitId']));
