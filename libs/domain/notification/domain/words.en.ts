import type { KindWords, Words } from './words.js';

const words = (subject: string, sentence: string, action: string, ...facts: string[]): KindWords => ({ subject, sentence, action, facts });

const OPEN_DOSSIER = 'Open the dossier';
const CODE = 'Code: {code}';
const UNIT = 'Unit: {unitName}';
const ACCOUNT = 'Open the account page';
const HELD_ON = 'Held on: {heldOn:date}';
const SCORE_UNTIL = 'Score until: {scoringDueOn:date}';
const LAST_DAY = 'Last day: {dueOn:date}';

export const english: Words = {
  greeting: 'Dear {fullName},',
  digestSubject: 'Khơi: {count} notices of the day',
  digestIntro: 'This is what happened since the digest before.',
  remindersSubject: 'Reminder: {count} deadlines are near',
  remindersIntro: 'These are due soon or overdue.',
  automatic: 'Sent automatically by Khơi of {tenantName}. Please do not reply to this mail.',
  settings: 'Choose how you receive mail',
  withheld: '…',
  kinds: {
    ROLE_ASSIGNED: words('You were given the role {role:role}', 'You were given the role {role:role}.', ACCOUNT, UNIT),
    ROLE_ENDED: words('The role {role:role} has ended', 'Your role {role:role} has ended.', ACCOUNT, UNIT),
    PASSWORD_RESET: words('Your password was reset', 'An administrator reset your password. If you did not ask for it, tell the administrator at once.', ACCOUNT),
    PASSWORD_CHANGED: words('Your password was changed', 'Your password was changed. If it was not you, tell the administrator at once.', ACCOUNT),
    AUTHORSHIP_ASKED: words('Please confirm your share: {title}', 'You are asked to confirm your share in the initiative “{title}”.', 'Read and confirm', 'Your share: {shareBp:share}', CODE),
    AUTHORSHIP_CONFIRMED: words('Share confirmed: {title}', '{personName} confirmed their share in the initiative “{title}”.', OPEN_DOSSIER, CODE),
    AUTHORSHIP_DECLINED: words('Share declined: {title}', '{personName} declined their share in the initiative “{title}”.', OPEN_DOSSIER, CODE),
    INITIATIVE_SUBMITTED: words('Dossier submitted: {title}', 'The dossier of the initiative “{title}” was submitted.', OPEN_DOSSIER, 'Receipt number: {receiptNumber}', CODE),
    DOSSIER_TO_CHECK: words('A new dossier to check: {title}', 'A new dossier waits for its formal check: “{title}”.', OPEN_DOSSIER, CODE, UNIT),
    DOSSIER_TO_CHECK_AGAIN: words('A supplemented dossier to check: {title}', 'The dossier “{title}” was supplemented and waits for its check.', OPEN_DOSSIER, CODE, UNIT),
    SUPPLEMENT_REQUESTED: words('Supplement needed: {title}', 'The dossier of the initiative “{title}” needs a supplement. What is missing is written in the dossier.', 'Read what is missing', 'Supplement until: {dueOn:date}', CODE),
    INITIATIVE_ACCEPTED: words('Dossier accepted: {title}', 'The dossier of the initiative “{title}” was accepted.', OPEN_DOSSIER, 'Result due: {resultDueOn:date}', CODE),
    INITIATIVE_REJECTED_FORMALLY: words('Dossier not accepted: {title}', 'The dossier of the initiative “{title}” was not accepted. The reasons are written in the dossier.', 'Read the reasons', CODE),
    INITIATIVE_WITHDRAWN: words('Dossier withdrawn: {title}', 'The dossier of the initiative “{title}” was withdrawn.', OPEN_DOSSIER, CODE),
    APPLICATION_CONFIRMED: words('Application confirmed: {title}', 'The unit confirmed the application of the initiative “{title}”.', OPEN_DOSSIER, CODE),
    SESSION_CONVENED: words('Invitation to the session: {title}', 'You are invited to the session “{title}” of the council.', 'Read the dossiers of the session', HELD_ON, 'Place: {place}', SCORE_UNTIL),
    SESSION_RESCHEDULED: words('New dates of the session: {title}', 'Day, place or last day for sheets of the session “{title}” have changed.', 'Read the dossiers of the session', HELD_ON, 'Place: {place}', SCORE_UNTIL),
    SESSION_CANCELLED: words('Session cancelled: {title}', 'The session “{title}” to which you were invited will not be held.', 'Open the scoring page', HELD_ON),
    SCORING_OPENED: words('Scoring is open: {title}', 'Scoring is open for the session “{title}”.', 'Open the scoring page', SCORE_UNTIL, HELD_ON),
    SCORING_CLOSED: words('Scoring has closed: {title}', 'Scoring has closed for the session “{title}”.', 'Open the session'),
    SESSION_LOCKED: words('Results locked: {title}', 'The results of the session “{title}” are locked.', 'Open the session'),
    DISCUSSION_MENTION: words('Mentioned in a discussion: {title}', 'You are mentioned in the discussion of a dossier of the session “{title}”.', 'Open the discussion'),
    DECISION_PROPOSED: words('A draft decision waits for you', 'A draft decision waits for you: {summary}.', 'Open the draft decision'),
    INITIATIVE_RECOGNISED: words('Initiative recognised: {title}', 'The initiative “{title}” was recognised.', 'See the result', 'Decision {decisionNumber} of {decisionDate:date}', CODE),
    INITIATIVE_REFUSED: words('Initiative not recognised: {title}', 'The initiative “{title}” was not recognised.', 'See the result', 'Decision {decisionNumber} of {decisionDate:date}', 'Grounds: {reasonCodes:grounds}', 'Reason: {reason}', CODE),
    DECISION_ISSUED: words('Decision {decisionNumber} was issued', 'Decision {decisionNumber} was issued: {summary}.', 'Open the decision'),
    DEADLINES_NEAR: words('Reminder: {count} deadlines are near', '{count} matters are due soon or overdue.', 'Open your work'),
    DEADLINE_FORMAL_CHECK: words('Formal check due: {title}', 'The dossier “{title}” waits for its formal check.', OPEN_DOSSIER, LAST_DAY, CODE),
    DEADLINE_SUPPLEMENT: words('Supplement due: {title}', 'The dossier “{title}” needs its supplement.', OPEN_DOSSIER, LAST_DAY, CODE),
    DEADLINE_RESULT: words('Result due: {title}', 'The dossier “{title}” waits for its result.', 'Open your work', LAST_DAY, CODE),
    DEADLINE_FILING: words('Filing due: {title}', 'The draft “{title}” was not submitted yet. It must be filed within one year of the first application.', OPEN_DOSSIER, LAST_DAY, CODE),
    DEADLINE_SCORING: words('Scoring due: {title}', 'The scoring of the session “{title}” is not complete.', 'Open the session', LAST_DAY),
  },
  roles: {
    UNIT_HEAD: 'Head of unit', INTAKE_OFFICER: 'Intake officer', COUNCIL_SECRETARY: 'Council secretary', COUNCIL_MEMBER: 'Council member',
    COUNCIL_CHAIR: 'Council chair', AUTHORITY_HEAD: 'Head of the authority', CLERK: 'Clerk', OBSERVER: 'Observer', TENANT_ADMIN: 'Administrator',
    AUDITOR: 'Auditor', CITY_OFFICER: 'City officer', PLAN_COORDINATOR: 'Plan coordinator', SCHOOL_COORDINATOR: 'School coordinator',
    SECURITY_OFFICER: 'Security officer', SYSTEM_OPERATOR: 'System operator',
  },
  grounds: {
    NOT_NEW: 'not new at the base', NOT_APPLIED: 'neither applied nor tried', NO_PRACTICAL_BENEFIT: 'no practical benefit shown',
    AGAINST_PUBLIC_ORDER: 'against public order or social ethics', IP_PROTECTED: 'under intellectual-property protection',
  },
};
