import { sql, type SqlStatement } from '@kit/database';

/*
 * SQL expressions that make the GraphQL objects of this feature out of a row, for statements that
 * answer a root field with complete objects. `alias` is the table alias of the row; inner aliases
 * derive from it, so shapes nest and one statement can hold several.
 */

/** A `Tenant` out of a row of `tenant`. */
export function tenantJson(alias: string): SqlStatement {
  const tenant = sql.identifier(alias);
  const city = sql.identifier(`${alias}_city`);
  return sql`json_build_object(
    'id', ${tenant}.id, 'code', ${tenant}.code, 'name', ${tenant}.name, 'kind', ${tenant}.kind,
    'placeName', ${tenant}.place_name, 'headTitle', ${tenant}.head_title,
    'cityName', (select ${city}.name from tenant ${city} where ${city}.id = ${tenant}.city_id))`;
}

/** An `OrgUnit` out of a row of `org_unit`. */
export function unitJson(alias: string): SqlStatement {
  const unit = sql.identifier(alias);
  const other = sql.identifier(`${alias}_alias`);
  return sql`json_build_object(
    'id', ${unit}.id, 'code', ${unit}.code, 'officialName', ${unit}.official_name, 'shortName', ${unit}.short_name,
    'kind', ${unit}.kind, 'schoolLevel', ${unit}.school_level, 'parentId', ${unit}.parent_id,
    'isRecognisingBody', ${unit}.is_recognising_body, 'hasLegalPersonality', ${unit}.has_legal_personality,
    'aliases', (select coalesce(json_agg(${other}.alias order by ${other}.alias collate "vi-x-icu"), '[]')
      from org_unit_alias ${other} where ${other}.unit_id = ${unit}.id))`;
}

/** The `OrgUnit` with the id in the expression `unitId`, or SQL `NULL`. */
export function unitJsonOf(unitId: SqlStatement, alias = 'of_unit'): SqlStatement {
  const unit = sql.identifier(alias);
  return sql`(select ${unitJson(alias)} from org_unit ${unit} where ${unit}.id = ${unitId})`;
}

/** A `Person` with unit out of a row of `person`. Holds what colleagues may see, never personal data. */
export function personJson(alias: string): SqlStatement {
  const person = sql.identifier(alias);
  return sql`json_build_object(
    'id', ${person}.id, 'fullName', ${person}.full_name, 'position', ${person}.position,
    'unit', ${unitJsonOf(sql`${person}.unit_id`, `${alias}_unit`)})`;
}

/** The `Person` with the id in the expression `personId`, or SQL `NULL`. */
export function personJsonOf(personId: SqlStatement, alias = 'of_person'): SqlStatement {
  const person = sql.identifier(alias);
  return sql`(select ${personJson(alias)} from person ${person} where ${person}.id = ${personId})`;
}

/** A `Field` out of a row of `field`. */
export function fieldJson(alias: string): SqlStatement {
  const field = sql.identifier(alias);
  return sql`json_build_object('id', ${field}.id, 'code', ${field}.code, 'name', ${field}.name, 'nameEn', ${field}.name_en)`;
}

/** The `Field` with the id in the expression `fieldId`, or SQL `NULL`. */
export function fieldJsonOf(fieldId: SqlStatement, alias = 'of_field'): SqlStatement {
  const field = sql.identifier(alias);
  return sql`(select ${fieldJson(alias)} from field ${field} where ${field}.id = ${fieldId})`;
}
