import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { OrgUnit, Person, Tenant } from '@domain/organisation';
import { connection, DateTime, LocalDate, PARENT, SIGNED_IN_ACCESS, TypeAccess } from '@kit/graphql';
import { AccountStatus } from './account.entity.js';
import { Role } from './roles.js';
import { SessionKind } from './session.entity.js';

registerEnumType(Role, {
  name: 'Role',
  description: 'What somebody is entrusted with.',
  valuesMap: {
    UNIT_HEAD: { description: 'Thủ trưởng đơn vị: confirms applications of the unit named with the role.' },
    INTAKE_OFFICER: { description: 'Cán bộ tiếp nhận: receives and formally checks dossiers.' },
    COUNCIL_SECRETARY: { description: 'Thư ký Hội đồng: prepares sessions, agendas and proposals.' },
    AUTHORITY_HEAD: { description: 'Người đứng đầu: decides and signs.' },
    CLERK: { description: 'Văn thư: numbers and issues documents.' },
    OBSERVER: { description: 'Giám sát (MTTQ, thanh tra nhân dân).' },
    AUDITOR: { description: 'Reads the audit.' },
    CITY_OFFICER: { description: 'Officer of the city: what wards submitted or published.' },
    PLAN_COORDINATOR: { description: 'Đầu mối kế hoạch.' },
    SCHOOL_COORDINATOR: { description: 'Đầu mối of the school named with the role.' },
    SECURITY_OFFICER: { description: 'Phụ trách an toàn thông tin: reads the audit.' },
    TENANT_ADMIN: { description: 'Quản trị: people, units, accounts; never dossiers, sheets or secrets.' },
    SYSTEM_OPERATOR: { description: 'Vận hành hệ thống: queues and schedules of the whole installation; never dossiers, sheets or secrets. Given by the console alone.' },
    COUNCIL_MEMBER: { description: 'Ủy viên Hội đồng; follows from membership and is never assigned.' },
    COUNCIL_CHAIR: { description: 'Chủ tịch or acting deputy; follows from membership and is never assigned.' },
  },
});
registerEnumType(SessionKind, {
  name: 'SessionKind',
  description: 'Who keeps the key of a session.',
  valuesMap: {
    WEB: { description: 'A browser, in a cookie that scripts cannot read.' },
    API: { description: 'A program, as a bearer token.' },
  },
});
registerEnumType(AccountStatus, {
  name: 'AccountStatus',
  description: 'Whether an account can sign in.',
  valuesMap: { ACTIVE: { description: 'It can.' }, DISABLED: { description: 'It cannot; its sessions have ended.' } },
});

@ObjectType({ description: 'A role the viewer holds today.' })
@TypeAccess(PARENT)
export class RoleHolding {
  @Field(() => Role)
  role: Role;

  @Field(() => OrgUnit, { nullable: true, description: 'The unit it is held for; null: the whole ward.' })
  unit: OrgUnit | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day; null: until further notice.' })
  validTo: string | null;
}

@ObjectType({ description: "One signed-in device or program of the viewer's own account." })
@TypeAccess(PARENT)
export class Session {
  @Field(() => ID)
  id: string;

  @Field(() => SessionKind)
  kind: SessionKind;

  @Field(() => String, { nullable: true, description: 'What the program called itself when signing in.' })
  device: string | null;

  @Field(() => DateTime)
  createdAt: Date | string;

  @Field(() => DateTime, { description: 'To the minute.' })
  lastSeenAt: Date | string;

  @Field(() => DateTime, { description: 'When it ends if nobody uses it any more.' })
  expiresAt: Date | string;

  @Field({ description: 'Whether it is the session that asks.' })
  isCurrent: boolean;
}

/** Called `Viewer` in GraphQL; the same word in `@kit/context` is what the policies decide by. */
@ObjectType('Viewer', { description: 'Who is signed in.' })
@TypeAccess(SIGNED_IN_ACCESS)
export class ViewerProfile {
  @Field(() => ID)
  accountId: string;

  @Field()
  username: string;

  @Field(() => Person)
  person: Person;

  @Field(() => Tenant)
  tenant: Tenant;

  @Field(() => [RoleHolding], { description: 'Roles in force today, those of councils included.' })
  roles: RoleHolding[];

  @Field({ description: 'The password is a temporary one: until it is changed everything else answers PASSWORD_CHANGE_REQUIRED.' })
  mustChangePassword: boolean;

  @Field(() => [Session], { description: "The account's sessions that have not ended, the latest used first; at most 100." })
  sessions: Session[];
}

@ObjectType({ description: 'A role given to a person.' })
@TypeAccess('account.read')
export class RoleAssignment {
  @Field(() => ID)
  id: string;

  @Field(() => Role)
  role: Role;

  @Field(() => OrgUnit, { nullable: true, description: 'The unit it is held for; null: the whole ward.' })
  unit: OrgUnit | null;

  @Field(() => LocalDate, { description: 'The first day.' })
  validFrom: string;

  @Field(() => LocalDate, { nullable: true, description: 'The last day, earlier when it was taken away; null: until further notice.' })
  validTo: string | null;

  @Field(() => String, { nullable: true, description: 'The paper it rests on.' })
  basis: string | null;
}

@ObjectType({ description: 'The way a person of the ward signs in, as administrators see it.' })
@TypeAccess('account.read')
export class Account {
  @Field(() => ID)
  id: string;

  @Field()
  username: string;

  @Field(() => Person)
  person: Person;

  @Field(() => AccountStatus)
  status: AccountStatus;

  @Field(() => [RoleAssignment], { description: 'Roles that are in force or will be, by name.' })
  roles: RoleAssignment[];

  @Field(() => DateTime, { nullable: true })
  lastSignInAt: Date | string | null;
}

export const AccountConnection = connection(Account);

@ObjectType({ description: 'A session has begun.' })
@TypeAccess(PARENT)
export class SignInResult {
  @Field(() => ViewerProfile)
  viewer: ViewerProfile;

  @Field(() => String, { nullable: true, description: 'Only for API clients, and only now: send it as "Authorization: Bearer …". The web gets a cookie.' })
  token: string | null;

  @Field(() => DateTime, { description: 'When it ends at the latest.' })
  expiresAt: Date | string;
}

@ObjectType({ description: 'An account with a password that its owner must change.' })
@TypeAccess(PARENT)
export class CreateAccountResult {
  @Field(() => Account)
  account: Account;

  @Field({ description: 'Shown this once and stored nowhere.' })
  temporaryPassword: string;
}
