import { CreateField, CreatePerson, CreateTenant, CreateUnit, type NewPerson, type NewUnit } from '@domain/organisation';
import { runAs, systemViewer, type Viewer } from '@kit/context';
import { newId } from '@kit/database';
import type { TestApp } from '../setup/app.js';

let count = 0;
/** A small number that no other object of this test file has, for codes and names. */
export const next = (): number => (count += 1);

/** A ward of a test, with what it takes to act in it. */
export interface Ward {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** The system inside the ward, as jobs and the console act. */
  readonly system: Viewer;
}

/** Opens a ward through the use case. */
export async function aWard(app: TestApp, name = `Phường Thử ${next()}`): Promise<Ward> {
  const id = newId();
  const code = `thu-${next()}`;
  const system = systemViewer(id);
  await runAs(system, () => app.get(CreateTenant).execute({
    id, code, name, kind: 'WARD', placeName: 'Thử', headTitle: 'Chủ tịch Ủy ban nhân dân phường', collectiveBodyName: 'ỦY BAN NHÂN DÂN',
  }));
  return { id, code, name, system };
}

/** Adds a unit; answers its id. */
export async function aUnit(app: TestApp, ward: Ward, unit: Partial<NewUnit> = {}): Promise<string> {
  const code = unit.code ?? `DV${next()}`;
  const made = await runAs(ward.system, () => app.get(CreateUnit).execute({
    code, officialName: `Đơn vị ${code}`, shortName: code, kind: 'DEPARTMENT', ...unit,
  }));
  return made.id;
}

/** Adds a person; answers the id. */
export async function aPerson(app: TestApp, ward: Ward, person: Partial<NewPerson> = {}): Promise<string> {
  const made = await runAs(ward.system, () => app.get(CreatePerson).execute({ fullName: `Nguyễn Văn Thử ${next()}`, ...person }));
  return made.id;
}

/** Adds a field of application; answers its id. */
export function aField(app: TestApp, ward: Ward, code: string, name: string): Promise<string> {
  return runAs(ward.system, () => app.get(CreateField).execute({ code, name, position: next() }));
}
